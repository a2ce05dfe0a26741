package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that contradict each other, tell too little, or tell one fact in two ways, spoken to over HTTP. */
class DoubtfulLedgerApiTest extends RunningProgram {
    private static final String HEAD = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"PERIOD"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,NUMBER
            Account Information,Data,Base Currency,EUR
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,ALFA,ALFA MORTGAGE REIT,900000001,US000000AA16,1
            """;
    private static final String TRADES = """
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            """;
    private static final String BOUGHT = """
            Trades,Data,Order,Stocks,USD,ALFA,"2031-03-03, 10:15:00",100,9.9,9.9,-990,-2,992,0,0,O
            """;
    private static final String SOLD_LESS = """
            Trades,Data,Order,Stocks,USD,ALFA,"2031-03-20, 10:15:00",-30,11,11,330,-1,-300,29,0,C
            """;
    private static final String SPLITS = """
            Corporate Actions,Header,Asset Category,Currency,Report Date,Date/Time,Description,Quantity,Proceeds,Value,\
            Realized P/L,Code
            """;

    private static final String TRANSFERS = """
            Transfers,Header,Asset Category,Currency,Symbol,Date,Type,Direction,Xfer Company,Xfer Account,Qty,Xfer Price,\
            Market Value,Realized P/L,Cash Amount,Code
            """;

    private static String statement(String number, String... sections) {
        return HEAD.replace("NUMBER", number).replace("PERIOD", "March 1, 2031 - March 31, 2031")
                + String.join("", sections);
    }

    private static String split(String day, String units, String of) {
        return SPLITS
                + "Corporate Actions,Data,Stocks,USD,%s,\"%s, 20:25:00\",\"ALFA(US000000AA16) Split %s (ALFA, ALFA MORTGAGE REIT, US000000AA16)\",%s,0,0,0,\n"
                        .formatted(day, day, of, units);
    }

    private static String flex(String number, String whenGenerated, String... trades) {
        return """
                <FlexQueryResponse queryName="all" type="AF">
                <FlexStatements count="1">
                <FlexStatement accountId="NUMBER" fromDate="20310301" toDate="20310331" period="" whenGenerated="WHEN">
                <Trades>
                TRADES</Trades>
                </FlexStatement>
                </FlexStatements>
                </FlexQueryResponse>
                """.replace("TRADES", String.join("", trades))
                .replace("WHEN", whenGenerated)
                .replace("NUMBER", number);
    }

    private static String execution(String id, String time, String units, String price, String proceeds) {
        return ("<Trade accountId=\"NUMBER\" currency=\"USD\" assetCategory=\"STK\" symbol=\"ALFA\" description=\"ALFA"
                        + " MORTGAGE REIT\" conid=\"900000001\" isin=\"US000000AA16\" multiplier=\"1\" tradeID=\"7%s\""
                        + " tradeDate=\"20310303\" dateTime=\"20310303;%s\" quantity=\"%s\" tradePrice=\"%s\""
                        + " proceeds=\"%s\" ibCommission=\"-1\" ibCommissionCurrency=\"USD\" buySell=\"BUY\""
                        + " ibOrderID=\"6%s\" transactionID=\"8%s\" levelOfDetail=\"EXECUTION\"/>\n")
                .formatted(id, time, units, price, proceeds, id.substring(0, 3), id);
    }

    private JsonNode tell(String name, String text) throws Exception {
        Answer answer = upload(name, text.getBytes(StandardCharsets.UTF_8), (AccountId) null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private List<JsonNode> items(String path) throws Exception {
        Answer answer = get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private static List<String> each(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.get(field).asString()).toList();
    }

    private List<String> kindsOfQuestions(String number) throws Exception {
        return each(items("/reports/open-questions?account=ibkr:" + number), "kind");
    }

    @Test
    void an_order_of_one_format_and_its_executions_of_another_are_one_fact_each_with_both_files() throws Exception {
        String number = "U7400001";
        tell("order.csv", statement(number, TRADES, BOUGHT));
        tell(
                "executions.xml",
                flex(
                        number,
                        "20310401;100000",
                        execution("0101", "101500", "40", "9.9", "-396"),
                        execution("0102", "101501", "60", "9.9", "-594")));
        List<JsonNode> trades = items("/transactions?kind=TRADE&account=ibkr:" + number);
        assertThat(each(trades, "quantity")).containsExactlyInAnyOrder("40", "60");
        assertThat(trades)
                .allSatisfy(trade -> assertThat(trade.get("sources")
                                .valueStream()
                                .map(source -> source.get("fileId").asString())
                                .distinct())
                        .hasSize(2));
        assertThat(kindsOfQuestions(number)).isEmpty();
        assertThat(each(items("/holdings?asOf=2031-03-31&account=ibkr:" + number), "quantity"))
                .containsExactly("100");
    }

    @Test
    void an_order_that_its_executions_do_not_add_up_to_is_asked_and_both_stand() throws Exception {
        String number = "U7400002";
        tell("order.csv", statement(number, TRADES, BOUGHT));
        tell(
                "executions.xml",
                flex(
                        number,
                        "20310401;100000",
                        execution("0201", "101500", "40", "9.9", "-396"),
                        execution("0202", "101501", "50", "9.9", "-495")));
        assertThat(items("/transactions?kind=TRADE&account=ibkr:" + number)).hasSize(3);
        List<JsonNode> questions = items("/reports/open-questions?account=ibkr:" + number);
        assertThat(each(questions, "kind")).containsExactly("ORDER_WITHOUT_ITS_EXECUTIONS");
        assertThat(questions.getFirst().get("candidates")).hasSize(2);
        assertThat(questions.getFirst().get("sources")).hasSize(3);
    }

    @Test
    void a_split_that_another_file_tells_otherwise_is_asked_and_the_position_says_so() throws Exception {
        String number = "U7400003";
        tell("bought.csv", statement(number, TRADES, BOUGHT, split("2031-03-10", "100", "2 for 1")));
        tell("again.csv", statement(number, split("2031-03-11", "200", "3 for 1")));
        assertThat(kindsOfQuestions(number)).containsExactly("SPLIT_CONTRADICTED");
        JsonNode holding =
                items("/holdings?asOf=2031-03-31&account=ibkr:" + number).getFirst();
        assertThat(holding.get("quantity").asString()).isEqualTo("200");
        assertThat(each(holding.get("open").valueStream().toList(), "kind")).containsExactly("SPLIT_CONTRADICTED");
        assertThat(items("/holdings?asOf=2031-03-04&account=ibkr:" + number)
                        .getFirst()
                        .get("open"))
                .isEmpty();
    }

    @Test
    void a_sale_of_more_than_was_held_opens_short_where_the_broker_says_so_and_is_a_gap_elsewhere() throws Exception {
        String number = "U7400004";
        tell(
                "short.csv",
                statement(number, TRADES, BOUGHT.replace(",100,", ",-100,").replace("-990", "990")));
        assertThat(kindsOfQuestions(number)).isEmpty();
        assertThat(each(items("/holdings?asOf=2031-03-31&account=ibkr:" + number), "quantity"))
                .containsExactly("-100");
        assertThat(items("/realized-gains?account=ibkr:" + number)).isEmpty();

        String other = "U7400005";
        tell("gap.csv", statement(other, TRADES, SOLD_LESS));
        assertThat(kindsOfQuestions(other)).containsExactly("MORE_WENT_THAN_CAME");
        JsonNode gain = items("/realized-gains?account=ibkr:" + other).getFirst();
        assertThat(gain.get("unknown").asString()).isEqualTo("UNITS_NEVER_CAME");
        assertThat(gain.get("brokerStated").get("amount").asString()).isEqualTo("29");
    }

    @Test
    void a_booking_before_the_first_day_known_of_an_account_lets_it_begin_earlier() throws Exception {
        String number = "U7400006";
        tell("march.csv", statement(number, TRADES, SOLD_LESS));
        String february = HEAD.replace("NUMBER", number).replace("PERIOD", "February 1, 2031 - February 28, 2031")
                + TRADES
                + BOUGHT.replace("2031-03-03", "2031-02-03");
        tell("february.csv", february);
        assertThat(kindsOfQuestions(number)).isEmpty();
        assertThat(each(items("/holdings?asOf=2031-02-03&account=ibkr:" + number), "quantity"))
                .containsExactly("100");
        assertThat(each(items("/holdings?asOf=2031-03-31&account=ibkr:" + number), "quantity"))
                .containsExactly("70");
    }

    @Test
    void a_row_in_a_currency_that_nobody_knows_is_refused_and_the_others_stand() throws Exception {
        String number = "U7400007";
        JsonNode entry = tell("unknown.csv", statement(number, TRADES, BOUGHT, SOLD_LESS.replace("USD", "QQQ")));
        assertThat(entry.get("rows").get("rejected").asInt()).isEqualTo(1);
        assertThat(entry.get("problems").get(0).get("code").asString()).isEqualTo("UNKNOWN_CURRENCY");
        assertThat(each(items("/transactions?account=ibkr:" + number), "quantity"))
                .containsExactly("100");
    }

    @Test
    void a_row_without_a_number_told_again_with_another_figure_is_asked_and_both_stand() throws Exception {
        String number = "U7400008";
        String other =
                BOUGHT.replace("10:15:00", "12:15:00").replace(",100,", ",10,").replace("-990", "-99");
        tell("first.csv", statement(number, TRADES, BOUGHT, other));
        tell(
                "again.csv",
                statement(number, TRADES, BOUGHT, other.replace("-2,", "-2.5,").replace("9.9,9.9,-99", "9.8,9.9,-98")));
        assertThat(kindsOfQuestions(number)).containsExactly("RESTATED_OR_ANOTHER");
        assertThat(items("/transactions?account=ibkr:" + number)).hasSize(3);
    }

    @Test
    void two_files_that_print_the_same_period_and_tell_nothing_in_common_but_one_changed_row_are_asked()
            throws Exception {
        String number = "U7400010";
        tell("first.csv", statement(number, TRADES, BOUGHT));
        tell("again.csv", statement(number, TRADES, BOUGHT.replace("9.9,9.9,-990", "9.8,9.9,-980")));
        List<JsonNode> questions = items("/reports/open-questions?account=ibkr:" + number);
        assertThat(each(questions, "kind")).containsExactly("RESTATED_OR_ANOTHER");
        assertThat(questions.getFirst().get("candidates")).hasSize(1);
        assertThat(questions.getFirst().get("sources")).hasSize(2);
        assertThat(each(items("/transactions?account=ibkr:" + number), "price"))
                .containsExactlyInAnyOrder("9.9", "9.8");
        String whenMade = "Statement,Data,WhenGenerated,\"2031-0%s-02, 04:00:00 EST\"\n";
        tell("may.csv", statement("U7400014", whenMade.formatted(5), TRADES, BOUGHT.replace("9.9,9.9,", "9.8,9.8,")));
        tell("april.csv", statement("U7400014", whenMade.formatted(4), TRADES, BOUGHT));
        assertThat(kindsOfQuestions("U7400014")).containsExactly("RESTATED");
        assertThat(each(items("/transactions?account=ibkr:U7400014"), "price")).containsExactly("9.8");
    }

    @Test
    void what_is_told_as_paid_and_converted_is_one_fact_with_both_files() throws Exception {
        String number = "U7400011";
        tell("paid.csv", statement(number, TRADES, BOUGHT, """
                Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount
                Deposits & Withdrawals,Data,EUR,2031-03-02,Electronic Fund Transfer,1000
                Interest,Header,Currency,Date,Description,Amount
                Interest,Data,USD,2031-03-05,USD Credit Interest for Feb-2031,10
                Dividends,Header,Currency,Date,Description,Amount
                Dividends,Data,USD,2031-03-14,ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend),120
                Withholding Tax,Header,Currency,Date,Description,Amount,Code
                Withholding Tax,Data,USD,2031-03-14,ALFA(US000000AA16) Cash Dividend USD 0.12 per Share - US Tax,-18,
                """));
        tell("converted.csv", """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Transaction History
                Statement,Data,Period,"March 1, 2031 - March 31, 2031"
                Account Information,Header,Field Name,Field Value
                Account Information,Data,Account,NUMBER
                Summary,Header,Field Name,Field Value
                Summary,Data,Base Currency,EUR
                Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Price Currency,Gross Amount ,Commission,Net Amount,Multiplier,Exchange Rate
                Transaction History,Data,2031-03-14,NUMBER,ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend),Dividend,ALFA,-,-,-,100.8,-,100.8,-,-
                Transaction History,Data,2031-03-14,NUMBER,ALFA(US000000AA16) Cash Dividend - US Tax,Foreign Tax Withholding,ALFA,-,-,-,-15.12,-,-15.12,-,-
                Transaction History,Data,2031-03-05,NUMBER,USD Credit Interest for Feb-2031,Credit Interest,-,-,-,-,8.4,-,8.4,-,-
                Transaction History,Data,2031-03-03,NUMBER,ALFA MORTGAGE REIT,Buy,ALFA,100.0,9.9,USD,-831.6,-1.68,-833.28,1.0,0.84
                Transaction History,Data,2031-03-02,NUMBER,Electronic Fund Transfer,Deposit,-,-,-,-,1000.0,-,1000.0,-,-
                """.replace("NUMBER", number));
        for (String path : List.of("/transactions", "/dividends")) {
            assertThat(items(path + "?account=ibkr:" + number))
                    .as(path)
                    .hasSize(path.equals("/dividends") ? 1 : 5)
                    .allSatisfy(item -> assertThat(item.get("sources")
                                    .valueStream()
                                    .map(source -> source.get("fileId").asString())
                                    .distinct())
                            .hasSize(2));
        }
        assertThat(each(items("/cash?asOf=2031-03-31&account=ibkr:" + number), "balance"))
                .containsExactlyInAnyOrder("1000", "-880");
        assertThat(kindsOfQuestions(number)).isEmpty();
    }

    @Test
    void two_equal_transfers_out_on_the_day_of_one_in_are_asked_with_all_of_them_listed() throws Exception {
        String out = "Transfers,Data,Stocks,USD,ALFA,2031-03-05,ATON,Out,--,--,-20,--,-200.00,0.00,0.00,\n";
        tell("left.csv", statement("U7400012", TRADES, BOUGHT, TRANSFERS, out, out));
        tell(
                "came.csv",
                statement("U7400013", TRANSFERS, out.replace("Out", "In").replace("-20", "20")));
        List<JsonNode> asked = items("/reports/open-questions?account=ibkr:U7400013");
        JsonNode question = asked.get(each(asked, "kind").indexOf("TRANSFER_WITH_SEVERAL_OTHER_SIDES"));
        assertThat(question.get("candidates")).hasSize(2);
        assertThat(question.get("sources")).hasSize(3);
        assertThat(kindsOfQuestions("U7400012"))
                .containsExactly("TRANSFER_WITH_SEVERAL_OTHER_SIDES", "TRANSFER_WITH_SEVERAL_OTHER_SIDES");
    }

    @Test
    void a_row_with_a_number_told_again_with_another_figure_is_as_the_newest_file_says() throws Exception {
        String number = "U7400009";
        tell("newer.xml", flex(number, "20310402;100000", execution("0901", "101500", "40", "9.8", "-392")));
        tell("older.xml", flex(number, "20310401;100000", execution("0901", "101500", "40", "9.9", "-396")));
        List<JsonNode> trades = items("/transactions?account=ibkr:" + number);
        assertThat(each(trades, "price")).containsExactly("9.8");
        assertThat(trades.getFirst().get("sources")).hasSize(2);
    }
}
