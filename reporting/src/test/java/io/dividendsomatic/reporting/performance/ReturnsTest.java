package io.dividendsomatic.reporting.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.reporting.performance.MoneyWeighted.Dated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Returns against published worked examples. */
class ReturnsTest {

    private static Dated dated(String day, String amount) {
        return new Dated(LocalDate.parse(day), new BigDecimal(amount));
    }

    private static NavigableMap<LocalDate, BigDecimal> series(String... daysAndValues) {
        NavigableMap<LocalDate, BigDecimal> series = new TreeMap<>();
        for (int i = 0; i < daysAndValues.length; i += 2) {
            series.put(LocalDate.parse(daysAndValues[i]), new BigDecimal(daysAndValues[i + 1]));
        }
        return series;
    }

    /** Microsoft's documentation of XIRR: 0.373362535, or 37.34 %; the dates of its older note Q116041 give the same. */
    @Test
    void the_money_weighted_return_of_excels_example() {
        assertThat(MoneyWeighted.of(List.of(
                        dated("2008-01-01", "-10000"),
                        dated("2008-03-01", "2750"),
                        dated("2008-10-30", "4250"),
                        dated("2009-02-15", "3250"),
                        dated("2009-04-01", "2750"))))
                .hasValue(new BigDecimal("0.373363"));
        assertThat(MoneyWeighted.of(List.of(
                        dated("1992-01-01", "-10000"),
                        dated("1992-03-01", "2750"),
                        dated("1992-10-30", "4250"),
                        dated("1993-02-15", "3250"),
                        dated("1993-04-01", "2750"))))
                .hasValue(new BigDecimal("0.373363"));
    }

    /**
     * The example of the CFA programme, level I, for both returns: a share for 100, another for 120 a year later, both
     * sold for 130 after another, 2 of dividend a share each year. Time-weighted 15.84 %, money-weighted 13.86 % a year.
     */
    @Test
    void both_returns_of_the_cfa_programmes_example() {
        TimeWeighted time = TimeWeighted.of(
                series("2031-01-01", "100", "2032-01-01", "240", "2033-01-01", "0"),
                series("2032-01-01", "118", "2033-01-01", "-264"));

        assertThat(time.factor()).isEqualByComparingTo("1.342"); // 1.22 × 1.10
        assertThat(MoneyWeighted.yearly(time.factor(), 730)).hasValue(new BigDecimal("0.158447"));
        assertThat(MoneyWeighted.of(
                        List.of(dated("2031-01-01", "-100"), dated("2032-01-01", "-118"), dated("2032-12-31", "264"))))
                .hasValueSatisfying(
                        rate -> assertThat(rate).isBetween(new BigDecimal("0.1385"), new BigDecimal("0.1387")));
    }

    /** 100 that become 300 in two years with 50 put in after one: a gain of 150 on 125 that were there on average. */
    @Test
    void sparse_values_give_the_return_of_modified_dietz() {
        TimeWeighted time =
                TimeWeighted.of(series("2033-01-01", "100", "2035-01-01", "300"), series("2034-01-01", "50"));

        assertThat(time.factor()).isEqualByComparingTo("2.2");
        assertThat(time.subPeriods()).isEqualTo(1);
    }

    @Test
    void the_first_deposit_begins_the_return_and_an_empty_time_has_none() {
        TimeWeighted time = TimeWeighted.of(
                series("2031-01-01", "0", "2031-01-02", "100", "2031-01-03", "110", "2031-01-04", "0"),
                series("2031-01-02", "100", "2031-01-04", "-110"));

        assertThat(time.factor()).isEqualByComparingTo("1.1");
        assertThat(time.without()).isEmpty();
        assertThat(TimeWeighted.of(series("2031-01-01", "-5", "2031-01-02", "-4"), series())
                        .without())
                .containsExactly(LocalDate.of(2031, 1, 2));
    }

    @Test
    void without_both_signs_or_time_there_is_no_rate() {
        assertThat(MoneyWeighted.of(List.of())).isEmpty();
        assertThat(MoneyWeighted.of(List.of(dated("2031-01-01", "-1"), dated("2031-06-01", "-1"))))
                .isEmpty();
        assertThat(MoneyWeighted.of(List.of(dated("2031-01-01", "-1"), dated("2031-01-01", "2"))))
                .isEmpty();
    }

    @Test
    void heavy_losses_and_gains_are_found() {
        assertThat(MoneyWeighted.of(List.of(dated("2031-01-01", "-1000"), dated("2032-01-01", "10"))))
                .hasValue(new BigDecimal("-0.990000"));
        assertThat(MoneyWeighted.of(List.of(dated("2031-01-01", "-1"), dated("2031-02-01", "2"))))
                .hasValueSatisfying(rate -> assertThat(rate).isGreaterThan(new BigDecimal("3000")));
    }

    @Test
    void money_that_grows_at_a_rate_has_that_rate() {
        long seed = 20_310_101L;
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            BigDecimal percent = BigDecimal.valueOf(random.nextInt(-60, 200));
            BigDecimal growth = BigDecimal.ONE.add(percent.movePointLeft(2));
            Dated[] flows = {
                dated("2031-01-01", "-1000"),
                dated("2032-01-01", "-500"), // 365 days later, like the next
                new Dated(
                        LocalDate.of(2032, 12, 31),
                        growth.pow(2).multiply(BigDecimal.valueOf(1000)).add(growth.multiply(BigDecimal.valueOf(500))))
            };
            assertThat(MoneyWeighted.of(Arrays.asList(flows)))
                    .as("seed %s round %s", seed, round)
                    .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo(percent.movePointLeft(2)));
        }
    }
}
