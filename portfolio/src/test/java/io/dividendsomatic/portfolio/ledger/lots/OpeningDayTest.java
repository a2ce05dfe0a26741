package io.dividendsomatic.portfolio.ledger.lots;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** 3 January 2031 is a Friday. */
class OpeningDayTest {
    private static final LocalDate FRIDAY = LocalDate.of(2031, 1, 3);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final LocalDate THURSDAY = FRIDAY.plusDays(6);

    @Test
    void the_first_report_is_one_and_each_after_days_that_no_file_tells() {
        assertThat(days(List.of(), FRIDAY, MONDAY))
                .containsExactly(new OpeningDay(FRIDAY, null), new OpeningDay(MONDAY, FRIDAY));
        assertThat(days(List.of(new Period(FRIDAY, MONDAY.plusDays(2))), FRIDAY, THURSDAY))
                .containsExactly(new OpeningDay(FRIDAY, null), new OpeningDay(THURSDAY, FRIDAY));
    }

    @Test
    void a_report_after_days_that_files_tell_is_none_though_it_takes_several_and_a_weekend_is_between() {
        List<Period> told = List.of(
                new Period(MONDAY.plusDays(1), THURSDAY),
                new Period(MONDAY, MONDAY.plusDays(2)),
                new Period(FRIDAY.minusDays(5), FRIDAY));
        assertThat(days(told, FRIDAY, MONDAY, THURSDAY)).containsExactly(new OpeningDay(FRIDAY, null));
    }

    private static List<OpeningDay> days(Collection<Period> told, LocalDate... reported) {
        return OpeningDay.among(new TreeSet<>(List.of(reported)), told);
    }
}
