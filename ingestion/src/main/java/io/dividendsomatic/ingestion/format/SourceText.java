package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.Span;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The text of a file with its lines: strictly decoded, without byte order mark, every line end a {@code \n}. */
public final class SourceText {
    /** Characters a line of a table; a hundred times the longest legal note of a statement, and no memory trap. */
    static final int MAX_LINE = 1_000_000;

    private final String text;
    private final int[] lineStarts;

    private final Charset encoding;

    private SourceText(String text, Charset encoding) {
        this.text = text;
        this.encoding = encoding;
        this.lineStarts = lineStarts(text);
    }

    /** Unicode. Throws RefusedFile for what is not text, or is empty. */
    public static SourceText decode(byte[] content) {
        return decode(content, StandardCharsets.UTF_8);
    }

    /** As {@link #decode(byte[])}, with the encoding of bytes that are not legal Unicode. */
    public static SourceText decode(byte[] content, Charset fallback) {
        Encoding found = Encoding.of(content);
        Encoding encoding = found.reads(content) ? found : found.orElse(fallback);
        if (!encoding.equals(found)) {
            refuseMixture(content);
        }
        String decoded = unmarked(encoding.decode(content));
        if (decoded.isBlank()) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has no content");
        }
        refuseBinary(decoded);
        return new SourceText(decoded.replace("\r\n", "\n").replace('\r', '\n'), encoding.charset());
    }

    /** A program that marks what was marked already leaves further marks, which the parser would take by halves. */
    private static String unmarked(String text) {
        int begin = 0;
        while (begin < text.length() && text.charAt(begin) == '\uFEFF') {
            begin++;
        }
        return text.substring(begin);
    }

    /** The encoding in which the bytes were read. */
    public Charset encoding() {
        return encoding;
    }

    public String text() {
        return text;
    }

    /** What stands on these lines, counted from 1, without the last line end: for display beside a verdict. */
    public String rawLines(int line, int lines) {
        int begin = lineStarts[line - 1];
        int last = line - 1 + lines;
        int end = last < lineStarts.length ? lineStarts[last] - 1 : text.length();
        return text.substring(begin, end);
    }

    /** What stands there: on its lines, or on the part of them that is its own. For display beside a verdict. */
    public String raw(int line, int lines, @Nullable Span span) {
        if (span == null) {
            return rawLines(line, lines);
        }
        int begin = lineStarts[line - 1] + span.column() - 1;
        return text.substring(begin, begin + span.length());
    }

    /** Where the text between these offsets stands on its lines; absent when nothing else does. */
    public @Nullable Span span(int begin, int end) {
        int line = lineAt(begin);
        int start = lineStarts[line - 1];
        int last = lineAt(end - 1);
        int stop = last < lineStarts.length ? lineStarts[last] - 1 : text.length();
        boolean alone = isBlank(start, begin) && isBlank(end, stop);
        return alone ? null : new Span(begin - start + 1, end - begin);
    }

    private boolean isBlank(int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (!Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The line, counted from 1, on which the character at this offset stands. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Whether its first characters that are not blank are these; without a copy of the rest. */
    boolean begins(String mark) {
        int at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.startsWith(mark, at);
    }

    boolean endsInLineBreak() {
        return text.endsWith("\n");
    }

    private static int[] lineStarts(String text) {
        IntStream.Builder starts = IntStream.builder();
        starts.add(0);
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        return starts.build().toArray();
    }

    /** For tables, whose records stand on lines. Throws RefusedFile for a line beyond {@link #MAX_LINE}. */
    void refuseLongLine() {
        for (int i = 0; i < lineStarts.length; i++) {
            int end = i + 1 < lineStarts.length ? lineStarts[i + 1] : text.length();
            if (end - lineStarts[i] > MAX_LINE) {
                throw new RefusedFile(
                        i + 1, ProblemCode.TOO_LARGE, "a line has at most %,d characters".formatted(MAX_LINE));
            }
        }
    }

    /**
     * Where some letters of a file are UTF-8 and others are not, no encoding reads all of them right. Of UTF-8 the letters
     * of Latin-1 tell, which no other text has as these two bytes but for a no-break space as the second.
     */
    private static void refuseMixture(byte[] content) {
        for (int at = 0; at + 1 < content.length; at++) {
            int second = content[at + 1] & 0xFF;
            if ((content[at] & 0xFF) == 0xC3 && second >= 0x80 && second <= 0xBF && second != 0xA0) {
                throw new RefusedFile(
                        new Encoding(StandardCharsets.UTF_8, 0).firstUnreadLine(content),
                        ProblemCode.UNREADABLE_ENCODING,
                        "some letters of the file are UTF-8 and others are not; export it as UTF-8");
            }
        }
    }

    /** A picture or an archive can be legal in an encoding by chance; its control characters tell. */
    private static void refuseBinary(String text) {
        if (text.indexOf('\0') >= 0 || controls(text) > text.length() / 20) {
            throw new RefusedFile(ProblemCode.UNREADABLE_ENCODING, "the file holds binary data, not text");
        }
    }

    private static long controls(String text) {
        return text.chars()
                .filter(c -> Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0)
                .count();
    }
}
