package io.dividendsomatic.ingestion.format;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import io.dividendsomatic.ingestion.events.ProblemCode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file of separated values (RFC 4180), read anew by each iteration, with the lines on which they stand.
 * Records without any text are none. Iterating throws RefusedFile when quotes or sizes show that cells and lines cannot
 * be told apart any more.
 */
public final class CsvTable implements Iterable<CsvRow> {
    /** Characters a cell; the longest legal note of a statement has some 4,000. */
    static final int MAX_CELL = 65_536;
    /** Cells a record; the widest known export has 160. */
    static final int MAX_COLUMNS = 1_024;
    /** Characters; univocity's default is for large files and halves the rate on small ones. */
    private static final int BUFFER = 65_536;

    private final SourceText source;
    private final char delimiter;
    /** Records at which formats are recognised; the longest preamble seen has some 10. */
    private static final int HEAD = 30;

    private final CsvRow first;
    private final Once<List<CsvRow>> head = new Once<>(this::firstRows);
    private final Once<List<Set<String>>> headWords =
            new Once<>(() -> head().stream().map(CsvTable::words).toList());

    private CsvTable(SourceText source, char delimiter) {
        this.source = source;
        this.delimiter = delimiter;
        Iterator<CsvRow> rows = new Rows();
        if (!rows.hasNext()) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the file has no content");
        }
        this.first = rows.next();
    }

    /** By the delimiter that the first line shows. Throws RefusedFile for a text without any record. */
    public static CsvTable of(SourceText source) {
        return of(source, null);
    }

    /** Throws RefusedFile for a text without any record, or with a line too long for one. */
    static CsvTable of(SourceText source, @Nullable Character delimiter) {
        source.refuseLongLine();
        refuseWrappedLines(source);
        return new CsvTable(source, delimiter != null ? delimiter : Delimiters.of(source.text()));
    }

    @Override
    public Iterator<CsvRow> iterator() {
        return new Rows();
    }

    /** The first record, at which formats are recognised. */
    public CsvRow first() {
        return first;
    }

    /** The first records, read once for all formats that look at them. */
    public List<CsvRow> head() {
        return head.get();
    }

    private List<CsvRow> firstRows() {
        List<CsvRow> records = new ArrayList<>();
        for (Iterator<CsvRow> rows = new Rows(); rows.hasNext() && records.size() < HEAD; ) {
            records.add(rows.next());
        }
        return List.copyOf(records);
    }

    /** The words in each of the first records, compared by every mapping with its columns; an empty cell is none. */
    public List<Set<String>> headWords() {
        return headWords.get();
    }

    /** The words in a record. */
    public static Set<String> words(CsvRow row) {
        Set<String> words = new HashSet<>();
        row.cells().forEach(cell -> words.add(PlainWords.plain(cell)));
        words.remove("");
        return words;
    }

    /**
     * A spreadsheet that saves a table it took for one column puts each whole line into quotes. A title in quotes above a
     * table is none of these.
     */
    private static void refuseWrappedLines(SourceText source) {
        List<String> first = source.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .toList();
        if (first.stream().allMatch(CsvTable::isWrapped)) {
            throw new RefusedFile(
                    source.lineAt(source.text().indexOf(first.getFirst())),
                    ProblemCode.WRAPPED_LINES,
                    "each line stands in quotes as a whole, as spreadsheets save it; use the broker's own export");
        }
    }

    private static boolean isWrapped(String line) {
        int closing = line.startsWith("\"") ? line.indexOf('"', 1) : -1;
        return closing > 0
                && Delimiters.stand(line.substring(1, closing))
                && Delimiters.only(line.substring(closing + 1));
    }

    private CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setLineSeparator("\n");
        settings.getFormat().setComment('\0');
        settings.setInputBufferSize(Math.min(BUFFER, source.text().length() + 1));
        settings.setMaxCharsPerColumn(MAX_CELL);
        settings.setMaxColumns(MAX_COLUMNS);
        settings.setReadInputOnSeparateThread(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.RAISE_ERROR);
        return settings;
    }

    private final class Rows implements Iterator<CsvRow> {
        private final String text = source.text();
        private final CsvParser parser = new CsvParser(settings());
        /** Offset of the first character behind the last record. */
        private int end;

        private @Nullable CsvRow next;

        Rows() {
            parser.beginParsing(new StringReader(text));
            next = read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public CsvRow next() {
            CsvRow row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return row;
        }

        private @Nullable CsvRow read() {
            for (; ; ) {
                int begin = firstCharacter(end);
                String[] cells = parse(begin);
                if (cells == null) {
                    return null;
                }
                end = (int) Math.min(parser.getContext().currentChar(), text.length());
                if (end == text.length() && Quotes.stayOpen(text, begin, delimiter)) {
                    throw unclosed(begin);
                }
                if (!Arrays.stream(cells).allMatch(String::isBlank)) {
                    return row(begin, cells);
                }
            }
        }

        private CsvRow row(int begin, String[] cells) {
            int line = source.lineAt(begin);
            int lastLine = source.lineAt(text.charAt(end - 1) == '\n' ? end - 1 : end);
            boolean unterminated = end == text.length() && !source.endsInLineBreak();
            return new CsvRow(source, line, lastLine - line + 1, Arrays.asList(cells), unterminated);
        }

        private String @Nullable [] parse(int begin) {
            try {
                return parser.parseNext();
            } catch (TextParsingException e) {
                if (Quotes.stayOpen(text, begin, delimiter)) {
                    throw unclosed(begin);
                }
                throw new RefusedFile(
                        source.lineAt(begin),
                        ProblemCode.TOO_LARGE,
                        "a record has at most %,d cells of %,d characters".formatted(MAX_COLUMNS, MAX_CELL));
            }
        }

        private int firstCharacter(int from) {
            int at = from;
            while (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            return at;
        }

        private RefusedFile unclosed(int begin) {
            return new RefusedFile(
                    source.lineAt(begin),
                    ProblemCode.UNCLOSED_QUOTE,
                    "a quote in the record that begins here is not closed where its cell ends");
        }
    }
}
