package io.dividendsomatic.portfolio.ledger.rolling;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A position that a broker reports at the end of a day.
 *
 * @param quantity negative when short
 * @param cost total, in {@code currency}; absent where the broker does not state it
 */
public record ReportedPosition(
        Instrument instrument,
        CurrencyCode currency,
        Quantity quantity,
        @Nullable Amount cost) {}
