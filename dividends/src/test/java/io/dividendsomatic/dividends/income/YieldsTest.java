package io.dividendsomatic.dividends.income;

import static io.dividendsomatic.dividends.income.Income.asOf;
import static io.dividendsomatic.dividends.income.Income.quarterly;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.income.Figure.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Yields, with the golden checks of the rules. */
class YieldsTest {
    private static final String PAID = quarterly(2031, "0.12");

    @Test
    void a_rate_in_the_currency_of_the_price_needs_no_exchange_rate() {
        Yields yields = asOf("2031-12-31", PAID)
                .holding("1000", "USD", "10.5", "9.6", null)
                .known()
                .yields();
        assertThat(yields.currentYield()).isEqualTo(Figure.of(new BigDecimal("4.57")));
        assertThat(yields.yieldOnCost()).isEqualTo(Figure.of(new BigDecimal("5.00")));
        assertThat(yields.projectedAnnual()).isEqualTo(Figure.missing(Status.MISSING_FX));
    }

    @Test
    void a_rate_in_another_currency_than_the_price_uses_its_own() {
        Yields yields = asOf("2031-12-31", PAID)
                .rate("0.8")
                .holding("1000", "EUR", "9.6", "8", "1")
                .known()
                .yields();
        assertThat(yields.currentYield()).isEqualTo(Figure.of(new BigDecimal("4.00")));
        assertThat(yields.projectedAnnual()).isEqualTo(Figure.of(new BigDecimal("384.00")));
        assertThat(yields.estimatedMonthly()).isEqualTo(Figure.of(new BigDecimal("32.00")));
    }

    @Test
    void without_an_exchange_rate_no_yield_is_given() {
        Yields yields = asOf("2031-12-31", PAID)
                .holding("1000", "EUR", "9.6", "8", "1")
                .known()
                .yields();
        assertThat(yields.currentYield()).isEqualTo(Figure.missing(Status.MISSING_FX));
        assertThat(yields.projectedAnnual()).isEqualTo(Figure.missing(Status.MISSING_FX));
    }

    @Test
    void projected_over_value_is_the_current_yield() {
        Yields yields = asOf("2031-12-31", PAID)
                .rate("0.84")
                .holding("1000", "USD", "10.5", "9.6", "0.84")
                .known()
                .yields();
        BigDecimal value = new BigDecimal("8820");
        BigDecimal projected = Objects.requireNonNull(yields.projectedAnnual().value());
        BigDecimal percent = projected.divide(value, MathContext.DECIMAL64).movePointRight(2);
        assertThat(percent.subtract(Objects.requireNonNull(yields.currentYield().value()))
                        .abs())
                .isLessThan(new BigDecimal("0.005"));
    }

    @Test
    void what_was_paid_this_year_is_not_expected_again() {
        Yields yields = asOf("2031-08-31", PAID + "\n" + quarterly(2030, "0.12"))
                .rate("0.8")
                .holding("100", "USD", "10", "10", "0.8")
                .known()
                .yields();
        assertThat(yields.projectedAnnual()).isEqualTo(Figure.of(new BigDecimal("38.40")));
        assertThat(yields.remainingThisYear()).isEqualTo(Figure.of(new BigDecimal("9.60")));
    }

    @Test
    void a_short_position_projects_nothing() {
        Yields yields = asOf("2031-12-31", PAID)
                .holding("-100", "USD", "10", "10", "0.8")
                .known()
                .yields();
        assertThat(yields.projectedAnnual()).isEqualTo(Figure.of(new BigDecimal("0.00")));
    }

    @Test
    void a_cost_of_nothing_has_no_yield() {
        assertThat(asOf("2031-12-31", PAID)
                        .holding("100", "USD", "10", "0", "0.8")
                        .known()
                        .yields()
                        .yieldOnCost())
                .isEqualTo(Figure.missing(Status.MISSING_COST));
    }

    @Test
    void net_yields_are_less_the_tax_that_was_withheld() {
        Yields yields = asOf("2031-12-31", PAID + "\nt | TAX | 2031-10-15 | ALFA | -7.2 USD |")
                .holding("100", "USD", "9.6", "9.6", "0.8")
                .known()
                .netYields();
        assertThat(yields.currentYield()).isEqualTo(Figure.of(new BigDecimal("4.25")));
    }

    @Test
    void without_a_position_it_is_the_shares_and_their_price_and_cost_that_are_missing() {
        Yields yields = asOf("2031-12-31", PAID).known().yields();
        assertThat(yields.currentYield()).isEqualTo(Figure.missing(Status.MISSING_PRICE));
        assertThat(yields.yieldOnCost()).isEqualTo(Figure.missing(Status.MISSING_COST));
        assertThat(yields.projectedAnnual()).isEqualTo(Figure.missing(Status.MISSING_QUANTITY));
        assertThat(yields.remainingThisYear()).isEqualTo(Figure.missing(Status.MISSING_QUANTITY));
    }

    @Test
    void without_a_rate_it_is_the_rate_that_is_missing() {
        assertThat(asOf("2040-12-31", PAID).known().yields()).isEqualTo(Yields.UNKNOWN);
    }
}
