package io.dividendsomatic.dividends.income;

import static io.dividendsomatic.dividends.income.Income.asOf;
import static io.dividendsomatic.dividends.income.Income.paying;
import static io.dividendsomatic.dividends.income.Income.quarterly;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.income.Figure.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class GrowthTest {

    @Test
    void the_rate_grows_by_so_much_a_year() {
        InstrumentIncome income = asOf("2031-12-31", quarterly(2028, "0.10", "0.11", "0.12", "0.1331"))
                .rate("0.8")
                .known();
        assertThat(income.growth().get(1).perShare()).isEqualTo(Figure.of(new BigDecimal("10.00")));
        assertThat(income.growth().get(1).shares()).isEqualTo(Figure.of(new BigDecimal("0.00")));
        assertThat(income.growth().get(0).perShare()).isEqualTo(Figure.of(new BigDecimal("10.92")));
    }

    @Test
    void a_year_that_is_not_whole_is_not_compared() {
        InstrumentIncome income = asOf("2031-12-31", paying("2030-10-15 0.1") + "\n" + quarterly(2031, "0.12"))
                .known();
        assertThat(income.growth().getFirst().perShare()).isEqualTo(Figure.missing(Status.INCOMPLETE));
    }

    @Test
    void more_shares_and_another_exchange_rate_are_told_apart_from_the_rate() {
        String rows = quarterly(2030, "0.10") + """

                a | DIVIDEND | 2031-01-15 | ALFA | 22 USD | | rate=0.11
                b | DIVIDEND | 2031-04-15 | ALFA | 22 USD | | rate=0.11
                c | DIVIDEND | 2031-07-15 | ALFA | 22 USD | | rate=0.11
                d | DIVIDEND | 2031-10-15 | ALFA | 22 USD | | rate=0.11
                """;
        Growth growth = asOf("2031-12-31", rows).rate("0.8").known().growth().getFirst();
        assertThat(growth.perShare()).isEqualTo(Figure.of(new BigDecimal("10.00")));
        assertThat(growth.shares()).isEqualTo(Figure.of(new BigDecimal("100.00")));
        assertThat(growth.fx()).isEqualTo(Figure.of(new BigDecimal("0.00")));
        assertThat(growth.money()).isEqualTo(Figure.of(new BigDecimal("120.00")));
    }

    @Test
    void a_split_is_no_cut_and_no_growth_of_the_rate() {
        InstrumentIncome income = asOf("2031-12-31", quarterly(2030, "0.40") + "\n" + quarterly(2031, "0.10"))
                .split("2030-12-01", "4")
                .rate("0.8")
                .known();
        assertThat(income.cuts()).isEmpty();
        assertThat(income.growth().getFirst().perShare()).isEqualTo(Figure.of(new BigDecimal("0.00")));
    }

    @Test
    void without_exchange_rate_the_rate_is_still_compared() {
        Growth growth = asOf("2031-12-31", quarterly(2030, "0.10", "0.11"))
                .known()
                .growth()
                .getFirst();
        assertThat(growth.perShare()).isEqualTo(Figure.of(new BigDecimal("10.00")));
        assertThat(growth.money()).isEqualTo(Figure.missing(Status.MISSING_FX));
    }

    @Test
    void a_cut_names_the_payments_before_and_after() {
        InstrumentIncome income =
                asOf("2031-12-31", quarterly(2030, "0.20", "0.15")).known();
        assertThat(income.cuts())
                .extracting(cut -> cut.before().date() + " " + cut.after().date() + " " + cut.percent())
                .containsExactly("2030-10-15 2031-01-15 25.0");
    }

    @Test
    void a_streak_counts_whole_years_back_from_the_last() {
        String rows = quarterly(2026, "0.20", "0.10", "0.10", "0.11", "0.12");
        assertThat(asOf("2031-06-30", rows).known().streak()).isEqualTo(new Streak(2, 3, 2027));
    }

    @Test
    void a_year_of_which_not_all_was_received_ends_a_streak() {
        String rows = paying("2029-10-15 0.05") + "\n" + quarterly(2030, "0.11");
        assertThat(asOf("2031-06-30", rows).known().streak()).isEqualTo(new Streak(0, 0, 2030));
    }
}
