package io.dividendsomatic.dividends.income;

import static io.dividendsomatic.dividends.income.Income.asOf;
import static io.dividendsomatic.dividends.income.Income.paying;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The trailing twelve months, with the golden checks of the rules. */
class TrailingTest {

    @Test
    void an_ordinary_and_an_in_lieu_part_count_once() {
        Trailing trailing = asOf("2031-12-31", """
                        d | DIVIDEND | 2031-11-15 | ALFA | 84 USD | | rate=0.12
                        p | IN_LIEU  | 2031-11-15 | ALFA | 36 USD | | rate=0.12
                        """).known().received();
        assertThat(trailing.perShare()).hasToString("0.12");
        assertThat(trailing.dates()).isEqualTo(1);
    }

    @Test
    void regular_and_special_of_one_day_are_both_received() {
        Trailing trailing = asOf(
                        "2031-12-31",
                        paying("2031-11-15 0.12")
                                + "\ns | DIVIDEND | 2031-11-15 | ALFA | 50 USD | Cash Dividend USD 0.50 per Share (Bonus Dividend) |")
                .known()
                .received();
        assertThat(trailing.perShare()).hasToString("0.62");
        assertThat(trailing.regular()).hasToString("0.12");
    }

    @Test
    void a_part_of_a_year_is_stretched_by_its_dates_and_never_by_its_rows() {
        String half = """
                a | DIVIDEND | 2031-08-15 | ALFA | 84 USD | | rate=0.12
                b | IN_LIEU  | 2031-08-15 | ALFA | 36 USD | | rate=0.12
                c | DIVIDEND | 2031-11-15 | ALFA | 84 USD | | rate=0.12
                d | IN_LIEU  | 2031-11-15 | ALFA | 36 USD | | rate=0.12
                """;
        Trailing trailing = asOf("2031-12-31", half).known().received();
        assertThat(trailing.dates()).isEqualTo(2);
        assertThat(trailing.perShare()).hasToString("0.24");
        assertThat(trailing.annualised()).hasToString("0.48");
    }

    @Test
    void a_special_is_never_stretched() {
        Trailing trailing = asOf(
                        "2031-12-31",
                        paying("2031-08-15 0.12", "2031-11-15 0.12")
                                + "\ns | DIVIDEND | 2031-09-15 | ALFA | 50 USD | Cash Dividend USD 0.50 per Share (Special) |")
                .known()
                .received();
        assertThat(trailing.annualised()).hasToString("0.48");
        assertThat(trailing.perShare()).hasToString("0.74");
    }

    @Test
    void the_net_rate_is_less_the_tax_of_each_payment() {
        Trailing trailing = asOf(
                        "2031-12-31",
                        paying("2031-08-15 0.12", "2031-11-15 0.20") + "\nt | TAX | 2031-08-15 | ALFA | -1.8 USD |")
                .known()
                .received();
        assertThat(trailing.perShare()).hasToString("0.32");
        assertThat(trailing.netPerShare()).hasToString("0.302");
    }

    @Test
    void an_old_day_shows_the_income_of_its_year() {
        String rows = paying("2029-02-15 0.10", "2029-08-15 0.10", "2031-02-15 0.30", "2031-08-15 0.30");
        assertThat(asOf("2029-12-31", rows).known().received().perShare()).hasToString("0.2");
        assertThat(asOf("2031-12-31", rows).known().received().perShare()).hasToString("0.6");
    }

    @Test
    void a_year_has_one_of_two_payments_that_are_a_year_apart() {
        String rows = paying("2030-06-15 1.00", "2031-06-15 1.10");
        assertThat(asOf("2031-06-14", rows).known().received().perShare()).hasToString("1");
        assertThat(asOf("2031-06-15", rows).known().received().perShare()).hasToString("1.1");
    }

    @Test
    void a_split_makes_earlier_rates_smaller() {
        Trailing trailing = asOf("2031-12-31", paying("2031-02-15 1.00", "2031-08-15 0.25"))
                .split("2031-06-02", "4")
                .known()
                .received();
        assertThat(trailing.perShare()).hasToString("0.5");
    }

    @Test
    void a_split_to_come_changes_nothing_yet() {
        Trailing trailing = asOf("2031-05-31", paying("2031-02-15 1.00"))
                .split("2031-06-02", "4")
                .known()
                .received();
        assertThat(trailing.perShare()).hasToString("1");
    }

    @Test
    void what_was_taken_back_is_not_received() {
        Trailing trailing = asOf("2031-12-31", """
                        d | DIVIDEND | 2031-11-15 | ALFA | 84 USD  | | rate=0.12
                        r | DIVIDEND | 2031-11-15 | ALFA | -84 USD | | rate=0.12
                        """).known().received();
        assertThat(trailing.perShare()).isZero();
    }

    @Test
    void where_no_rate_is_known_of_any_the_sum_is_not_zero_but_unknown() {
        Trailing trailing = asOf("2031-12-31", "d | DIVIDEND | 2031-11-15 | ALFA | 84 USD |")
                .known()
                .received();
        assertThat(trailing.leftOut()).isOne();
        assertThat(trailing.perShare()).isNull();
        assertThat(trailing.annualised()).isNull();
    }

    @Test
    void one_much_larger_than_its_steady_neighbours_is_special() {
        InstrumentIncome income = asOf(
                        "2031-12-31",
                        paying(
                                "2030-11-15 0.51",
                                "2031-02-15 0.51",
                                "2031-05-15 0.51",
                                "2031-08-15 2.04",
                                "2031-11-15 0.52"))
                .known();
        assertThat(income.distributions())
                .filteredOn(Distribution::special)
                .extracting(distribution -> distribution.date().toString())
                .containsExactly("2031-08-15");
    }

    @Test
    void a_final_dividend_that_is_larger_every_year_is_regular() {
        InstrumentIncome income = asOf(
                        "2031-12-31",
                        paying(
                                "2029-05-15 0.90",
                                "2029-10-15 0.30",
                                "2030-05-15 0.90",
                                "2030-10-15 0.30",
                                "2031-05-15 0.95",
                                "2031-10-15 0.31"))
                .known();
        assertThat(income.distributions()).noneMatch(Distribution::special);
        assertThat(income.frequency()).isEqualTo(Frequency.SEMI_ANNUAL);
        assertThat(income.cuts()).isEmpty();
    }
}
