package io.dividendsomatic.dividends.income;

import static io.dividendsomatic.dividends.income.Income.asOf;
import static io.dividendsomatic.dividends.income.Income.quarterly;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.income.DeclaredRate.Source;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DeclaredRatesTest {
    private static final String PAID = quarterly(2031, "0.10");
    private static final String ACCRUED =
            "\na | POSTED | 2032-01-15 | ALFA | 12 USD | | ex=2031-12-30 on=2031-12-29 qty=100 rate=0.12";

    private static String told(InstrumentIncome income) {
        DeclaredRate rate = income.declared();
        return rate == null ? "none" : rate.source() + " " + rate.perYear() + " " + rate.currency();
    }

    @Test
    void the_newest_payment_tells_the_rate_where_nobody_declares_one() {
        assertThat(told(asOf("2031-12-31", PAID).known())).isEqualTo("OBSERVED 0.4 USD");
    }

    @Test
    void what_the_user_wrote_down_comes_before_what_was_observed() {
        assertThat(told(asOf("2031-12-31", PAID)
                        .manual("2031-11-01", "0.13", Frequency.QUARTERLY)
                        .known()))
                .isEqualTo("MANUAL 0.52 USD");
    }

    @Test
    void what_the_broker_expects_comes_first() {
        assertThat(told(asOf("2031-12-31", PAID + ACCRUED)
                        .manual("2031-11-01", "0.13", Frequency.QUARTERLY)
                        .known()))
                .isEqualTo("ACCRUAL 0.48 USD");
    }

    @Test
    void an_accrual_that_was_not_printed_yet_says_nothing() {
        assertThat(told(asOf("2031-12-28", PAID + ACCRUED).known())).isEqualTo("OBSERVED 0.4 USD");
    }

    @Test
    void an_accrual_of_a_special_payment_is_no_rate_however_much_the_regular_ones_grew() {
        StringBuilder rows = new StringBuilder();
        for (int year = 2012; year <= 2031; year++) {
            rows.append("r%d | DIVIDEND | %d-06-15 | ALFA | 10 USD | | rate=%s%n"
                    .formatted(year, year, BigDecimal.valueOf(5L * (year - 2010), 2)));
        }
        String special = "e | POSTED | 2032-01-12 | ALFA | 500 USD | | ex=2031-12-20 on=2031-12-19 qty=100 rate=5";
        assertThat(told(asOf("2031-12-31", rows + special).known())).isEqualTo("OBSERVED 1.05 USD");
    }

    @Test
    void a_year_of_who_pays_twice_is_an_interim_and_a_final_dividend() {
        String rows = """
                a | DIVIDEND | 2030-05-10 | ALFA | 120 USD | | rate=1.20
                b | DIVIDEND | 2030-11-10 | ALFA | 40 USD  | | rate=0.40
                c | DIVIDEND | 2031-05-10 | ALFA | 130 USD | | rate=1.30
                d | DIVIDEND | 2031-11-10 | ALFA | 40 USD  | | rate=0.40
                """;
        assertThat(told(asOf("2031-12-31", rows).known())).isEqualTo("OBSERVED 1.7 USD");
        assertThat(told(asOf("2031-06-30", rows).known())).isEqualTo("OBSERVED 1.7 USD");
        String accrual = "e | POSTED | 2032-05-10 | ALFA | 150 USD | | ex=2032-05-02 on=2032-05-02 qty=100 rate=1.5";
        assertThat(told(asOf("2032-05-05", rows + accrual).known())).isEqualTo("ACCRUAL 1.9 USD");
    }

    @Test
    void a_later_payment_overtakes_an_accrual() {
        String later = "\nd | DIVIDEND | 2032-04-15 | ALFA | 14 USD | | rate=0.14";
        assertThat(told(asOf("2032-04-30", PAID + ACCRUED + later).known())).isEqualTo("OBSERVED 0.56 USD");
    }

    @Test
    void all_sources_stand_beside_each_other_and_none_is_written_over() {
        InstrumentIncome income = asOf("2031-12-31", PAID + ACCRUED)
                .manual("2031-01-01", "0.20", Frequency.QUARTERLY)
                .known();
        assertThat(income.rates())
                .extracting(DeclaredRate::source)
                .containsExactly(Source.ACCRUAL, Source.MANUAL, Source.OBSERVED, Source.TRAILING);
        assertThat(income.rates().get(1).perYear()).hasToString("0.8");
    }

    @Test
    void a_payment_more_than_a_tenth_off_is_reported() {
        InstrumentIncome income = asOf("2031-12-31", PAID)
                .manual("2031-09-01", "0.13", Frequency.QUARTERLY)
                .known();
        assertThat(income.divergences())
                .singleElement()
                .satisfies(divergence -> assertThat(divergence.paid().date()).hasToString("2031-10-15"));
    }

    @Test
    void what_was_paid_long_ago_is_no_rate() {
        assertThat(told(asOf("2032-11-18", PAID).known())).isEqualTo("OBSERVED 0.4 USD");
        assertThat(told(asOf("2032-11-19", PAID).known())).isEqualTo("none");
    }

    @Test
    void a_special_payment_is_no_rate() {
        String special =
                "\ns | DIVIDEND | 2031-12-15 | ALFA | 204 USD | Cash Dividend USD 2.04 per Share (Special Dividend) |";
        assertThat(told(asOf("2031-12-31", PAID + special).known())).isEqualTo("OBSERVED 0.4 USD");
    }

    @Test
    void one_payment_alone_makes_no_rate_a_year_but_what_was_received() {
        assertThat(told(asOf("2031-12-31", Income.paying("2031-11-15 0.10")).known()))
                .isEqualTo("TRAILING 0.1 USD");
    }
}
