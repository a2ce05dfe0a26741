package io.dividendsomatic.dividends.events;

import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account's dividends were expected to be, as it was known on a day. It is kept as it was said, so that it can be
 * held against what came.
 *
 * @param asOf the day on which it was made
 * @param until the last pay date that it looks at
 */
public record ForecastMade(AccountId account, LocalDate asOf, LocalDate until, List<Line> lines) {

    public ForecastMade {
        lines = List.copyOf(lines);
    }

    /**
     * One payment that was expected.
     *
     * @param certainty declared or estimated
     * @param perShare and {@code gross} in {@code currency}; absent where they were not known
     */
    public record Line(
            Instrument instrument,
            LocalDate payDate,
            Certainty certainty,
            CurrencyCode currency,
            @Nullable UnitPrice perShare,
            @Nullable Amount gross) {}
}
