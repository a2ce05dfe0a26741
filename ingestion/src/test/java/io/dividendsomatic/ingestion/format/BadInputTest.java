package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each reader of tables makes of damage: the bad row is refused with code, line and column, the good ones go on. */
class BadInputTest {

    static List<Reader> readers() {
        return Readers.ALL;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void its_sound_file_is_read(Reader reader) {
        List<FileEvent> events = Reader.read(reader.text());
        assertThat(events.getLast()).isInstanceOf(FileParsed.class);
        assertThat(Arrivals.parsed(events).rows().rejected()).isZero();
        assertThat(verdict(events, reader.line())).isInstanceOf(RowParsed.class);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_formula_refuses_its_row_or_of_many_rates_its_cell(Reader reader) {
        List<FileEvent> events = Reader.read(reader.with(reader.damaged("=cmd('x')!A1")));
        Problem problem = verdict(events, reader.line()) instanceof RowParsed rates
                ? rates.flags().getFirst()
                : rejected(reader, events);
        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_NUMBER);
        assertThat(problem.column()).isEqualTo(reader.label());
        assertThat(problem.raw()).contains("=cmd");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void marks_of_direction_change_nothing(Reader reader) {
        String marked =
                reader.damaged("\u200F\u202B" + reader.cells(reader.middle()).get(reader.figure()) + "\u202C\u200E");
        assertThat(facts(Reader.read(reader.with(marked)))).isEqualTo(facts(Reader.read(reader.text())));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_row_with_a_cell_too_few_or_too_many_is_refused_or_flagged(Reader reader) {
        List<String> cells = reader.cells(reader.middle());
        String few = String.join(reader.delimiter(), cells.subList(0, reader.figure()));
        assertThat(rejected(reader, Reader.read(reader.with(few))).code())
                .isIn(ProblemCode.RAGGED_ROW, ProblemCode.MISSING_VALUE);
        String many = reader.middle() + reader.delimiter() + "surplus";
        RowVerdict verdict = verdict(Reader.read(reader.with(many)), reader.line());
        List<Problem> problems =
                verdict instanceof RowRejected rejected ? List.of(rejected.problem()) : ((RowParsed) verdict).flags();
        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.RAGGED_ROW);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void the_second_of_two_columns_of_a_name_is_told_and_not_read(Reader reader) {
        String head = reader.header() + reader.delimiter() + reader.label();
        List<String> rows = reader.rows().stream()
                .map(row -> row + reader.delimiter() + "7")
                .toList();
        List<FileEvent> events = Reader.read(reader.text(head, rows));
        assertThat(facts(events)).isEqualTo(facts(Reader.read(reader.text())));
        assertThat(Arrivals.parsed(events).drift())
                .flatExtracting(Drift::unknown)
                .contains(reader.label() + " (again)");
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_header_that_comes_again_in_another_order_counts_for_the_rows_below(Reader reader) {
        List<String> rows = new ArrayList<>(reader.rows());
        int fixed = reader.before().isEmpty() ? (reader.name().equals("euro rates") ? 1 : 0) : 2;
        rows.addAll(1, List.of(turned(reader, reader.header(), fixed), turned(reader, rows.get(1), fixed)));
        rows.remove(3);
        rows.set(3, turned(reader, rows.get(3), fixed));
        assertThat(facts(Reader.read(reader.text(reader.header(), rows))))
                .containsExactlyInAnyOrderElementsOf(facts(Reader.read(reader.text())));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_quote_that_stays_open_refuses_the_file_at_its_line(Reader reader) {
        Problem problem = refused(Reader.read(reader.with(reader.damaged("\"1"))));
        assertThat(problem.code()).isEqualTo(ProblemCode.UNCLOSED_QUOTE);
        assertThat(problem.line()).isEqualTo(reader.line());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_line_of_a_million_characters_refuses_the_file_at_its_line(Reader reader) {
        Problem problem = refused(Reader.read(reader.with(reader.damaged("7".repeat(1 << 20)))));
        assertThat(problem.code()).isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(problem.line()).isEqualTo(reader.line());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void a_byte_that_is_zero_refuses_the_file(Reader reader) {
        assertThat(refused(Reader.read(reader.with(reader.damaged("1\0")))).code())
                .isEqualTo(ProblemCode.UNREADABLE_ENCODING);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void letters_of_two_encodings_refuse_the_file(Reader reader) {
        byte[] utf8 = reader.with(reader.damaged("ö")).getBytes(UTF_8);
        byte[] latin =
                reader.with(reader.damaged("ä")).replaceAll("(?s)[öÄÖ]", "ä").getBytes(ISO_8859_1);
        byte[] mixed = new byte[utf8.length + latin.length];
        System.arraycopy(utf8, 0, mixed, 0, utf8.length);
        System.arraycopy(latin, 0, mixed, utf8.length, latin.length);
        assertThat(refused(Arrivals.read("file.csv", mixed, Arrivals.GIVEN)).code())
                .isEqualTo(ProblemCode.UNREADABLE_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\uFEFF\r\n", " \n\t\n"})
    void a_file_without_content_is_refused_as_empty(String text) {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            boolean isMarked = text.isEmpty() || text.startsWith("\uFEFF");
            if (isMarked || charset.equals(UTF_8)) {
                assertThat(refused(Arrivals.read("file.csv", text.getBytes(charset), Arrivals.GIVEN))
                                .code())
                        .isEqualTo(ProblemCode.EMPTY_FILE);
            }
        }
    }

    /** A line with all but its first cells the other way round. */
    private static String turned(Reader reader, String line, int fixed) {
        List<String> cells = reader.cells(line);
        Collections.reverse(cells.subList(fixed, cells.size()));
        return String.join(reader.delimiter(), cells);
    }

    /** The problem of the damaged row, once all others are as they were. */
    private static Problem rejected(Reader reader, List<FileEvent> events) {
        List<FileEvent> sound = Reader.read(reader.text());
        assertThat(others(events, reader.line())).isEqualTo(others(sound, reader.line()));
        RowRejected rejected = (RowRejected) verdict(events, reader.line());
        assertThat(rejected.problem().line()).isEqualTo(reader.line());
        return rejected.problem();
    }

    private static List<RowVerdict> others(List<FileEvent> events, int line) {
        return Arrivals.verdicts(events).stream()
                .filter(verdict -> verdict.line() != line)
                .toList();
    }

    private static RowVerdict verdict(List<FileEvent> events, int line) {
        return Arrivals.verdicts(events).stream()
                .filter(verdict -> verdict.line() == line && !(verdict instanceof RowIgnored))
                .findFirst()
                .orElseThrow();
    }

    private static List<StatementRow> facts(List<FileEvent> events) {
        assertThat(events.getLast()).isInstanceOf(FileParsed.class);
        return Arrivals.facts(events).toList();
    }

    private static Problem refused(List<FileEvent> events) {
        return Arrivals.rejected(events).problem();
    }
}
