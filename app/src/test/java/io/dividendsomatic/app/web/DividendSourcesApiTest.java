package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One payment of one account in every file that can tell it. */
class DividendSourcesApiTest extends RunningProgram {
    private static final String STATEMENT = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"March 1, 2031 - March 31, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U7600001
            Account Information,Data,Base Currency,EUR
            Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
            Financial Instrument Information,Data,Stocks,ALFA,ALFA MORTGAGE REIT,100001,US000000AA16,1
            Dividends,Header,Currency,Date,Description,Amount
            Dividends,Data,USD,2031-03-11,ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend),120
            Withholding Tax,Header,Currency,Date,Description,Amount,Code
            Withholding Tax,Data,USD,2031-03-11,ALFA(US000000AA16) Cash Dividend USD 0.12 per Share - US Tax,-18,
            """;
    private static final String CASH_TRANSACTIONS = """
            "ClientAccountID","Type","SettleDate","ISIN","Symbol","Description","Amount","CurrencyPrimary"
            "U7600001","Dividends","20310311","US000000AA16","ALFA","ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE (Ordinary Dividend)","120","USD"
            "U7600001","Withholding Tax","20310311","US000000AA16","ALFA","ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE - US TAX","-18","USD"
            """;
    private static final String HISTORY = """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Transaction History
            Statement,Data,Period,"January 1, 2031 - December 31, 2031"
            Statement,Data,WhenGenerated,"2032-01-02, 04:00:00 EST"
            Summary,Header,Field Name,Field Value
            Summary,Data,Base Currency,EUR
            Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Price Currency,Gross Amount ,Commission,Net Amount,Multiplier,Exchange Rate
            Transaction History,Data,2031-03-11,U***00001,ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend),Dividend,ALFA,-,-,-,100.8,-,100.8,-,0.84
            Transaction History,Data,2031-03-11,U***00001,ALFA(US000000AA16) Cash Dividend USD 0.12 per Share - US Tax,Foreign Tax Withholding,ALFA,-,-,-,-15.12,-,-15.12,-,0.84
            """;
    private static final String ACTIONS = """
            "ClientAccountID","AccountAlias","Model","CurrencyPrimary","FXRateToBase","AssetClass","Symbol","Description","Conid","SecurityID","SecurityIDType","CUSIP","ISIN","ListingExchange","UnderlyingConid","UnderlyingSymbol","UnderlyingSecurityID","UnderlyingListingExchange","Issuer","Multiplier","Strike","Expiry","Put/Call","PrincipalAdjustFactor","ReportDate","Date","SettleDate","ActivityCode","ActivityDescription","TradeID","OrderID","Buy/Sell","TradeQuantity","TradePrice","TradeGross","TradeCommission","TradeTax","Debit","Credit","Amount","TradeCode","Balance","LevelOfDetail","TransactionID"
            "U7600001","","","USD","0.84","STK","ALFA","ALFA MORTGAGE REIT","100001","US000000AA16","ISIN","","US000000AA16","NYSE","","","","","","1","","","","","2031-03-11","2031-03-11","2031-03-11","DIV","ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE (Ordinary Dividend)","","","","0","0","0","0","0","","","120","","120","Currency","8000000001"
            "U7600001","","","USD","0.84","STK","ALFA","ALFA MORTGAGE REIT","100001","US000000AA16","ISIN","","US000000AA16","NYSE","","","","","","1","","","","","2031-03-11","2031-03-11","2031-03-11","FRTAX","ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE - US TAX","","","","0","0","0","0","0","","","-18","","102","Currency","8000000002"
            """;
    private static final String AFTER_TAX = """
            "Symbol","PayDate","NetAmount","FXRateToBase","ISIN","CUSIP"
            "ALFA","2031-03-11","102","0.84","US000000AA16","000000AA1"
            """;
    private static final String ACCRUALS = """
            "Symbol","ISIN","FIGI","AssetClass","CurrencyPrimary","FXRateToBase","ExDate","PayDate","Quantity","GrossRate","NetAmount"
            "ALFA","US000000AA16","BBG000000004","STK","USD","0.84","2031-02-27","2031-03-11","1000","0.12","102"
            "ALFA","US000000AA16","BBG000000004","STK","USD","0.84","2031-02-27","2031-03-11","1000","0.12","-102"
            "BETA","US000000BB22","BBG000000005","STK","USD","0.84","2031-03-27","2031-04-11","100","0.3","25.5"
            """;
    private static final String VENDOR = """
            [{"symbol": "ALFA", "isin": "US000000AA16", "ex_date": "2031-02-27", "amount": 0.12, "currency": "USD"},
             {"symbol": "ALFA", "isin": "US000000AA16", "ex_date": "2031-05-27", "amount": 0.12, "currency": "USD"}]
            """;
    private static final List<String> FILES =
            List.of(ACCRUALS, VENDOR, AFTER_TAX, HISTORY, ACTIONS, CASH_TRANSACTIONS, STATEMENT);

    private void tell(String account, String file) throws Exception {
        String query = file.equals(VENDOR) ? "" : "?account=ibkr:" + account;
        String text = file.replace("U7600001", account).replace("U***00001", "U***" + account.substring(3))
                + "\n"
                        .repeat(account.charAt(account.length() - 1)
                                - '1'); // files that name no account are one account's
        Answer answer =
                upload(query, file.equals(VENDOR) ? "told.json" : "told.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        assertThat(answer.json().get("rows").get("rejected").asInt())
                .as(answer.text())
                .isZero();
    }

    private JsonNode ask(String path) throws Exception {
        Answer answer = get("/api/v1" + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void every_file_that_tells_it_is_a_source_of_one_payment() throws Exception {
        String account = "U7600001";
        for (String file : List.of(ACCRUALS, VENDOR)) {
            tell(account, file);
            assertThat(ask("/dividends?account=ibkr:" + account).get("total").asInt())
                    .as("neither accruals nor a vendor's list is income")
                    .isZero();
        }
        for (String file : FILES.subList(2, FILES.size())) {
            tell(account, file);
            JsonNode page = ask("/dividends?account=ibkr:" + account);
            assertThat(page.get("total").asInt()).as(page.toString()).isEqualTo(1);
        }
        JsonNode payment =
                ask("/dividends?account=ibkr:" + account).get("items").get(0);
        assertThat(payment.get("gross").toString()).isEqualTo("{\"amount\":\"120\",\"currency\":\"USD\"}");
        assertThat(payment.get("withholdingTax").get("amount").asString()).isEqualTo("18");
        assertThat(payment.get("exDate").asString()).isEqualTo("2031-02-27");
        assertThat(payment.get("quantity").asString()).isEqualTo("1000");
        assertThat(payment.get("perShare").asString()).isEqualTo("0.12");
        assertThat(payment.get("fx").get("rate").asString()).isEqualTo("0.84");
        assertThat(payment.get("inReportingCurrency").get("net").asString()).isEqualTo("85.68");
        assertThat(payment.get("sources")
                        .valueStream()
                        .map(source -> source.get("fileId").asString())
                        .distinct())
                .hasSize(5);
        assertThat(booked(account))
                .contains("DIVIDEND 120 USD", "WITHHOLDING_TAX -18 USD")
                .doesNotContain("DIVIDEND 102 USD");
        assertThat(ask("/dividends/checks?account=ibkr:" + account).get("items"))
                .isEmpty();
        JsonNode declared = ask("/dividends/calendar?account=ibkr:%s&asOf=2031-03-31&from=2031-04-01&to=2031-04-30"
                        .formatted(account))
                .get("items");
        assertThat(declared).hasSize(1);
        assertThat(declared.get(0).get("status").asString()).isEqualTo("DECLARED");
    }

    @Test
    void what_came_after_tax_alone_is_no_gross_of_a_finnish_return() throws Exception {
        tell("U7600003", AFTER_TAX);
        JsonNode back = ask("/reports/finnish-return?year=2031&account=ibkr:U7600003");
        JsonNode item = back.get("items").get(0);
        assertThat(back.get("items")).hasSize(1);
        assertThat(item.get("part").asString()).isEqualTo("AFTER_TAX_ONLY");
        assertThat(item.get("received").asString()).isEqualTo("85.68");
        assertThat(item.get("gross").isNull()).isTrue();
        assertThat(item.get("withholdingTax").isNull()).isTrue();
        assertThat(item.get("sources")).hasSize(1);
        assertThat(back.get("quality").asString()).isEqualTo("NOT_STATED");
        JsonNode country = ask("/reports/withholding-tax?year=2031&account=ibkr:U7600003")
                .get("countries")
                .get(0);
        assertThat(country.at("/gross/amount").asString()).isEqualTo("0");
        assertThat(country.at("/receivedAfterTax/amount").asString()).isEqualTo("102");
    }

    @Test
    void the_order_in_which_they_come_changes_nothing() throws Exception {
        String account = "U7700002";
        for (String file : FILES.reversed()) {
            tell(account, file);
        }
        JsonNode page = ask("/dividends?account=ibkr:" + account);
        assertThat(page.get("total").asInt()).as(page.toString()).isEqualTo(1);
        JsonNode payment = page.get("items").get(0);
        assertThat(payment.get("net").get("amount").asString()).isEqualTo("102");
        assertThat(payment.get("exDate").asString()).isEqualTo("2031-02-27");
        assertThat(payment.get("sources")
                        .valueStream()
                        .map(source -> source.get("fileId").asString())
                        .distinct())
                .hasSize(5);
        assertThat(booked(account))
                .contains("DIVIDEND 120 USD", "WITHHOLDING_TAX -18 USD")
                .doesNotContain("DIVIDEND 102 USD");
    }

    /** What the ledger books for it. */
    private List<String> booked(String account) throws Exception {
        return ask("/transactions?account=ibkr:" + account)
                .get("items")
                .valueStream()
                .map(row -> row.get("kind").asString() + " "
                        + row.get("amount").get("amount").asString() + " "
                        + row.get("amount").get("currency").asString())
                .toList();
    }
}
