package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/**
 * How a file's bytes spell text: by its byte order mark (Unicode 16, section 23.8), else by where its NUL bytes stand,
 * else UTF-8. Never by guessing at national code pages.
 *
 * @param markLength bytes of the byte order mark
 */
record Encoding(Charset charset, int markLength) {
    /** Bytes looked at for a pattern of NULs; the first lines of any file. */
    private static final int SAMPLE = 4_096;

    static Encoding of(byte[] content) {
        for (Encoding marked : List.of(new Encoding(UTF_8, 3), new Encoding(UTF_16LE, 2), new Encoding(UTF_16BE, 2))) {
            byte[] mark = "\uFEFF".getBytes(marked.charset);
            if (Arrays.equals(content, 0, Math.min(mark.length, content.length), mark, 0, mark.length)) {
                return marked;
            }
        }
        return new Encoding(unmarked(content), 0);
    }

    /** The fallback for bytes without a mark that are not this encoding's. */
    Encoding orElse(Charset fallback) {
        return markLength == 0 && charset.equals(UTF_8) ? new Encoding(fallback, 0) : this;
    }

    boolean reads(byte[] content) {
        try {
            decoded(content);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Throws RefusedFile when a byte does not fit: a wrong guess would change names and amounts in silence. */
    String decode(byte[] content) {
        try {
            return decoded(content);
        } catch (CharacterCodingException e) {
            throw new RefusedFile(
                    ProblemCode.UNREADABLE_ENCODING, "the file is not text in " + charset + "; export it as UTF-8");
        }
    }

    private String decoded(byte[] content) throws CharacterCodingException {
        return charset.newDecoder()
                .decode(ByteBuffer.wrap(content, markLength, content.length - markLength))
                .toString();
    }

    /** In UTF-16 every second byte of digits, commas and Latin letters is NUL, always on the same side. */
    private static Charset unmarked(byte[] content) {
        int pairs = Math.min(content.length, SAMPLE) / 2;
        int high = 0;
        int low = 0;
        for (int i = 0; i < pairs; i++) {
            high += content[2 * i] == 0 ? 1 : 0;
            low += content[2 * i + 1] == 0 ? 1 : 0;
        }
        if (low > pairs / 4 && high == 0) {
            return UTF_16LE;
        }
        return high > pairs / 4 && low == 0 ? UTF_16BE : UTF_8;
    }
}
