package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dividendsomatic.dividends.outlook.Certainty;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MonthlyBarsTest {
    @Test
    void paid_and_estimated_stand_one_on_the_other_and_only_paid_is_in_the_line() {
        MonthlyBars bars = MonthlyBars.of(new TreeMap<>(Map.of(
                YearMonth.of(2031, 1),
                        Map.of(Certainty.PAID, new BigDecimal("50"), Certainty.ESTIMATED, new BigDecimal("30")),
                YearMonth.of(2031, 2), Map.of(Certainty.PAID, new BigDecimal("50")))));

        assertThat(bars.months().getFirst().bars())
                .extracting(MonthlyBars.Bar::certainty, MonthlyBars.Bar::y, MonthlyBars.Bar::height)
                .containsExactly(tuple("PAID", 75, 125), tuple("ESTIMATED", 0, 75));
        assertThat(bars.line()).isEqualTo("180,100 540,0");
        assertThat(bars.sums()).extracting(MonthlyBars.Tick::y).containsExactly(0, 100);
        assertThat(bars.sums().getFirst().value()).isEqualByComparingTo("100");
        assertThat(bars.hasForecast()).isTrue();
    }

    @Test
    void the_axis_ends_at_a_plain_number() {
        assertThat(MonthlyBars.roundUp(new BigDecimal("1234"))).isEqualByComparingTo("2000");
        assertThat(MonthlyBars.roundUp(new BigDecimal("0.07"))).isEqualByComparingTo("0.08");
        assertThat(MonthlyBars.roundUp(new BigDecimal("61"))).isEqualByComparingTo("80");
        assertThat(MonthlyBars.roundUp(BigDecimal.ZERO)).isEqualByComparingTo("10");
    }
}
