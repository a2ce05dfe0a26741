package io.dividendsomatic.reporting.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.reporting.coverage.CoverageReport.OfAccount;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);

    private static OfAccount account(Set<LocalDate> reported, Set<LocalDate> dividends) {
        return OfAccount.of(
                AccountId.parse("ibkr:U0000001"),
                LocalDate.of(2032, 12, 31),
                new TreeSet<>(reported),
                new TreeSet<>(reported),
                new TreeSet<>(dividends));
    }

    @Test
    void seven_days_between_reports_are_no_gap_and_eight_are() {
        assertThat(account(Set.of(FIRST, FIRST.plusDays(7)), Set.of()).snapshotGaps())
                .isEmpty();
        assertThat(account(Set.of(FIRST, FIRST.plusDays(8)), Set.of()).snapshotGaps())
                .containsExactly(new Period(FIRST.plusDays(1), FIRST.plusDays(7)));
    }

    @Test
    void more_than_four_hundred_days_without_a_dividend_are_a_gap() {
        assertThat(account(Set.of(FIRST), Set.of(FIRST, FIRST.plusDays(400))).dividendGaps())
                .isEmpty();
        assertThat(account(Set.of(FIRST), Set.of(FIRST, FIRST.plusDays(401))).dividendGaps())
                .hasSize(1);
    }

    @Test
    void the_age_is_that_of_the_last_day_that_is_known() {
        OfAccount account = account(Set.of(FIRST, FIRST.plusDays(364)), Set.of());

        assertThat(account.daysOld()).isEqualTo(366);
        assertThat(account.snapshotShare()).isEqualByComparingTo("0.0079"); // 2 of 252
        assertThat(account(Set.of(), Set.of()).daysOld()).isNull();
    }
}
