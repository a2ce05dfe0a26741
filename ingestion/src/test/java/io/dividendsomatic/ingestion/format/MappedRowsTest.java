package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.generic.Mappings;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rules of a mapping do to rows, each shown by a mapping of a few lines. */
class MappedRowsTest {
    private static final String HEAD = """
            name: mine
            version: 1
            broker: mine
            """;
    private static final String SIMPLE = HEAD + """
            recognise: {columns: [Day, What, Sum]}
            numbers: dot
            dates: uuuu-MM-dd
            columns: {date: Day, type: What, amount: Sum, currency: {value: EUR}}
            rows:
              - when: {type: [in, out]}
                fact: {kind: CASH}
            """;

    @Test
    void the_order_of_columns_and_the_case_of_names_do_not_matter() {
        assertThat(told(SIMPLE, "SUM,day,extra,What\n5,2031-01-02,x,IN\n")).containsExactly("2: Deposit 5 EUR");
    }

    @Test
    void a_row_of_an_unknown_type_is_refused_with_its_text() {
        assertThat(told(SIMPLE, "Day,What,Sum\n2031-01-02,in,5\n2031-01-02,sideways,5\n"))
                .containsExactly("2: Deposit 5 EUR", "3: UNKNOWN_TYPE What sideways");
    }

    @Test
    void rows_with_too_few_or_too_many_cells_are_refused_unless_the_mapping_allows_them() {
        String csv = "Day,What,Sum,More\n2031-01-02,in,5,\n2031-01-02,in,5\n2031-01-02,in,5,,x\n2031-01-02,in,1,\n";
        assertThat(told(SIMPLE, csv))
                .containsExactly("2: Deposit 5 EUR", "3: RAGGED_ROW", "4: RAGGED_ROW", "5: Deposit 1 EUR");
        assertThat(told(SIMPLE + "file: {ragged: short}\n", csv))
                .containsExactly("2: Deposit 5 EUR", "3: Deposit 5 EUR", "4: RAGGED_ROW", "5: Deposit 1 EUR");
        assertThat(told(SIMPLE + "file: {ragged: allowed}\n", csv)).hasSize(4).allMatch(row -> row.contains("Deposit"));
    }

    @Test
    void a_header_that_comes_again_is_no_row_and_may_have_another_order() {
        assertThat(told(SIMPLE, "Day,What,Sum\n2031-01-02,in,5\nSum,Day,What\n-6,2031-01-03,out\n"))
                .containsExactly("2: Deposit 5 EUR", "4: Withdrawal -6 EUR");
    }

    @Test
    void rows_above_the_header_and_below_the_trailer_are_passed_over() {
        assertThat(told(
                        SIMPLE + "trailer: [/Total.*/]\n",
                        "A title,,\nDay,What,Sum\n2031-01-02,in,5\nTotal of all,,5\nDisclaimer,,\n"))
                .containsExactly("1: PREAMBLE", "3: Deposit 5 EUR", "4: TRAILER", "5: TRAILER");
    }

    @Test
    void marks_of_direction_do_not_spoil_a_figure_and_formulas_are_none() {
        assertThat(told(SIMPLE, "Day,What,Sum\n2031-01-02,in,\u200e-5.00\u200e\n2031-01-02,in,=cmd()\n"))
                .containsExactly("2: Withdrawal -5 EUR", "3: BAD_NUMBER Sum =cmd()");
    }

    @Test
    void affixes_of_figures_are_stripped_only_where_they_are_declared() {
        String csv = csv(
                "Day;What;Sum",
                "2031-01-02;in;-$1,234.50",
                "2031-01-02;in;(12.00)",
                "2031-01-02;in;3.00-",
                "2031-01-02;in;2.50 EUR",
                "2031-01-02;in;1");
        assertThat(told(SIMPLE, csv))
                .startsWith("2: BAD_NUMBER Sum -$1,234.50", "3: BAD_NUMBER Sum (12.00)", "4: BAD_NUMBER Sum 3.00-");
        assertThat(told(
                        SIMPLE.replace(
                                "numbers: dot",
                                "numbers: {style: dot, currency-signs: true, parentheses-negative: true,"
                                        + " trailing-minus: true}"),
                        csv))
                .containsExactly(
                        "2: Withdrawal -1234.5 EUR",
                        "3: Withdrawal -12 EUR",
                        "4: Withdrawal -3 EUR",
                        "5: Deposit 2.5 EUR",
                        "6: Deposit 1 EUR");
    }

    @Test
    void of_either_decimal_mark_a_figure_that_could_have_both_is_refused() {
        assertThat(told(
                        SIMPLE.replace("numbers: dot", "numbers: either"),
                        csv(
                                "Day;What;Sum",
                                "2031-01-02;in;1,50",
                                "2031-01-02;in;1.50",
                                "2031-01-02;in;1.234,50",
                                "2031-01-02;in;1.234")))
                .containsExactly(
                        "2: Deposit 1.5 EUR", "3: Deposit 1.5 EUR", "4: Deposit 1234.5 EUR", "5: BAD_NUMBER Sum 1.234");
    }

    @Test
    void signs_are_read_as_the_mapping_says() {
        String csv = "Day,What,Sum\n2031-01-02,fee,5\n2031-01-02,fee,-5\n";
        assertThat(told(SIMPLE.replace("[in, out]", "fee").replace("CASH", "FEE"), csv))
                .containsExactly("2: Fee -5 EUR", "3: Fee -5 EUR");
        assertThat(told(signed("usual-is-positive"), csv)).containsExactly("2: Fee -5 EUR", "3: Fee 5 EUR");
        assertThat(told(signed("as-stated"), csv)).containsExactly("2: Fee 5 EUR", "3: Fee -5 EUR");
        assertThat(told(signed("reversed"), csv)).containsExactly("2: Fee -5 EUR", "3: Fee 5 EUR");
    }

    @Test
    void values_stand_right_of_a_column_at_a_position_in_the_heading_or_in_the_text() {
        String yaml = HEAD + """
                recognise: {columns: [Day, Change, Text]}
                numbers: dot
                dates: dd-MM-uuuu
                columns:
                  date: {position: 1}
                  type: Text
                  currency: Change
                  amount: {after: Change}
                  fee: {column: '/Costs \\([A-Z]{3}\\)/'}
                  feeCurrency: {heading: '/Costs \\(([A-Z]{3})\\)/'}
                  quantity: {column: Text, pattern: 'Buy ([\\d.]+)'}
                  price: {column: Text, pattern: '@ ([\\d.]+)'}
                  symbol: {column: Text, pattern: 'Buy [\\d.]+ (\\w+)'}
                rows:
                  - fact: {kind: BUY, net: amount}
                """;
        assertThat(told(yaml, "Day,Text,Change,,Costs (USD)\n02-01-2031,Buy 3 ALFA @ 9.5,EUR,28.50,1\n"))
                .containsExactly("2: Trade 3 ALFA 9.5 EUR settled -28.5 EUR fee -1 USD");
    }

    @Test
    void rows_of_one_order_become_one_trade_and_its_parts() {
        String yaml = HEAD + """
                recognise: {columns: [Day, Order, What, Sum, Units]}
                numbers: dot
                dates: uuuu-MM-dd
                group: order
                columns:
                  {date: Day, order: Order, type: What, amount: Sum, quantity: Units, symbol: {value: ALFA}, currency: {value: EUR}}
                rows:
                  - {when: {type: buy}, fact: {kind: BUY, gross: amount}}
                  - {when: {type: fee}, part: fee, fact: {kind: FEE}}
                  - {when: {type: new}, part: note, fact: {kind: FEE}}
                """;
        String csv = csv(
                "Day,Order,What,Sum,Units",
                "2031-01-02,A,fee,1,",
                "2031-01-02,A,fee,2,",
                "2031-01-02,A,buy,50,5",
                "2031-01-02,B,fee,4,",
                "2031-01-02,,fee,5,",
                "2031-01-02,A,fee,x,");
        assertThat(told(yaml, csv))
                .containsExactly(
                        "2: part of 4",
                        "3: part of 4",
                        "4: Trade 5 ALFA - EUR fee -3 EUR",
                        "5: Fee -4 EUR",
                        "6: Fee -5 EUR",
                        "7: BAD_NUMBER Sum x");
    }

    @Test
    void a_payment_stated_after_tax_is_told_before_it() {
        String yaml = HEAD + """
                recognise: {columns: [Day, Net, Tax, Cur]}
                numbers: dot
                dates: uuuu-MM-dd
                columns: {date: Day, net: Net, tax: Tax, taxCurrency: Cur, symbol: {value: ALFA}, currency: {value: EUR}}
                rows:
                  - facts: [{kind: DIVIDEND, net: net}, {kind: WITHHOLDING_TAX, amount: tax, optional: true}]
                """;
        assertThat(told(
                        yaml,
                        csv(
                                "Day,Net,Tax,Cur",
                                "2031-01-02,8,2,EUR",
                                "2031-01-02,8,2,USD",
                                "2031-01-02,8,,EUR",
                                "2031-01-02,8,0,EUR")))
                .containsExactly(
                        "2: CashDividend 10 EUR, WithholdingTax -2 EUR",
                        "3: CashDividend 8 EUR, CashDividend 2 USD, WithholdingTax -2 USD",
                        "4: CashDividend 8 EUR",
                        "5: CashDividend 8 EUR");
    }

    @Test
    void a_rule_may_refuse_and_test_signs_and_emptiness() {
        String yaml = SIMPLE.replace("rows:\n", """
                rows:
                  - {when: {amount: zero}, reject: {code: BAD_NUMBER, message: a payment of nothing}}
                  - {when: {amount: empty}, ignore: "no booking"}
                  - {when: {amount: negative, type: in}, fact: {kind: WITHDRAWAL}}
                """);
        assertThat(told(yaml, "Day,What,Sum\n2031-01-02,in,0\n2031-01-02,in,-\n2031-01-02,in,-3\n2031-01-02,in,3\n"))
                .containsExactly("2: BAD_NUMBER", "3: no booking", "4: Withdrawal -3 EUR", "5: Deposit 3 EUR");
    }

    @Test
    void a_table_without_header_is_known_by_the_cells_of_its_first_record() {
        String yaml = HEAD + """
                recognise: {cells: {1: '/\\d{8}/', 2: '/in|out/'}}
                numbers: comma
                dates: uuuuMMdd
                columns: {date: {position: 1}, type: {position: 2}, amount: {position: 3}, currency: {value: EUR}}
                rows: [{fact: {kind: CASH}}]
                """;
        assertThat(told(yaml, "20310102;in;1,50\n20310103;out;-2\n"))
                .containsExactly("1: Deposit 1.5 EUR", "2: Withdrawal -2 EUR");
    }

    @Test
    void pence_become_pounds_and_an_unknown_currency_is_refused() {
        String yaml = SIMPLE.replace("currency: {value: EUR}", "currency: Cur").replace("Sum]", "Sum, Cur]");
        assertThat(told(yaml, "Day,What,Sum,Cur\n2031-01-02,in,150,GBX\n2031-01-02,in,5,<none>\n"))
                .containsExactly("2: Deposit 1.5 GBP", "3: UNKNOWN_CURRENCY Cur <none>");
    }

    @Test
    void bytes_that_are_not_unicode_are_read_in_the_encoding_of_the_mapping() {
        String yaml = SIMPLE.replace("What", "Vorgänge") + "file: {encoding: windows-1252, delimiter: ';'}\n";
        byte[] content = "Day;Vorgänge;Sum\n2031-01-02;in;5\n".getBytes(Charset.forName("windows-1252"));
        assertThat(told(yaml, content)).containsExactly("2: Deposit 5 EUR");
    }

    @Test
    void a_file_that_lacks_a_column_is_told_which() {
        List<FileEvent> events = read(SIMPLE, "Day,What,Total\n2031-01-02,in,5\n".getBytes(UTF_8));
        assertThat(Arrivals.rejected(events).problem().message()).contains("generic:mine (lacks Sum)");
    }

    @Test
    void a_file_that_ends_inside_a_row_is_refused() {
        List<FileEvent> events = read(SIMPLE, "Day,What,Sum\n2031-01-02,in,5\n2031-01-0".getBytes(UTF_8));
        assertThat(Arrivals.rejected(events).problem().code()).isEqualTo(ProblemCode.TRUNCATED);
    }

    @Test
    void one_kind_of_row_may_state_its_rate_the_other_way_round() {
        String rates = SIMPLE.replace("amount: Sum", "fxRate: Sum")
                .replace("[in, out]", "in")
                .replace("{kind: CASH}", "{kind: FX_RATE}\n  - fact: {kind: FX_RATE, fx: divide}");
        assertThat(told(rates, csv("Day,What,Sum", "2031-01-02,in,4", "2031-01-02,out,4")))
                .satisfiesExactly(
                        row -> assertThat(row).contains("rate=4"),
                        row -> assertThat(row).contains("rate=0.25"));
    }

    private static String csv(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String signed(String signs) {
        return SIMPLE.replace("[in, out]", "fee").replace("CASH", "FEE") + "signs: " + signs + "\n";
    }

    private static List<String> told(String yaml, String csv) {
        return told(yaml, csv.getBytes(UTF_8));
    }

    private static List<String> told(String yaml, byte[] csv) {
        List<FileEvent> events = read(yaml, csv);
        List<String> lines = Arrivals.verdicts(events).stream()
                .map(verdict -> verdict.line() + ": " + FactsInShort.print(verdict))
                .toList();
        return lines.isEmpty() ? List.of(Golden.print(events.getLast())) : lines;
    }

    private static List<FileEvent> read(String yaml, byte[] csv) {
        StatementFormat format = Mappings.parse("mine.yaml", yaml, StatementFormat.Rank.USER);
        return StatementFormats.with(List.of(format)).read(Arrivals.arrival("file.csv", csv, Arrivals.GIVEN), csv);
    }
}
