package io.dividendsomatic.dividends.income;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {
    private static final LocalDate ASOF = LocalDate.of(2031, 12, 31);

    @ParameterizedTest
    @CsvSource({
        "7, IRREGULAR",
        "19, IRREGULAR",
        "20, MONTHLY",
        "49, MONTHLY",
        "50, QUARTERLY",
        "119, QUARTERLY",
        "120, SEMI_ANNUAL",
        "219, SEMI_ANNUAL",
        "220, ANNUAL",
        "419, ANNUAL",
        "420, IRREGULAR"
    })
    void the_average_gap_in_days_decides(int gap, Frequency frequency) {
        List<LocalDate> dates = IntStream.range(0, 3)
                .mapToObj(n -> ASOF.minusDays((long) n * gap))
                .toList();
        assertThat(Frequency.of(dates, ASOF)).isEqualTo(frequency);
    }

    @Test
    void several_payments_on_one_date_are_one_date() {
        LocalDate date = LocalDate.of(2031, 3, 15);
        assertThat(Frequency.of(Arrays.asList(date, date, date), ASOF)).isEqualTo(Frequency.UNKNOWN);
        assertThat(Frequency.of(List.of(date, date, date.plusDays(91), date.plusDays(91)), ASOF))
                .isEqualTo(Frequency.QUARTERLY);
    }

    @Test
    void a_time_long_ago_and_dates_to_come_say_nothing() {
        List<LocalDate> dates = List.of(
                LocalDate.of(2021, 1, 15),
                LocalDate.of(2031, 10, 15),
                LocalDate.of(2031, 11, 15),
                LocalDate.of(2031, 12, 15),
                LocalDate.of(2033, 12, 15));
        assertThat(Frequency.of(dates, ASOF)).isEqualTo(Frequency.MONTHLY);
    }
}
