package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dividend that one file tells in the currency of the account, and another in that of the payment. */
class ToldConvertedTest {
    private static final String WORDS = "ALFA(US000000AA16) Cash Dividend USD 0.12 per Share";
    private static final List<Telling> DOLLARS =
            List.of(dividend("paid", "own", "120", "USD", WORDS), tax("tax", "own", "-18", "USD"));
    private static final List<Telling> EUROS = List.of(
            dividend("converted", "history", "100.8", "EUR", WORDS.toUpperCase(Locale.ROOT)),
            tax("converted tax", "history", "-15.12", "EUR"));

    private static Telling dividend(String fact, String file, String amount, String currency, String words) {
        return telling(
                fact,
                file,
                0,
                fact.length(),
                new CashDividend(movement(JANUARY_10, amount, currency, words), ALFA, null, null, null));
    }

    private static Telling tax(String fact, String file, String amount, String currency) {
        return taxInWords(fact, file, amount, currency, "ALFA(US000000AA16) Cash Dividend - US Tax");
    }

    private static Telling taxInWords(String fact, String file, String amount, String currency, String words) {
        return telling(
                fact,
                file,
                0,
                fact.length(),
                new WithholdingTax(movement(JANUARY_10, amount, currency, words), ALFA, null));
    }

    private static AccountLedger ledger(List<Telling> ones, List<Telling> others) {
        List<Telling> all = new ArrayList<>(ones);
        all.addAll(others);
        return AccountLedger.of(all, LotRules.PLAIN, Map.of());
    }

    @Test
    void it_is_one_payment_in_the_currency_that_its_words_name_and_its_tax_follows_at_that_rate() {
        for (AccountLedger ledger : List.of(ledger(DOLLARS, EUROS), ledger(EUROS, DOLLARS))) {
            assertThat(ledger.bookings())
                    .hasSize(2)
                    .allSatisfy(booking -> assertThat(booking.sources()).hasSize(2));
            assertThat(ledger.bookings().stream().flatMap(booking -> booking.told().stream()))
                    .contains(fact("converted"), fact("converted tax"));
            assertThat(ledger.cash().balanceAt(USD, JANUARY_10)).hasToString("102");
            assertThat(ledger.cash().balanceAt(EUR, JANUARY_10)).hasToString("0");
        }
    }

    @Test
    void without_the_other_file_it_stands_as_it_is_told() {
        assertThat(ledger(EUROS, List.of()).bookings()).hasSize(2);
    }

    @Test
    void in_one_file_with_other_words_or_with_no_rate_they_are_two() {
        assertThat(ledger(DOLLARS, List.of(dividend("e", "own", "100.8", "EUR", WORDS)))
                        .bookings())
                .hasSize(3);
        assertThat(ledger(DOLLARS, List.of(dividend("e", "history", "100.8", "EUR", "Special")))
                        .bookings())
                .hasSize(3);
        assertThat(ledger(DOLLARS.subList(1, 2), EUROS.subList(1, 2)).bookings())
                .as("no pair tells the rate")
                .hasSize(2);
        assertThat(ledger(DOLLARS, List.of(EUROS.getFirst(), tax("other", "history", "-12", "EUR")))
                        .bookings())
                .as("another rate")
                .hasSize(3);
    }

    @Test
    void interest_names_its_currency_and_a_row_that_names_none_is_one_at_the_rate_of_that_day() {
        List<Telling> own = List.of(
                telling("i", "own", 0, 1, interest("10", "USD", "USD Credit Interest for Mar-2031")),
                telling("d", "own", 0, 2, deposit("500", "USD")),
                telling("e", "own", 0, 3, deposit("1000", "EUR")));
        List<Telling> history = List.of(
                telling("ic", "history", 0, 1, interest("8.4", "EUR", "USD Credit Interest for Mar-2031")),
                telling("dc", "history", 0, 2, deposit("420", "EUR")),
                telling("e", "history", 0, 3, deposit("1000", "EUR")));
        AccountLedger ledger = ledger(own, history);
        assertThat(ledger.bookings()).hasSize(3);
        assertThat(ledger.undecided()).isEmpty();
        assertThat(ledger.cash().balanceAt(USD, JANUARY_10)).hasToString("510");
        assertThat(ledger.cash().balanceAt(EUR, JANUARY_10)).hasToString("1000");
    }

    private static Interest interest(String amount, String currency, String words) {
        return new Interest(movement(JANUARY_10, amount, currency, words), null);
    }

    private static Deposit deposit(String amount, String currency) {
        return new Deposit(movement(JANUARY_10, amount, currency, "Electronic Fund Transfer"));
    }

    @Test
    void the_words_of_a_tax_need_not_repeat_the_rate() {
        List<Telling> dollars =
                List.of(DOLLARS.getFirst(), taxInWords("tax", "own", "-18", "USD", WORDS + " - US Tax"));
        assertThat(ledger(dollars, EUROS).bookings()).hasSize(2);
    }

    @Test
    void where_one_side_tells_more_rows_than_the_other_none_is_chosen() {
        assertThat(ledger(DOLLARS, List.of(EUROS.getFirst(), dividend("more", "history", "8.4", "EUR", WORDS)))
                        .bookings())
                .hasSize(4);
    }

    @Test
    void words_that_name_no_currency_are_one_where_payment_and_tax_are_at_one_rate_and_one_format_tells_more() {
        List<Telling> dollars = List.of(inLieu("p", "own", 20, "10", "USD"), taxOfIt("t", "own", 20, "-1.5", "USD"));
        List<Telling> euros =
                List.of(inLieu("pc", "history", 8, "9", "EUR"), taxOfIt("tc", "history", 8, "-1.35", "EUR"));
        for (AccountLedger ledger : List.of(ledger(dollars, euros), ledger(euros, dollars))) {
            assertThat(ledger.bookings())
                    .hasSize(2)
                    .allSatisfy(booking -> assertThat(booking.sources()).hasSize(2));
            assertThat(ledger.undecided()).isEmpty();
            assertThat(ledger.cash().balanceAt(USD, JANUARY_10)).hasToString("8.5");
        }
        assertThat(ledger(dollars, List.of(euros.getFirst(), taxOfIt("tc", "history", 8, "-1.8", "EUR")))
                        .bookings())
                .as("at two rates")
                .hasSize(4);
        assertThat(ledger(dollars.subList(0, 1), euros.subList(0, 1)).bookings())
                .as("no tax tells the rate again")
                .hasSize(2);
        assertThat(ledger(
                                dollars,
                                List.of(
                                        inLieu("pc", "history", 20, "9", "EUR"),
                                        taxOfIt("tc", "history", 20, "-1.35", "EUR")))
                        .bookings())
                .as("nothing tells which was paid")
                .hasSize(4);
    }

    private static Telling inLieu(String fact, String file, int precedence, String amount, String currency) {
        return by(
                telling(
                        fact,
                        file,
                        0,
                        fact.length(),
                        new PaymentInLieu(
                                movement(
                                        JANUARY_10, amount, currency, "ALFA(US000000AA16) Payment in Lieu of Dividend"),
                                ALFA,
                                null,
                                null,
                                null)),
                precedence);
    }

    private static Telling taxOfIt(String fact, String file, int precedence, String amount, String currency) {
        return by(
                taxInWords(fact, file, amount, currency, "ALFA(US000000AA16) Payment in Lieu of Dividend - US Tax"),
                precedence);
    }

    private static Telling by(Telling told, int precedence) {
        return new Telling(
                told.fact(),
                told.file(),
                new Edition(told.edition().statedAt(), precedence),
                told.lines(),
                told.row(),
                null);
    }
}
