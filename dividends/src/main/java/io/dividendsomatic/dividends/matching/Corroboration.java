package io.dividendsomatic.dividends.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which accrual foretold a payment: the same instrument and currency, and its rate, ex date and pay date do not differ. */
final class Corroboration {
    /** The paying agent's day and the broker's are this far apart at most. */
    private static final int PAY_DATE_DAYS = 7;

    private final List<ExpectedPayment> expected;

    Corroboration(List<ExpectedPayment> expected) {
        this.expected = expected;
    }

    /** The one accrual that fits, those of its very pay date first; nothing where two do. */
    Optional<ExpectedPayment> of(CashRow payment) {
        List<ExpectedPayment> fitting =
                expected.stream().filter(accrual -> fits(accrual, payment)).toList();
        List<ExpectedPayment> ofThatDay = fitting.stream()
                .filter(accrual -> payment.date().equals(accrual.payDate()))
                .toList();
        List<ExpectedPayment> best = ofThatDay.isEmpty() ? fitting : ofThatDay;
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static boolean fits(ExpectedPayment accrual, CashRow payment) {
        PerShare rate = payment.stated().perShare();
        LocalDate exDate = payment.stated().exDate();
        return accrual.key().equals(payment.key())
                && accrual.currency().equals(payment.currency())
                && (rate == null || accrual.rate() == null || rate.agreesWith(accrual.rate()))
                && (exDate == null || accrual.exDate() == null || exDate.equals(accrual.exDate()))
                && isNear(accrual.payDate(), payment.date());
    }

    private static boolean isNear(@Nullable LocalDate expected, LocalDate paid) {
        return expected != null && Math.abs(ChronoUnit.DAYS.between(expected, paid)) <= PAY_DATE_DAYS;
    }
}
