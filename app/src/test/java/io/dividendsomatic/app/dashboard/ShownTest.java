package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class ShownTest {
    private static final Shown ENGLISH = new Shown(Locale.ENGLISH, false, new StaticMessageSource());
    private static final Shown FINNISH = new Shown(Locale.of("fi"), false, new StaticMessageSource());
    private static final Shown PRIVATE = new Shown(Locale.ENGLISH, true, new StaticMessageSource());

    @Test
    void figures_are_grouped_and_the_unknown_is_a_dash() {
        assertThat(ENGLISH.amount(new BigDecimal("-1234567.125"))).isEqualTo("−1\u202f234\u202f567.12");
        assertThat(ENGLISH.exact(new BigDecimal("1000.0000001"))).isEqualTo("1\u202f000");
        assertThat(ENGLISH.percent(new BigDecimal("0.6125"))).isEqualTo("61.2\u00a0%");
        assertThat(ENGLISH.amount((BigDecimal) null)).isEqualTo("–");
    }

    @Test
    void what_rounds_to_zero_has_no_sign() {
        assertThat(ENGLISH.amount(new BigDecimal("-0.004"))).isEqualTo("0.00");
        assertThat(ENGLISH.percent(new BigDecimal("-0.0001"))).isEqualTo("0.0\u00a0%");
        assertThat(ENGLISH.amount(new BigDecimal("-0.006"))).isEqualTo("−0.01");
    }

    @Test
    void finns_read_a_comma_and_their_dates() {
        assertThat(FINNISH.amount(new BigDecimal("1234.5"))).isEqualTo("1\u00a0234,50");
        assertThat(FINNISH.date(LocalDate.of(2026, 1, 30))).isEqualTo("30.1.2026");
        assertThat(ENGLISH.date(LocalDate.of(2026, 1, 30))).isEqualTo("2026-01-30");
    }

    @Test
    void privacy_hides_amounts_and_quantities_but_not_prices_and_shares() {
        assertThat(PRIVATE.amount(new BigDecimal("1234.5"))).isEqualTo("•••");
        assertThat(PRIVATE.quantity(BigDecimal.TEN)).isEqualTo("•••");
        assertThat(PRIVATE.exact(BigDecimal.TEN)).isEqualTo("10");
        assertThat(PRIVATE.percent(new BigDecimal("0.5"))).isEqualTo("50.0\u00a0%");
    }
}
