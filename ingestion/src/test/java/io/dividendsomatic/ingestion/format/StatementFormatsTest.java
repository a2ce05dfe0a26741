package io.dividendsomatic.ingestion.format;

import static io.dividendsomatic.ingestion.format.Arrivals.parsed;
import static io.dividendsomatic.ingestion.format.Arrivals.read;
import static io.dividendsomatic.ingestion.format.Arrivals.rejected;
import static io.dividendsomatic.ingestion.format.Arrivals.verdicts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.format.ibkr.flex.FlexFormats;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementFormatsTest {
    private static final List<String> HEADER = List.of(
            "ReportDate",
            "CurrencyPrimary",
            "Symbol",
            "Quantity",
            "MarkPrice",
            "PositionValue",
            "ISIN",
            "LevelOfDetail");
    private static final List<String> ALFA =
            List.of("2031-03-03", "USD", "ALFA", "1000", "10.5", "10500", "US000000AA16", "SUMMARY");
    private static final List<String> KUUSI =
            List.of("2031-03-03", "EUR", "KUUSI", "300", "21.4", "6420", "FI0000000011", "SUMMARY");

    @Test
    void identical_rows_are_as_many_facts_as_rows() {
        Seeded.forAll(random -> {
            int rows = 1 + random.nextInt(50);
            List<FileEvent> events = read(csv(HEADER, Collections.nCopies(rows, ALFA)));
            assertThat(parsed(events).rows()).isEqualTo(new RowCounts(rows, rows, 0, 0));
            assertThat(verdicts(events)).extracting(verdict -> verdict.line()).doesNotHaveDuplicates();
        });
    }

    @Test
    void the_order_of_columns_does_not_matter() {
        List<StatementRow> expected = facts(read(csv(HEADER, List.of(ALFA, KUUSI))));
        Seeded.forAll(random -> {
            List<Integer> order = shuffled(random);
            String text = csv(pick(HEADER, order), List.of(pick(ALFA, order), pick(KUUSI, order)));
            assertThat(facts(read(text))).isEqualTo(expected);
        });
    }

    @Test
    void rows_come_in_chunks_in_file_order() {
        List<FileEvent> events = read(csv(HEADER, Collections.nCopies(2_500, KUUSI)));
        assertThat(events).hasSize(4);
        assertThat(((RowsParsed) events.getFirst()).rows()).hasSize(RowsParsed.MAX_ROWS);
        assertThat(parsed(events).chunks()).isEqualTo(3);
        assertThat(verdicts(events)).extracting(verdict -> verdict.line()).isSorted();
    }

    @Test
    void the_end_of_the_last_day_stands_for_the_time_of_a_plain_query() {
        assertThat(parsed(read(csv(HEADER, List.of(ALFA)))).edition())
                .isEqualTo(new Edition(Instant.parse("2031-03-04T00:00:00Z"), 10));
    }

    @Test
    void the_sender_names_the_account_by_parameter_before_file_name() {
        byte[] content = csv(HEADER, List.of(ALFA)).getBytes(UTF_8);
        String name = "inbox/flex.U0000003.positions.20310303.20310303.csv";
        assertThat(parsed(read(name, content, null)).accounts()).containsExactly(AccountId.parse("ibkr:U0000003"));
        assertThat(parsed(read(name, content, Arrivals.GIVEN)).accounts()).containsExactly(Arrivals.GIVEN);
        assertThat(parsed(read(name, content, null)).accountGiven()).isTrue();
    }

    @Test
    void a_number_that_the_sender_names_under_another_broker_is_of_that_broker_and_any_other_is_as_the_file_says() {
        byte[] content = """
                ClientAccountID,ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue
                U0000002,2031-03-03,SEK,GRANA,2000,62.8,125600
                """.getBytes(UTF_8);
        List<FileEvent> passedOn = read("positions.csv", content, AccountId.parse("lynx:U0000002"));
        assertThat(parsed(passedOn).accounts()).containsExactly(AccountId.parse("lynx:U0000002"));
        assertThat(verdicts(passedOn))
                .extracting(verdict -> ((RowParsed) verdict).account())
                .containsExactly(AccountId.parse("lynx:U0000002"));
        assertThat(parsed(read("positions.csv", content, AccountId.parse("lynx:U0000005")))
                        .accounts())
                .containsExactly(AccountId.parse("ibkr:U0000002"));
    }

    @Test
    void a_file_of_nobody_is_refused_and_shows_what_its_rows_would_tell() {
        byte[] content = csv(HEADER, List.of(ALFA, KUUSI)).getBytes(UTF_8);
        List<FileEvent> events = read("positions.csv", content, null);
        assertThat(rejected(events).problem().code()).isEqualTo(ProblemCode.ACCOUNT_UNKNOWN);
        assertThat(rejected(events).rows()).isEqualTo(new RowCounts(2, 2, 0, 0));
        assertThat(facts(events)).hasSize(2);
        assertThat(verdicts(events))
                .allSatisfy(
                        verdict -> assertThat(((RowParsed) verdict).account()).isNull());
    }

    @Test
    void a_file_that_two_formats_of_one_rank_recognise_is_refused() {
        byte[] content = csv(HEADER, List.of(ALFA)).getBytes(UTF_8);
        StatementFormat format = positions();
        List<FileEvent> events = new StatementFormats(List.of(format, format))
                .read(Arrivals.arrival("file.csv", content, null), content);
        assertThat(rejected(events).problem().code()).isEqualTo(ProblemCode.AMBIGUOUS_FORMAT);
    }

    @Test
    void a_mapping_that_the_sender_names_reads_the_file_and_nothing_else_does() {
        byte[] content = csv(HEADER, List.of(ALFA)).getBytes(UTF_8);
        StatementFormats formats = new StatementFormats(List.of(positions(), new Mapped(Recognition.YES)));
        for (String name : List.of("mine", "generic:mine")) {
            assertThat(parsed(formats.read(naming(name, content), content)).format())
                    .isEqualTo("generic:mine");
        }
        assertThat(formats.hasMapping("mine")).isTrue();
        assertThat(formats.hasMapping("ibkr-flex-positions")).isFalse();
    }

    @Test
    void a_mapping_that_the_sender_names_and_that_does_not_fit_tells_what_it_lacks() {
        byte[] content = csv(HEADER, List.of(ALFA)).getBytes(UTF_8);
        StatementFormats formats =
                new StatementFormats(List.of(positions(), new Mapped(new Recognition.Close(List.of("Mood")))));
        Problem problem =
                rejected(formats.read(naming("mine", content), content)).problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
        assertThat(problem.message()).contains("the mapping mine", "Mood").doesNotContain("flex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "degiro-account|a,b|does not fit the file: the row of column names that comes closest lacks",
                "generic:zerodha|{}|the mapping generic:zerodha does not fit the file: it is no table",
            })
    void a_built_in_mapping_that_does_not_fit_at_all_says_what_the_file_lacks(
            String mapping, String text, String message) {
        byte[] content = text.getBytes(UTF_8);
        Problem problem = rejected(StatementFormats.builtIn().read(naming(mapping, content), content))
                .problem();
        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_FORMAT);
        assertThat(problem.message()).contains(mapping, message);
    }

    @Test
    void a_mapping_that_is_gone_refuses_the_file() {
        byte[] content = csv(HEADER, List.of(ALFA)).getBytes(UTF_8);
        List<FileEvent> events = StatementFormats.builtIn().read(naming("gone", content), content);
        assertThat(rejected(events).problem().code()).isEqualTo(ProblemCode.UNKNOWN_MAPPING);
    }

    private static FileArrived naming(String mapping, byte[] content) {
        FileArrived arrival = Arrivals.arrival("file.csv", content, Arrivals.GIVEN);
        return new FileArrived(
                arrival.file(),
                arrival.source(),
                arrival.name(),
                arrival.sizeBytes(),
                arrival.receivedAt(),
                arrival.account(),
                mapping);
    }

    /** A mapping that finds nothing in a file. */
    private record Mapped(Recognition recognition) implements StatementFormat {
        @Override
        public String name() {
            return "generic:mine";
        }

        @Override
        public int parserVersion() {
            return 1;
        }

        @Override
        public int precedence() {
            return 1;
        }

        @Override
        public Recognition recognise(Document document) {
            return recognition;
        }

        @Override
        public Reading read(Document document) {
            return new Reading(List.of(), List.of(), null, null);
        }
    }

    private static StatementFormat positions() {
        return FlexFormats.ALL.stream()
                .filter(known -> known.name().equals("ibkr-flex-positions"))
                .findFirst()
                .orElseThrow();
    }

    private static List<StatementRow> facts(List<FileEvent> events) {
        return verdicts(events).stream()
                .flatMap(verdict -> ((RowParsed) verdict).facts().stream())
                .toList();
    }

    private static String csv(List<String> header, List<List<String>> rows) {
        return String.join(",", header)
                + "\n"
                + rows.stream().map(row -> String.join(",", row) + "\n").collect(Collectors.joining());
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < HEADER.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    private static List<String> pick(List<String> row, List<Integer> order) {
        return order.stream().map(row::get).toList();
    }
}
