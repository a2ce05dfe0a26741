package io.dividendsomatic.reporting.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.InstrumentDays.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InstrumentCourseTest {
    private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);
    private static final LocalDate SECOND = LocalDate.of(2031, 1, 2);
    private static final LocalDate THIRD = LocalDate.of(2031, 1, 3);
    private static final List<LocalDate> DAYS = List.of(FIRST, SECOND, THIRD);

    private static Units units(LocalDate day, String currency, String quantity, @Nullable String value, String cost) {
        return new Units(
                day,
                new CurrencyCode(currency),
                new BigDecimal(quantity),
                value == null ? null : new BigDecimal(value),
                new BigDecimal(cost));
    }

    @Test
    void units_of_all_accounts_are_one_and_begin_on_the_day_they_were_first_held() {
        InstrumentCourse course = InstrumentCourse.of(
                List.of(
                        units(SECOND, "EUR", "10", "110", "100"),
                        units(THIRD, "EUR", "10", "120", "100"),
                        units(THIRD, "EUR", "30", "360", "420")),
                DAYS);
        assertThat(course.points()).extracting(point -> point.date()).containsExactly(SECOND, THIRD);
        assertThat(course.points().getLast().quantity()).isEqualByComparingTo("40");
        assertThat(course.points().getLast().price()).isEqualByComparingTo("12");
        assertThat(course.points().getLast().cost()).isEqualByComparingTo("13");
        assertThat(course.elsewhere()).isFalse();
    }

    @Test
    void a_value_that_is_not_known_gives_no_price_and_sold_units_neither_price_nor_cost() {
        InstrumentCourse course = InstrumentCourse.of(List.of(units(FIRST, "EUR", "10", null, "100")), DAYS);
        assertThat(course.points().getFirst().price()).isNull();
        assertThat(course.points().getFirst().cost()).isEqualByComparingTo("10");
        assertThat(course.points().getLast().quantity()).isEqualByComparingTo("0");
        assertThat(course.points().getLast().cost()).isNull();
    }

    @Test
    void the_currency_is_the_last_one_and_others_are_said_to_be_left_out() {
        InstrumentCourse course = InstrumentCourse.of(
                List.of(units(FIRST, "SEK", "5", "50", "40"), units(THIRD, "EUR", "10", "120", "100")), DAYS);
        assertThat(course.currency()).isEqualTo(new CurrencyCode("EUR"));
        assertThat(course.elsewhere()).isTrue();
        assertThat(InstrumentCourse.of(List.of(), DAYS)).isEqualTo(InstrumentCourse.NONE);
    }
}
