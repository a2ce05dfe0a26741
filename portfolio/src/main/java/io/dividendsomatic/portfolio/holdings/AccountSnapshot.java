package io.dividendsomatic.portfolio.holdings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of what an account held at the end of a day.
 *
 * @param supersededAt when it last ceased to be current; absent when it is current
 * @param fileId of the files that told it the one that makes it right; absent when it is derived, from many
 */
public record AccountSnapshot(
        AccountId account,
        LocalDate asOf,
        int version,
        Origin origin,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        @Nullable FileId fileId,
        List<HeldPosition> positions) {

    public AccountSnapshot {
        positions = List.copyOf(positions);
    }

    /**
     * A position as the broker states it, and every line that states it. Amounts are in {@code currency}.
     *
     * @param costsApart of a derived one the charges in other currencies that its cost basis lacks, one sum each
     */
    public record HeldPosition(
            @JsonUnwrapped Instrument instrument,
            CurrencyCode currency,
            Quantity quantity,
            @Nullable UnitPrice markPrice,
            @Nullable Amount marketValue,
            @Nullable Amount costBasis,
            @Nullable Amount unrealizedPnl,
            @Nullable FxRate fxRateToBase,
            List<Money> costsApart,
            List<SourceRef> sources) {

        public HeldPosition {
            costsApart = List.copyOf(costsApart);
            sources = List.copyOf(sources);
        }

        /** As the broker states it. */
        public HeldPosition(
                Instrument instrument,
                CurrencyCode currency,
                Quantity quantity,
                @Nullable UnitPrice markPrice,
                @Nullable Amount marketValue,
                @Nullable Amount costBasis,
                @Nullable Amount unrealizedPnl,
                @Nullable FxRate fxRateToBase,
                List<SourceRef> sources) {
            this(
                    instrument,
                    currency,
                    quantity,
                    markPrice,
                    marketValue,
                    costBasis,
                    unrealizedPnl,
                    fxRateToBase,
                    List.of(),
                    sources);
        }

        /** The same, with its instrument named otherwise. */
        public HeldPosition of(Instrument named) {
            if (named.equals(instrument)) {
                return this;
            }
            return new HeldPosition(
                    named,
                    currency,
                    quantity,
                    markPrice,
                    marketValue,
                    costBasis,
                    unrealizedPnl,
                    fxRateToBase,
                    costsApart,
                    sources);
        }
    }
}
