package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.generic.Mappings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mapping knows better than its file, and how far away figures and months are written. */
class MappedWordsTest {
    private static final String SIMPLE = """
            name: mine
            version: 1
            broker: mine
            recognise: {columns: [Day, What, Sum]}
            numbers: indian
            dates: dd-MMM-uuuu
            columns: {date: Day, type: What, amount: Sum, currency: [Cur, {value: INR, unstated: true}]}
            rows:
              - when: {type: odd}
                fact: {kind: CASH}
                flag: {code: BAD_DATE, message: "the day is that of the order", value: date}
              - fact: {kind: CASH}
            """;

    @Test
    void a_value_that_the_file_does_not_state_is_taken_and_flagged() {
        List<FileEvent> events = read(SIMPLE, "Day,What,Sum,Cur\n02-Jan-2031,in,5,\n02-Jan-2031,in,6,EUR\n");
        assertThat(Arrivals.parsed(events).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_VALUE);
            assertThat(problem.message()).contains("taken as INR");
        });
        assertThat(Arrivals.facts(events)).hasSize(2);
    }

    @Test
    void a_rule_may_keep_a_row_and_say_what_is_wrong_with_it() {
        List<FileEvent> events = read(SIMPLE, "Day,What,Sum,Cur\n02-Jan-2031,odd,5,EUR\n");
        assertThat(Arrivals.parsed(events).rows().parsed()).isEqualTo(1);
        assertThat(Arrivals.parsed(events).problems())
                .extracting(problem -> problem.code() + " " + problem.column() + " " + problem.raw())
                .containsExactly("BAD_DATE Day 02-Jan-2031");
    }

    @Test
    void indian_figures_have_groups_of_two_and_months_may_be_words_of_another_language() {
        String csv = """
                Day;What;Sum;Cur
                02-mrt-2031;in;1,00,000.50;EUR
                03-Mai-2031;in;12,34,56,789;EUR
                04-okt-2031;in;1,000,000;EUR
                05-foo-2031;in;5;EUR
                """;
        List<FileEvent> events = read(SIMPLE, csv);
        assertThat(Arrivals.facts(events))
                .extracting(Golden::print)
                .satisfiesExactly(
                        fact -> assertThat(fact).contains("date=2031-03-02", "amount=100000.5"),
                        fact -> assertThat(fact).contains("date=2031-05-03", "amount=123456789"));
        assertThat(Arrivals.parsed(events).problems())
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly("4 BAD_NUMBER", "5 BAD_DATE");
    }

    @Test
    void only_a_constant_can_be_unstated_and_only_facts_can_be_flagged() {
        String column = SIMPLE.replace("{value: INR, unstated: true}", "{column: Money, unstated: true}");
        String ignored = SIMPLE.replace("    fact: {kind: CASH}\n    flag", "    ignore: \"odd\"\n    flag");
        assertThatThrownBy(() -> read(column, "")).hasMessageContaining("mine.yaml");
        assertThatThrownBy(() -> read(ignored, "")).hasMessageContaining("mine.yaml");
    }

    private static List<FileEvent> read(String yaml, String csv) {
        StatementFormat format = Mappings.parse("mine.yaml", yaml, StatementFormat.Rank.USER);
        byte[] content = csv.getBytes(UTF_8);
        return StatementFormats.with(List.of(format))
                .read(Arrivals.arrival("file.csv", content, Arrivals.GIVEN), content);
    }
}
