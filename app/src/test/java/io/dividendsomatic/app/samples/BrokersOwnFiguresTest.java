package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Row for row what other programs assert of the same files: verotunkki of Nordnet and Degiro, Portfolio Performance. */
class BrokersOwnFiguresTest {
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final Pattern TRADE = Pattern.compile(
            "(BUY|SELL) @(\\d{4}-\\d\\d-\\d\\d)\\S* sh=(\\S+) net=(\\w+) \\S+ gross=\\w+ (\\S+) tax=\\w+ \\S+ fee=\\w+ (\\S+)");
    private static final Pattern DIVIDEND =
            Pattern.compile("DIVIDENDS @(\\d{4}-\\d\\d-\\d\\d)\\S* sh=\\S+ net=(\\w+) \\S+ gross=\\w+ (\\S+)");

    @Test
    void nordnet_tells_each_trade_with_price_costs_and_gain() {
        List<Booking> bookings = nordnet().ledger().bookings();
        for (JsonNode row : json("transactionsNordnet")) {
            Booking booking = bookings.stream()
                    .filter(one -> row.get("Id")
                            .asString()
                            .equals(one.view().references().transaction()))
                    .findFirst()
                    .orElseThrow();
            assertThat(booking.date())
                    .as(row.toString())
                    .isEqualTo(Instant.parse(row.get("Kauppapaiva").asString())
                            .atZone(HELSINKI)
                            .toLocalDate());
            if (booking.row() instanceof Trade trade) {
                check(row, trade);
            } else {
                assertThat(row.get("Tapahtumatyyppi").asString()).isNotIn("OSTO", "MYYNTI");
            }
        }
    }

    /** The origin cuts numbers off at the blank between thousands, except in columns that it leaves as text. */
    private static void check(JsonNode row, Trade trade) {
        BigDecimal sign =
                row.get("Tapahtumatyyppi").asString().equals("OSTO") ? BigDecimal.ONE : BigDecimal.ONE.negate();
        BigDecimal units = trade.quantity().value().multiply(sign);
        BigDecimal told = row.get("Maara").decimalValue();
        assertThat(units.compareTo(told) == 0
                        || units.divide(THOUSAND, 0, RoundingMode.DOWN).compareTo(told) == 0)
                .as(row.toString())
                .isTrue();
        BigDecimal price = Objects.requireNonNull(trade.price()).value();
        BigDecimal quoted = row.get("Kurssi").decimalValue();
        BigDecimal rate = new BigDecimal(row.get("Vaihtokurssi").asString().replace(",", "."));
        assertThat(price.compareTo(quoted) == 0 || price.compareTo(quoted.multiply(rate)) == 0)
                .as("the price as quoted, or as it was paid in euros: " + row)
                .isTrue();
        assertThat(trade.instrument().name()).isEqualTo(row.get("Arvopaperi").asString());
        Money fee = trade.costs().fee();
        assertThat(fee == null ? BigDecimal.ZERO : fee.amount().value().negate())
                .isEqualByComparingTo(row.get("Kokonaiskulut").decimalValue());
        BigDecimal gain = new BigDecimal(row.get("Tulos")
                .asString()
                .replace(" ", "")
                .replace("\u00a0", "")
                .replace(",", "."));
        BigDecimal stated = trade.statedGain() == null
                ? BigDecimal.ZERO
                : trade.statedGain().value();
        assertThat(stated.compareTo(gain) == 0 || stated.compareTo(gain.multiply(rate)) == 0)
                .as("the gain as stated, or in euros: " + row)
                .isTrue();
    }

    @Test
    void nordnet_holds_in_the_end_what_its_rows_say() {
        AccountBooks books = nordnet();
        assertThat(held(books, "US37637K1088")).isEqualTo("55");
        assertThat(held(books, "US18915M1071")).isEqualTo("28");
        assertThat(held(books, "US31188V1008")).isEqualTo("100");
        assertThat(held(books, "US6974351057")).isEqualTo("0");
        assertThat(held(books, "SE0016844831")).isEqualTo("0");
        assertThat(held(books, "FI4000251897")).isEqualTo("0");
        assertThat(held(books, "NO0010196140")).isEqualTo("0");
    }

    /** The first row of the file has a balance of 13347.63 beside it, and brought 9946.39 of that. */
    @Test
    void nordnet_balances_go_on_from_what_stood_there_before_the_file_begins() {
        AccountBooks books = nordnet();
        assertThat(books.ledger().cash().opening(new CurrencyCode("EUR"))).hasToString("3401.24");
        assertThat(books.reconciliation())
                .filteredOn(line -> line.item() == Item.CASH)
                .hasSize(19)
                .extracting(ReconciliationLine::verdict)
                .containsOnly(Verdict.MATCH);
    }

    @Test
    void degiro_tells_each_trade_with_its_costs_and_what_was_settled() {
        for (String name : List.of("transactionsDegiro", "degiroWithWeirdHeaders")) {
            List<Booking> bookings = Books.only(Samples.file("degiro/jaantaponen__verotunkki__" + name + ".csv"))
                    .ledger()
                    .bookings();
            List<String> told = new ArrayList<>();
            json(name)
                    .forEach(row -> told.add(String.join(
                            " ",
                            row.get("ISIN").asString(),
                            number(row.get("quantity")),
                            number(row.get("rate")),
                            row.get("rateCurrency").asString(),
                            number(row.get("transactionCosts")),
                            number(row.get("totalAmount")),
                            row.get("totalAmountCurrency").asString())));
            assertThat(bookings)
                    .extracting(booking -> degiro((Trade) booking.row()))
                    .containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void degiro_realizes_what_was_bought_and_sold_on_one_day() {
        List<RealizedGain> gains = Books.only(
                        Samples.file("degiro/jaantaponen__verotunkki__degiroWithWeirdHeaders.csv"))
                .ledger()
                .fifo()
                .gains();
        assertThat(gains).singleElement().satisfies(gain -> {
            // 11.15 USD less twice 0.52 EUR, each at the rate at which its row was settled
            assertThat(Objects.toString(gain.gain())).isEqualTo("9.909706757321586988");
            assertThat(gain.costsApart()).isEmpty();
        });
    }

    @Test
    void flex_trades_are_those_that_portfolio_performance_asserts() {
        for (String number : List.of("01", "02", "04", "05", "07", "10", "11", "15", "20")) {
            List<String> told = new ArrayList<>();
            Matcher trades = TRADE.matcher(section(number));
            while (trades.find()) {
                told.add(String.join(
                        " ",
                        trades.group(1),
                        trades.group(2),
                        trades.group(3),
                        trades.group(4),
                        trades.group(5),
                        trades.group(6)));
            }
            told.removeIf(trade -> trade.startsWith("SELL 2013-10-25 12000")); // a tender: no trade
            told.remove("BUY 2017-09-15 100 USD 0.00 0.00"); // listed twice; the origin counts 9 trades in that file
            told.replaceAll(
                    trade -> trade.replace(" 4998.00 2.00", " 5000.00 2.00")); // a net amount that lacks the fee
            assertThat(bookings(number))
                    .filteredOn(booking -> booking.row() instanceof Trade)
                    .extracting(booking -> performance((Trade) booking.row()))
                    .as(number)
                    .containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void flex_dividends_are_those_that_portfolio_performance_asserts() {
        for (String number : List.of("02", "05", "08")) {
            List<String> told = new ArrayList<>();
            Matcher dividends = DIVIDEND.matcher(section(number));
            while (dividends.find()) {
                told.add(dividends.group(1) + " " + dividends.group(2) + " " + dividends.group(3));
            }
            assertThat(bookings(number))
                    .filteredOn(booking -> booking.row() instanceof CashDividend)
                    .extracting(booking -> paid((CashDividend) booking.row()))
                    .as(number)
                    .containsExactlyInAnyOrderElementsOf(told);
        }
    }

    @Test
    void a_tender_realizes_what_was_paid_for_it() {
        assertThat(flex("01").ledger().fifo().gains())
                .singleElement()
                .satisfies(gain -> assertThat(Objects.toString(gain.proceeds())).isEqualTo("34320"));
    }

    private static String performance(Trade trade) {
        BigDecimal multiplier = trade.instrument().multiplier();
        BigDecimal units = trade.quantity().value().abs().multiply(multiplier == null ? BigDecimal.ONE : multiplier);
        Money fee = trade.costs().fee();
        return String.join(
                " ",
                trade.quantity().value().signum() > 0 ? "BUY" : "SELL",
                trade.when().date().toString(),
                units.stripTrailingZeros().toPlainString(),
                trade.currency().code(),
                cents(Objects.requireNonNull(trade.proceeds()).value()),
                cents(fee == null ? BigDecimal.ZERO : fee.amount().value()));
    }

    private static String paid(CashDividend dividend) {
        Money gross = dividend.movement().amount();
        return dividend.movement().date() + " " + gross.currency() + " "
                + cents(gross.amount().value());
    }

    private static String cents(BigDecimal amount) {
        return amount.abs().setScale(2, RoundingMode.HALF_DOWN).toPlainString();
    }

    private static String degiro(Trade trade) {
        Money fee = trade.costs().fee();
        Money settled = Objects.requireNonNull(trade.settled());
        return String.join(
                " ",
                Objects.toString(trade.instrument().isin()),
                trade.quantity().toString(),
                Objects.toString(trade.price()),
                trade.currency().code(),
                fee == null ? "0" : fee.amount().toString(),
                settled.amount().toString(),
                settled.currency().code());
    }

    private static String number(JsonNode text) {
        return new BigDecimal(text.asString()).stripTrailingZeros().toPlainString();
    }

    private static String held(AccountBooks books, String isin) {
        return books.ledger().fifo().positions().values().stream()
                .filter(position ->
                        isin.equals(Objects.toString(position.instrument().isin())))
                .map(position -> position.quantity().toString())
                .findFirst()
                .orElseThrow();
    }

    private static AccountBooks nordnet() {
        return Books.only(Samples.file("nordnet/jaantaponen__verotunkki__transactionsNordnet.csv"));
    }

    private static AccountBooks flex(String number) {
        return books(number).accounts().iterator().next();
    }

    private static List<Booking> bookings(String number) {
        return books(number).accounts().stream()
                .flatMap(books -> books.ledger().bookings().stream())
                .toList();
    }

    private static Books books(String number) {
        return Books.of(List.of(Samples.file(
                "ibkr-flex-xml/portfolio-performance__portfolio__testIBFlexStatementFile" + number + ".xml")));
    }

    private static String section(String number) {
        String all = Samples.text("expected/portfolio-performance-ibflex.md");
        int begin = all.indexOf("## File" + number + " ");
        int end = all.indexOf("## File", begin + 1);
        return all.substring(begin, end < 0 ? all.length() : end);
    }

    private static JsonNode json(String name) {
        return JsonMapper.shared().readTree(Samples.text("expected/jaantaponen__verotunkki__" + name + ".json"));
    }
}
