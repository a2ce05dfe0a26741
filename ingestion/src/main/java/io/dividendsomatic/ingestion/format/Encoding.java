package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file's bytes spell text: by its byte order mark (Unicode 16, section 23.8), else by where its NUL bytes stand,
 * else by what XML declares in its first line (XML 1.0, section 4.3.3), else UTF-8. Never by guessing at national code
 * pages. A declaration that the bytes belie is a fatal error by that standard, and refuses the file.
 *
 * @param markLength bytes of the byte order mark
 */
record Encoding(Charset charset, int markLength) {
    /** Bytes looked at for a pattern of NULs; the first lines of any file. */
    private static final int SAMPLE = 4_096;
    /** Bytes within which a declaration must stand; the longest is of some 70 characters. */
    private static final int DECLARED_WITHIN = 512;

    private static final Pattern DECLARATION =
            Pattern.compile("\\s*<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]{1,40})[\"']");

    /** Throws RefusedFile for XML that declares another encoding than its bytes have, or one that is not known. */
    static Encoding of(byte[] content) {
        Encoding found = byBytes(content);
        Matcher declaration = DECLARATION.matcher(found.beginning(content));
        return declaration.lookingAt() ? found.asDeclared(declaration.group(1), content) : found;
    }

    private static Encoding byBytes(byte[] content) {
        for (Encoding marked : List.of(new Encoding(UTF_8, 3), new Encoding(UTF_16LE, 2), new Encoding(UTF_16BE, 2))) {
            byte[] mark = "\uFEFF".getBytes(marked.charset);
            if (Arrays.equals(content, 0, Math.min(mark.length, content.length), mark, 0, mark.length)) {
                return marked;
            }
        }
        return new Encoding(unmarked(content), 0);
    }

    private Encoding asDeclared(String name, byte[] content) {
        Charset declared = charset(name);
        if (charset.equals(UTF_8) && markLength == 0 && !isUnicode(declared)) {
            boolean plain = new Encoding(US_ASCII, 0).reads(content);
            if (!plain && reads(content)) {
                throw belied(name);
            }
            return plain ? this : new Encoding(declared, 0);
        }
        boolean same = declared.equals(charset) || (declared.equals(UTF_16) && !charset.equals(UTF_8));
        if (!same) {
            throw belied(name);
        }
        return this;
    }

    private static boolean isUnicode(Charset charset) {
        return charset.name().startsWith("UTF-");
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new RefusedFile(
                    ProblemCode.UNREADABLE_ENCODING, "the file declares an encoding that is not known: " + name);
        }
    }

    private RefusedFile belied(String declared) {
        return new RefusedFile(
                ProblemCode.UNREADABLE_ENCODING,
                "the file declares the encoding " + declared + ", and is written in " + charset);
    }

    /** Enough of the text to hold a declaration; bytes that do not fit stand as question marks. */
    private String beginning(byte[] content) {
        int length = Math.min(content.length, markLength + DECLARED_WITHIN);
        return new String(content, markLength, length - markLength, charset);
    }

    /** The fallback for bytes without a mark that are not this encoding's. */
    Encoding orElse(Charset fallback) {
        return markLength == 0 && charset.equals(UTF_8) ? new Encoding(fallback, 0) : this;
    }

    /** Piece by piece: a large file of no text is not held a second and third time only to see that. */
    boolean reads(byte[] content) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content, markLength, content.length - markLength);
        CharBuffer piece = CharBuffer.allocate(SAMPLE);
        CoderResult result;
        do {
            result = decoder.decode(bytes, piece.clear(), true);
        } while (result.isOverflow());
        return !result.isError();
    }

    /** Throws RefusedFile when a byte does not fit: a wrong guess would change names and amounts in silence. */
    String decode(byte[] content) {
        if (!reads(content)) {
            throw new RefusedFile(
                    firstUnreadLine(content),
                    ProblemCode.UNREADABLE_ENCODING,
                    "the file is not text in " + charset + "; export it as UTF-8");
        }
        return new String(content, markLength, content.length - markLength, charset);
    }

    /** The line of the first byte that does not fit, or the last line where all do. */
    int firstUnreadLine(byte[] content) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content, markLength, content.length - markLength);
        CharBuffer piece = CharBuffer.allocate(SAMPLE);
        int line = 1;
        char before = 0;
        CoderResult result;
        do {
            result = decoder.decode(bytes, piece.clear(), true);
            piece.flip();
            while (piece.hasRemaining()) {
                char next = piece.get();
                line += next == '\r' || (next == '\n' && before != '\r') ? 1 : 0;
                before = next;
            }
        } while (result.isOverflow());
        return line;
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
