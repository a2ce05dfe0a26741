package io.dividendsomatic.reporting.cashflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.reporting.cashflow.BalanceCheck.Verdict;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceCheckTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 10000, false, 0.00, PASS",
        "9901, 10000, false, 0.99, PASS",
        "9900, 10000, false, 1.00, WARNING",
        "10499, 10000, false, 4.99, WARNING",
        "10500, 10000, false, 5.00, FAIL",
        "9501, 10000, true, 4.99, PASS",
        "9500, 10000, true, 5.00, WARNING",
        "8501, 10000, true, 14.99, WARNING",
        "8500, 10000, true, 15.00, FAIL"
    })
    void what_stays_unexplained_is_judged_by_its_share_and_with_a_loan_more_mildly(
            BigDecimal expected, BigDecimal actual, boolean hasLoan, BigDecimal percent, Verdict verdict) {
        BalanceCheck check = BalanceCheck.of(expected, actual, hasLoan);

        assertThat(check.percent()).isEqualTo(percent);
        assertThat(check.verdict()).isEqualTo(verdict);
        assertThat(check.difference()).isEqualTo(actual.subtract(expected));
    }

    @Test
    void nothing_left_is_no_share_of_anything() {
        assertThat(BalanceCheck.of(BigDecimal.TEN, BigDecimal.ZERO, false).percent())
                .isEqualTo(BigDecimal.ZERO);
    }
}
