package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final String[] PIECES = {"a", "12.5", "ä", " ", ",", ";", "\"", "\n", "'", "#"};

    @Test
    void a_record_knows_its_lines_and_its_raw_text() {
        List<CsvRow> rows = rows("a,b\r\n\r\n\"x\r\ny\",2\r\n,\r\nlast,3");
        assertThat(rows).extracting(CsvRow::line).containsExactly(1, 3, 6);
        assertThat(rows).extracting(CsvRow::lines).containsExactly(1, 2, 1);
        assertThat(rows).extracting(CsvRow::unterminated).containsExactly(false, false, true);
        assertThat(rows.get(1).raw()).isEqualTo("\"x\ny\",2");
        assertThat(rows.get(1).cells()).containsExactly("x\ny", "2");
    }

    @Test
    void lines_are_right_far_behind_the_first_buffer() {
        List<CsvRow> rows = rows("n,t\n" + "1,\"two\nlines\"\n".repeat(50_000) + "end,1\n");
        assertThat(rows.getLast().line()).isEqualTo(100_002);
        assertThat(rows.get(40_000).raw()).isEqualTo("1,\"two\nlines\"");
    }

    @Test
    void the_delimiter_is_found_outside_quotes() {
        assertThat(rows("\"a,b,c\";d;e\n1;2;3\n").getFirst().cells()).containsExactly("a,b,c", "d", "e");
        assertThat(rows("a\tb\n1,5\t2,5\n").getLast().cells()).containsExactly("1,5", "2,5");
    }

    @Test
    void a_quote_that_stays_open_refuses_the_file_at_the_record_where_it_began() {
        assertRefused("a,b\n1,2\n\"open,3\n4,5\n", ProblemCode.UNCLOSED_QUOTE, 3);
        assertRefused("a,b\n1,2\n\"open,3\n\"x\",5\n", ProblemCode.UNCLOSED_QUOTE, 3);
        assertRefused("a,b\n1,2\n\"open,3\n" + "4,5\n".repeat(100_000), ProblemCode.UNCLOSED_QUOTE, 3);
        assertRefused("a,b\n1,\"2\"x\n", ProblemCode.UNCLOSED_QUOTE, 2);
    }

    @Test
    void lines_that_stand_in_quotes_as_a_whole_are_refused() {
        assertRefused("\"a,b,c\";\n\"1,2,3\";\n", ProblemCode.WRAPPED_LINES, 1);
        assertThat(rows("\"a\",\"b\"\n\"1,2\",3\n")).hasSize(2);
    }

    @Test
    void a_quote_inside_an_unquoted_cell_is_text() {
        assertThat(rows("a,b\n5\" pipe,2").getLast().cells()).containsExactly("5\" pipe", "2");
    }

    @Test
    void what_is_wider_or_longer_than_any_statement_is_too_large() {
        assertRefused("a,b\n1," + "x".repeat(CsvTable.MAX_CELL + 1) + "\n", ProblemCode.TOO_LARGE, 2);
        assertRefused("a,b\n1" + ",".repeat(CsvTable.MAX_COLUMNS) + "1\n", ProblemCode.TOO_LARGE, 2);
    }

    @Test
    void what_is_printed_is_read_again() {
        Seeded.forAll(random -> {
            List<List<String>> table = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(20); i++) {
                table.add(random.ints(3, 0, 6)
                        .mapToObj(n -> "c" + text(random, n))
                        .toList());
            }
            String text = table.stream()
                    .map(row -> row.stream().map(CsvTableTest::quoted).collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\n", "h1,h2,h3\n", "\n"));
            assertThat(cells(text).stream().skip(1)).isEqualTo(table);
        });
    }

    @Test
    void another_reader_reads_the_same_or_refuses_as_well() {
        Seeded.forAll(random -> {
            String text = "h1,h2\n" + text(random, 30).replace(" ", "");
            assertThat(ours(text)).as(text).isEqualTo(OtherReader.strict(text, ','));
        });
    }

    private static Optional<List<List<String>>> ours(String text) {
        try {
            return Optional.of(cells(text));
        } catch (RefusedFile refused) {
            return Optional.empty();
        }
    }

    private static void assertRefused(String text, ProblemCode code, int line) {
        assertThatThrownBy(() -> rows(text)).isInstanceOfSatisfying(RefusedFile.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().line()).isEqualTo(line);
        });
    }

    private static List<CsvRow> rows(String text) {
        List<CsvRow> rows = new ArrayList<>();
        CsvTable.of(SourceText.decode(text.getBytes(UTF_8))).forEach(rows::add);
        return rows;
    }

    private static List<List<String>> cells(String text) {
        return rows(text).stream().map(CsvRow::cells).toList();
    }

    private static String text(Random random, int pieces) {
        return random.ints(pieces, 0, PIECES.length).mapToObj(i -> PIECES[i]).collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
