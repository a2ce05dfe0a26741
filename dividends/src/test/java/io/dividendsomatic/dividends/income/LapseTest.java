package io.dividendsomatic.dividends.income;

import static io.dividendsomatic.dividends.income.Income.asOf;
import static io.dividendsomatic.dividends.income.Income.paying;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.income.DeclaredRate.Source;
import org.junit.jupiter.api.Test;

/** A payer that stopped is no payer any more, where the files would tell of a payment. */
class LapseTest {
    private static final String MONTHLY = paying("2031-12-15 1", "2032-01-15 1", "2032-02-15 1");

    private static Income monthly(String asOf, String told, String shares) {
        return asOf(asOf, MONTHLY).holding("100", "USD", "30", "20", "0.8").told(told, shares);
    }

    @Test
    void three_turns_without_a_payment_end_its_rate_and_nothing_is_stretched_to_a_year() {
        InstrumentIncome income = monthly("2032-10-31", "2032-10-31", "100").known();
        assertThat(income.frequency()).isEqualTo(Frequency.MONTHLY);
        assertThat(income.lapsed()).isTrue();
        assertThat(income.declared()).isNull();
        assertThat(income.received().annualised()).isEqualByComparingTo("3");
        assertThat(income.yields()).isEqualTo(Yields.LAPSED);
        assertThat(income.netYields()).isEqualTo(Yields.LAPSED);
    }

    @Test
    void a_payment_that_is_only_late_ends_nothing() {
        assertThat(monthly("2032-05-15", "2032-05-15", "100").known().lapsed()).isFalse();
        assertThat(monthly("2032-05-17", "2032-05-17", "100").known().lapsed()).isTrue();
    }

    @Test
    void what_the_files_do_not_tell_of_or_was_not_held_ends_nothing() {
        assertThat(monthly("2032-10-31", "2032-03-31", "100").known().lapsed()).isFalse();
        InstrumentIncome sold = monthly("2032-10-31", "2032-10-31", "0").known();
        assertThat(sold.lapsed()).isFalse();
        assertThat(sold.rates()).extracting(DeclaredRate::source).contains(Source.OBSERVED);
    }

    @Test
    void what_the_user_states_counts_all_the_same() {
        InstrumentIncome income = monthly("2032-10-31", "2032-10-31", "100")
                .manual("2032-03-01", "0.5", Frequency.MONTHLY)
                .known();
        assertThat(income.rates()).extracting(DeclaredRate::source).containsExactly(Source.MANUAL);
        assertThat(income.yields().projectedAnnual().isKnown()).isTrue();
    }
}
