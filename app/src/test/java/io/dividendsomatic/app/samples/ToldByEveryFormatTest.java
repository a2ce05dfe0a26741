package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.matching.AccountPayments;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * One day of one account as each report of Interactive Brokers tells it: a dividend with its tax, a trade, interest and
 * a fee in dollars, some told in euros. In every order, for every account number, each is one booking. (Identities follow
 * from the account, so that its number decides which rows are compared first.)
 */
class ToldByEveryFormatTest {
    private static final int ROUNDS = 60;
    private static final String WORDS = "ALFA(US000000AA16) Cash Dividend USD 0.50 per Share";

    private record Report(String name, String text) {}

    @Test
    void what_all_reports_tell_is_booked_once_with_a_line_of_each() {
        everyRound((random, account) -> {
            List<Report> reports = new ArrayList<>(reports(account));
            Collections.shuffle(reports, random);
            List<Booking> bookings = bookings(account, reports);
            assertThat(bookings)
                    .extracting(booking -> booking.view().kind())
                    .as("of %s: %s", account, bookings)
                    .containsExactlyInAnyOrder(
                            BookingKind.DIVIDEND,
                            BookingKind.WITHHOLDING_TAX,
                            BookingKind.TRADE,
                            BookingKind.INTEREST,
                            BookingKind.FEE);
            assertThat(bookings)
                    .allSatisfy(booking -> assertThat(booking.sources().stream()
                                    .map(source -> source.fileId())
                                    .distinct())
                            .hasSizeGreaterThanOrEqualTo(reports.size()));
            paidOnce(account, bookings);
        });
    }

    @Test
    void any_of_the_reports_tell_one_payment_with_one_tax() {
        everyRound((random, account) -> {
            List<Report> reports = new ArrayList<>(reports(account));
            Collections.shuffle(reports, random);
            paidOnce(account, bookings(account, reports.subList(0, 1 + random.nextInt(reports.size()))));
        });
    }

    /** Its words name no currency and no other row of its day tells the rate. */
    @Test
    void a_payment_in_lieu_alone_on_its_day_is_one_where_its_tax_is_at_the_same_rate() {
        String inLieu = "ALFA(US000000AA16) Payment in Lieu of Dividend";
        Books books = new Books()
                .take("statement.csv", """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Activity Statement
                Statement,Data,Period,"January 1, 2031 - January 31, 2031"
                Account Information,Header,Field Name,Field Value
                Account Information,Data,Account,U0000001
                Account Information,Data,Base Currency,EUR
                Dividends,Header,Currency,Date,Description,Amount
                Dividends,Data,USD,2031-01-15,%s (Ordinary Dividend),10
                Withholding Tax,Header,Currency,Date,Description,Amount,Code
                Withholding Tax,Data,USD,2031-01-15,%s - US Tax,-1.5,
                """.formatted(inLieu, inLieu))
                .take("history.csv", """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Transaction History
                Statement,Data,Period,"January 1, 2031 - January 31, 2031"
                Summary,Header,Field Name,Field Value
                Summary,Data,Base Currency,EUR
                Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Gross Amount ,Commission,Net Amount
                Transaction History,Data,2031-01-15,U0000001,%s (Ordinary Dividend),Payment in Lieu,ALFA,-,-,9.0,-,9.0
                Transaction History,Data,2031-01-15,U0000001,%s - US Tax,Foreign Tax Withholding,ALFA,-,-,-1.35,-,-1.35
                """.formatted(inLieu, inLieu));
        List<Booking> bookings = Matching.match(books.account("ibkr:U0000001").tellings(), Instrument::key)
                .bookings();
        assertThat(bookings).hasSize(2);
        paidOnce("U0000001", "1.5", "1.35", bookings);
    }

    private static void paidOnce(String account, List<Booking> bookings) {
        paidOnce(account, "7.5", "6.75", bookings);
    }

    private static void paidOnce(String account, String dollars, String euros, List<Booking> bookings) {
        List<Payment> payments = AccountPayments.of(
                        AccountId.parse("ibkr:" + account), bookings, List.of(), Instrument::key)
                .payments();
        assertThat(payments).as("of %s: %s", account, bookings).hasSize(1);
        Payment payment = payments.getFirst();
        assertThat(payment.withholdingTax())
                .as("of %s: %s", account, bookings)
                .hasToString(payment.currency().code().equals("USD") ? dollars : euros);
    }

    private static List<Booking> bookings(String account, List<Report> reports) {
        Books books = new Books();
        reports.forEach(report -> books.take(report.name(), report.text()));
        return Matching.match(books.account("ibkr:" + account).tellings(), Instrument::key)
                .bookings();
    }

    private static List<Report> reports(String account) {
        return List.of(
                new Report("statement.csv", statement(account)),
                new Report("query.xml", query(account)),
                new Report("history.csv", history(account)),
                new Report("actions.csv", actions(account)));
    }

    private static String statement(String account) {
        return """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Activity Statement
                Statement,Data,Period,"January 1, 2031 - January 31, 2031"
                Account Information,Header,Field Name,Field Value
                Account Information,Data,Account,%s
                Account Information,Data,Base Currency,EUR
                Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
                Trades,Data,Order,Stocks,USD,ALFA,"2031-01-10, 10:30:00",100,9.8,9.9,-980,-1,981,0,10,O
                Dividends,Header,Currency,Date,Description,Amount
                Dividends,Data,USD,2031-01-15,%s (Ordinary Dividend),50
                Withholding Tax,Header,Currency,Date,Description,Amount,Code
                Withholding Tax,Data,USD,2031-01-15,%s - US Tax,-7.5,
                Interest,Header,Currency,Date,Description,Amount
                Interest,Data,USD,2031-01-05,USD Credit Interest for Dec-2030,10
                Fees,Header,Subtitle,Currency,Date,Description,Amount
                Fees,Data,Other Fees,USD,2031-01-06,Snapshot for Dec 2030,-2
                """.formatted(account, WORDS, WORDS);
    }

    private static String query(String account) {
        return """
                <FlexQueryResponse queryName="all" type="AF">
                <FlexStatements count="1">
                <FlexStatement accountId="%s" fromDate="20310101" toDate="20310131" period="" whenGenerated="20310201;021500">
                <Trades>
                <Trade accountId="%s" currency="USD" fxRateToBase="0.9" assetCategory="STK" symbol="ALFA" description="ALFA CORP" conid="900000001" isin="US000000AA16" listingExchange="NYSE" tradeID="7000000001" tradeDate="20310110" dateTime="20310110;103000" quantity="100" tradePrice="9.8" proceeds="-980" ibCommission="-1" ibCommissionCurrency="USD" netCash="-981" buySell="BUY" ibOrderID="6000000001" transactionID="8000000001" levelOfDetail="EXECUTION"/>
                </Trades>
                <CashTransactions>
                %s
                %s
                %s
                %s
                </CashTransactions>
                </FlexStatement>
                </FlexStatements>
                </FlexQueryResponse>
                """.formatted(
                account,
                account,
                paid(account, "ALFA", WORDS + " (Ordinary Dividend)", "20310115", "50", "Dividends", "8000000002"),
                paid(account, "ALFA", WORDS + " - US Tax", "20310115", "-7.5", "Withholding Tax", "8000000003"),
                paid(
                        account,
                        "",
                        "USD Credit Interest for Dec-2030",
                        "20310105",
                        "10",
                        "Broker Interest Received",
                        "8000000004"),
                paid(account, "", "Snapshot for Dec 2030", "20310106", "-2", "Other Fees", "8000000005"));
    }

    private static String paid(
            String account, String symbol, String words, String day, String amount, String type, String number) {
        String isin = symbol.isEmpty() ? "" : "US000000AA16";
        return """
                <CashTransaction accountId="%s" currency="USD" fxRateToBase="0.9" symbol="%s" isin="%s" description="%s" \
                dateTime="%s" settleDate="%s" reportDate="%s" amount="%s" type="%s" transactionID="%s" levelOfDetail="DETAIL"/>\
                """.formatted(
                        account, symbol, isin, words.toUpperCase(Locale.ROOT), day, day, day, amount, type, number);
    }

    private static String history(String account) {
        return """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Transaction History
                Statement,Data,Period,"January 1, 2031 - January 31, 2031"
                Statement,Data,WhenGenerated,"2031-02-01, 23:59:59 EST"
                Summary,Header,Field Name,Field Value
                Summary,Data,Base Currency,EUR
                Transaction History,Header,Date,Account,Description,Transaction Type,Symbol,Quantity,Price,Price Currency,Gross Amount ,Commission,Net Amount
                Transaction History,Data,2031-01-15,%1$s,%2$s (Ordinary Dividend),Dividend,ALFA,-,-,-,45.0,-,45.0
                Transaction History,Data,2031-01-15,%1$s,%2$s - US Tax,Foreign Tax Withholding,ALFA,-,-,-,-6.75,-,-6.75
                Transaction History,Data,2031-01-10,%1$s,ALFA CORP,Buy,ALFA,100.0,9.8,USD,-882.0,-0.9,-882.9
                Transaction History,Data,2031-01-06,%1$s,Snapshot for Dec 2030,Other Fee,-,-,-,-,-1.8,-,-1.8
                Transaction History,Data,2031-01-05,%1$s,USD Credit Interest for Dec-2030,Credit Interest,-,-,-,-,9.0,-,9.0
                """.formatted(account, WORDS);
    }

    private static String actions(String account) {
        return """
                ClientAccountID,CurrencyPrimary,FXRateToBase,AssetClass,Symbol,Description,Conid,SecurityID,SecurityIDType,ISIN,ListingExchange,Multiplier,ReportDate,Date,SettleDate,ActivityCode,ActivityDescription,TradeID,OrderID,Buy/Sell,TradeQuantity,TradePrice,TradeGross,TradeCommission,TradeTax,Debit,Credit,Amount,TradeCode,Balance,LevelOfDetail,TransactionID
                %1$s,EUR,1,STK,ALFA,ALFA CORP,900000001,US000000AA16,ISIN,US000000AA16,NYSE,1,2031-01-15,2031-01-15,2031-01-15,DIV,%2$s (Ordinary Dividend),,,,0,0,0,0,0,,45,45,,0,BaseCurrency,8000000002
                %1$s,EUR,1,STK,ALFA,ALFA CORP,900000001,US000000AA16,ISIN,US000000AA16,NYSE,1,2031-01-15,2031-01-15,2031-01-15,FRTAX,%2$s - US TAX,,,,0,0,0,0,0,-6.75,,-6.75,,0,BaseCurrency,8000000003
                %1$s,EUR,1,STK,ALFA,ALFA CORP,900000001,US000000AA16,ISIN,US000000AA16,NYSE,1,2031-01-10,2031-01-10,2031-01-10,BUY,Buy 100 ALFA CORP,7000000001,6000000001,BUY,100,9.8,-882,-0.9,0,-882.9,,-882.9,,0,BaseCurrency,8000000001
                %1$s,EUR,1,,,,,,,,,,2031-01-05,2031-01-05,2031-01-05,CINT,USD CREDIT INTEREST FOR DEC-2030,,,,0,0,0,0,0,,9,9,,0,BaseCurrency,8000000004
                %1$s,EUR,1,,,,,,,,,,2031-01-06,2031-01-06,2031-01-06,OFEE,SNAPSHOT FOR DEC 2030,,,,0,0,0,0,0,-1.8,,-1.8,,0,BaseCurrency,8000000005
                """.formatted(account, WORDS.toUpperCase(Locale.ROOT));
    }

    private interface Round {
        void play(Random random, String account);
    }

    private static void everyRound(Round round) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int number = 1; number <= ROUNDS; number++) {
            String account = "U%07d".formatted(random.nextInt(10_000_000));
            round.play(random, account);
        }
    }
}
