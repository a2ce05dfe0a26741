package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which accrual foretold a payment: the same instrument and currency, and its rate, ex date and pay date do not differ. */
final class Corroboration {
    private final Map<InstrumentKey, List<ExpectedPayment>> expected;

    Corroboration(List<ExpectedPayment> expected) {
        this.expected = expected.stream().collect(Collectors.groupingBy(ExpectedPayment::key));
    }

    /** The one accrual that fits, those of its very pay date first; nothing where two do. */
    Optional<ExpectedPayment> of(CashRow payment) {
        InstrumentKey key = payment.key();
        if (key == null) {
            return Optional.empty();
        }
        List<ExpectedPayment> fitting = expected.getOrDefault(key, List.of()).stream()
                .filter(accrual -> fits(accrual, payment))
                .toList();
        List<ExpectedPayment> ofThatDay = fitting.stream()
                .filter(accrual -> payment.date().equals(accrual.payDate()))
                .toList();
        List<ExpectedPayment> best = ofThatDay.isEmpty() ? fitting : ofThatDay;
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    private static boolean fits(ExpectedPayment accrual, CashRow payment) {
        return accrual.currency().equals(payment.currency()) && accrual.foretold(payment.date(), payment.stated());
    }
}
