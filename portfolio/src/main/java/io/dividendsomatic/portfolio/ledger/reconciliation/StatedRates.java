package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The rates that the account's own files state. A broker values with its own rates, so those of others do not count. */
@FunctionalInterface
public interface StatedRates {
    /** Where no file states any. */
    StatedRates NONE = (from, to, day) -> Optional.empty();

    /** Multiply by it; nothing where no file states one for that very day. */
    Optional<BigDecimal> stated(CurrencyCode from, CurrencyCode to, LocalDate day);

    /** An amount in the other currency; of none, and of an amount in the same currency, no rate is needed. */
    default Optional<BigDecimal> convert(BigDecimal amount, CurrencyCode from, CurrencyCode to, LocalDate day) {
        return amount.signum() == 0 || from.equals(to)
                ? Optional.of(amount)
                : stated(from, to, day).map(amount::multiply);
    }
}
