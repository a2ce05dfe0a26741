package io.dividendsomatic.dividends.income;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaybackTest {

    @ParameterizedTest
    @CsvSource({"250, 1000, 5, 25.0, 15.0", "1200, 1000, 5, 120.0, 0.0", "0, 1000, 8, 0.0, 12.5"})
    void the_rest_comes_back_at_the_yield(
            String income, String invested, String yearly, String recovered, String remaining) {
        Payback payback = Payback.of(Amount.of(income), Amount.of(invested), Figure.of(new BigDecimal(yearly)))
                .orElseThrow();
        assertThat(payback.recovered()).hasToString(recovered);
        assertThat(payback.remainingYears().value()).hasToString(remaining);
    }

    @Test
    void without_a_yield_no_year_is_named() {
        Figure missing = Figure.missing(Figure.Status.MISSING_FX);
        assertThat(Payback.of(Amount.of("1"), Amount.of("10"), missing))
                .map(Payback::remainingYears)
                .contains(missing);
        assertThat(Payback.of(Amount.of("1"), Amount.of("0"), missing)).isEmpty();
    }

    @Test
    void more_than_fourteen_days_without_it_end_a_time_of_owning() {
        LocalDate first = LocalDate.of(2031, 1, 1);
        assertThat(Payback.owned(List.of(first.plusDays(14), first, first.plusDays(29))))
                .containsExactly(
                        new Payback.Owned(first, first.plusDays(14)),
                        new Payback.Owned(first.plusDays(29), first.plusDays(29)));
        assertThat(new Payback.Owned(first, first.plusDays(14)).days()).isEqualTo(15);
    }
}
