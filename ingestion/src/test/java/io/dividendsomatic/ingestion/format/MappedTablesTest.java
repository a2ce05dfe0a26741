package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.format.generic.Mappings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a mapping of several tables does with the rows of each, and with the text between them. */
class MappedTablesTest {
    private static final String MAPPING = """
            name: mine
            version: 1
            broker: mine
            account: {preamble: 'Account (\\d+)'}
            numbers: dot
            dates: uuuu-MM-dd
            titles: [/Account .*/, Cash, Value]
            tables:
              - name: cash
                recognise: {columns: [Day, What, Sum]}
                columns: {date: Day, type: What, amount: Sum, currency: {value: EUR}}
                rows:
                  - when: {type: [in, out]}
                    fact: {kind: CASH}
                trailer: [Total]
              - name: value
                recognise: {columns: [Day, Worth], common: true}
                columns: {date: Day, value: Worth}
                numbers: comma
                rows:
                  - fact: {kind: NET_ASSET_VALUE}
              - name: balance
                recognise: {columns: [Currency, Sum], common: true}
                columns: {currency: Currency, balance: Sum}
                rows:
                  - fact: {kind: ENDING_CASH}
            """;
    private static final String LOG = """
            name: mine
            version: 1
            broker: mine
            recognise: {columns: [Day, Order, Left]}
            numbers: dot
            dates: uuuu-MM-dd
            log: {of: order, by: date}
            columns:
              {date: Day, order: Order, left: Left, before: {earlier: Left}, symbol: {value: ALFA}, currency: {value: EUR}}
            rows:
              - when: {before: empty}
                ignore: FIRST
              - fact: {kind: BUY, quantity: {minus: [before, left]}}
            """;

    @Test
    void each_row_is_read_by_the_table_whose_header_stands_above_it() {
        assertThat(told(
                        MAPPING,
                        "Account 1\nValue\nDay,Worth\n2031-01-02,\"5,5\"\nCash\nDay,What,Sum\n2031-01-02,in,5.5\n"))
                .containsExactly(
                        "1: TITLE",
                        "2: TITLE",
                        "4: NetAssetValue NetAssetValue(asOf=2031-01-02, value=5.5)",
                        "5: TITLE",
                        "7: Deposit 5.5 EUR");
    }

    @Test
    void a_table_may_come_again_and_the_nearest_title_names_its_account() {
        List<FileEvent> events =
                read(MAPPING, "Account 1\nDay,What,Sum\n2031-01-02,in,5\nAccount 2\nWhat,Sum,Day\nin,6,2031-01-03\n");
        assertThat(Arrivals.parsed(events).accounts())
                .extracting(String::valueOf)
                .containsExactly("mine:1", "mine:2");
        assertThat(Arrivals.parsed(events).rows().parsed()).isEqualTo(2);
    }

    @Test
    void what_stands_under_a_title_and_no_known_header_is_refused() {
        assertThat(told(MAPPING, "Account 1\nDay,What,Sum\n2031-01-02,in,5\nCash\nDay,Wonder,Of\n2031-01-02,in,5\n"))
                .containsExactly("1: TITLE", "3: Deposit 5 EUR", "4: TITLE", "5: UNKNOWN_TYPE", "6: UNKNOWN_TYPE");
    }

    @Test
    void a_trailer_ends_its_table_and_no_other() {
        assertThat(told(MAPPING, "Account 1\nDay,What,Sum\n2031-01-02,in,5\nTotal,,5\nDay,Worth\n2031-01-02,5\n"))
                .containsExactly(
                        "1: TITLE",
                        "3: Deposit 5 EUR",
                        "4: TRAILER",
                        "6: NetAssetValue NetAssetValue(asOf=2031-01-02, value=5)");
    }

    @Test
    void a_table_that_others_have_too_makes_no_file_a_mappings_but_two_do() {
        assertThat(read(MAPPING, "Day,Worth\n2031-01-02,5\n").getLast()).isInstanceOf(FileRejected.class);
        assertThat(told(MAPPING, "Account 1\nDay,Worth\n2031-01-02,5\nCash\nCurrency,Sum\nEUR,5\n"))
                .hasSize(4)
                .noneMatch(row -> row.contains("UNKNOWN"));
    }

    @Test
    void a_file_that_ends_inside_a_row_is_refused_whole_even_where_a_title_would_fit() {
        assertThat(Golden.print(read(MAPPING, "Account 1\nDay,What,Sum\n2031-01-02,in,5\nCash")
                        .getLast()))
                .contains("TRUNCATED");
    }

    @Test
    void an_earlier_row_of_a_log_is_found_whichever_way_the_log_runs() {
        assertThat(told(LOG, "Day,Order,Left\n2031-01-02,a,50\n2031-01-02,b,9\n2031-01-03,a,30\n2031-01-04,a,0\n"))
                .containsExactly("2: FIRST", "3: FIRST", "4: Trade 20 ALFA - EUR", "5: Trade 30 ALFA - EUR");
        assertThat(told(LOG, "Day,Order,Left\n2031-01-04,a,0\n2031-01-04,a,30\n2031-01-02,b,9\n2031-01-02,a,50\n"))
                .containsExactly("2: Trade 30 ALFA - EUR", "3: Trade 20 ALFA - EUR", "4: FIRST", "5: FIRST");
    }

    @Test
    void a_difference_that_is_no_number_of_units_is_refused() {
        assertThat(told(LOG, "Day,Order,Left\n2031-01-02,a,30\n2031-01-03,a,50\n2031-01-04,a,10\n"))
                .containsExactly("2: FIRST", "3: BAD_NUMBER Left 30, 50", "4: Trade 40 ALFA - EUR");
    }

    private static List<String> told(String yaml, String csv) {
        return Arrivals.verdicts(read(yaml, csv)).stream()
                .map(verdict -> verdict.line() + ": " + FactsInShort.print(verdict))
                .toList();
    }

    private static List<FileEvent> read(String yaml, String csv) {
        StatementFormat format = Mappings.parse("mine.yaml", yaml, StatementFormat.Rank.USER);
        byte[] content = csv.getBytes(UTF_8);
        return StatementFormats.with(List.of(format))
                .read(Arrivals.arrival("file.csv", content, Arrivals.GIVEN), content);
    }
}
