package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.tax;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A dividend that one file tells after tax, and another before it. */
class ToldAfterTaxTest {
    private static final Telling PAID = telling("paid", "whole", 0, 1, dividend(JANUARY_10, ALFA, "120", "Dividend"));
    private static final Telling TAX = telling("tax", "whole", 0, 2, tax(JANUARY_10, ALFA, "-18"));

    private static StatementRow net(LocalDate day, Instrument instrument, String amount) {
        return dividend(day, instrument, amount, CashDividend.AFTER_TAX);
    }

    private static Telling net(String amount) {
        return telling("net", "net", net(JANUARY_10, ALFA, amount));
    }

    private static AccountLedger ledger(Telling... tellings) {
        return AccountLedger.of(List.of(tellings), LotRules.PLAIN, Map.of());
    }

    private static String cash(AccountLedger ledger) {
        return ledger.cash().balanceAt(USD, JANUARY_10).toString();
    }

    @Test
    void it_is_one_booking_before_tax_with_the_lines_of_both_whichever_file_comes_first() {
        for (AccountLedger ledger : List.of(ledger(PAID, TAX, net("102")), ledger(net("102"), TAX, PAID))) {
            assertThat(ledger.bookings()).hasSize(2);
            assertThat(ledger.bookings())
                    .filteredOn(booking -> booking.row().equals(PAID.row()))
                    .singleElement()
                    .satisfies(booking -> {
                        assertThat(booking.sources()).hasSize(2);
                        assertThat(booking.told()).containsExactlyInAnyOrder(fact("paid"), fact("net"));
                    });
            assertThat(cash(ledger)).isEqualTo("102");
            assertThat(ledger.undecided()).isEmpty();
        }
    }

    @Test
    void a_payment_that_was_not_taxed_is_told_before_tax_as_well() {
        AccountLedger ledger = ledger(PAID, net("120"));
        assertThat(ledger.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.row()).isEqualTo(PAID.row()));
        assertThat(cash(ledger)).isEqualTo("120");
    }

    @Test
    void one_sum_of_all_that_the_instrument_paid_that_day_is_those_payments() {
        Telling more = telling("more", "whole", 0, 3, dividend(JANUARY_10, ALFA, "12", "Special"));
        Telling moreTax = telling("more tax", "whole", 0, 4, tax(JANUARY_10, ALFA, "-1.8"));
        assertThat(cash(ledger(PAID, TAX, more, moreTax, net("112.2")))).isEqualTo("112.2");
        Telling rest = telling("rest", "net", 0, 2, net(JANUARY_10, ALFA, "10.2"));
        AccountLedger apart = ledger(PAID, TAX, more, moreTax, net("102"), rest);
        assertThat(apart.bookings()).hasSize(4);
        assertThat(cash(apart)).isEqualTo("112.2");
    }

    @Test
    void a_tax_restated_later_leaves_the_payment_that_was_told_before() {
        Telling back = telling("back", "later", 1, 1, tax(JANUARY_10, ALFA, "18"));
        Telling anew = telling("anew", "later", 1, 2, tax(JANUARY_10, ALFA, "-12"));
        assertThat(cash(ledger(PAID, TAX, back, anew, net("102")))).isEqualTo("108");
        assertThat(cash(ledger(PAID, TAX, back, anew, net("108")))).isEqualTo("108");
    }

    @Test
    void another_sum_stands_beside_the_payment_and_is_asked_about() {
        AccountLedger ledger = ledger(PAID, TAX, net("100"));
        assertThat(ledger.bookings()).hasSize(3);
        assertThat(ledger.undecided()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.AFTER_TAX_OR_ANOTHER);
            assertThat(question.facts()).containsExactly(fact("net"));
            assertThat(question.candidates()).containsExactly(fact("paid"));
        });
    }

    @Test
    void a_second_row_of_one_file_takes_no_payment_that_is_taken() {
        Telling again = telling("again", "net", 0, 2, net(JANUARY_10, ALFA, "102"));
        AccountLedger ledger = ledger(PAID, TAX, net("102"), again);
        assertThat(cash(ledger)).isEqualTo("204");
        assertThat(ledger.undecided())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.AFTER_TAX_OR_ANOTHER);
    }

    @Test
    void of_another_day_instrument_or_in_the_same_file_it_is_a_payment_of_its_own() {
        Stream.of(
                        telling("net", "net", net(JANUARY_10.plusDays(1), ALFA, "102")),
                        telling("net", "net", net(JANUARY_10, BETA, "102")),
                        telling("net", "whole", 0, 3, net(JANUARY_10, ALFA, "102")))
                .forEach(own -> {
                    AccountLedger ledger = ledger(PAID, TAX, own);
                    assertThat(ledger.bookings()).hasSize(3);
                    assertThat(ledger.undecided()).isEmpty();
                });
    }

    @Test
    void a_rate_of_the_row_joins_it_with_what_was_told_converted_before_tax() {
        Telling euros = telling("euros", "whole", 0, 1, inEuros("100.8"));
        CashMovement movement = new CashMovement(
                JANUARY_10,
                Money.of("120", "USD"),
                null,
                new FxRate(new BigDecimal("0.84")),
                CashDividend.AFTER_TAX,
                References.NONE);
        Telling net = telling("net", "net", new CashDividend(movement, ALFA, null, null, null));
        assertThat(ledger(euros, net).bookings()).hasSize(1);
        assertThat(ledger(euros, net("120")).bookings()).hasSize(2);
    }

    private static StatementRow inEuros(String amount) {
        CashMovement movement =
                new CashMovement(JANUARY_10, Money.of(amount, "EUR"), null, null, "Dividend", References.NONE);
        return new CashDividend(movement, ALFA, null, null, null);
    }
}
