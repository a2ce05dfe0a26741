package io.dividendsomatic.portfolio.holdings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.holdings.Valuing.Basis;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instrument in one native currency, over all accounts asked for. Amounts are in that currency and absent when one of
 * the accounts does not state them.
 *
 * @param isin absent when there is none, or only an internal one: then the broker's own name is its identity
 * @param symbol absent where the broker names it otherwise
 * @param quantity negative when short
 * @param markPrice absent when the accounts state different ones
 * @param costBasis total, not per unit
 * @param unrealizedPnl market value − cost basis; where one of them is absent, as stated
 * @param weight share of the market value of everything, from 0 to 1, six decimals, rounded half even
 * @param sources every line of every file that states it
 */
public record Holding(
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable String assetClass,
        CurrencyCode currency,
        Quantity quantity,
        @Nullable UnitPrice markPrice,
        @Nullable Amount marketValue,
        @Nullable Amount costBasis,
        @Nullable Amount unrealizedPnl,
        Fx fx,
        InReportingCurrency inReportingCurrency,
        @Nullable BigDecimal weight,
        List<HeldIn> accounts,
        List<SourceRef> sources) {

    public Holding {
        accounts = List.copyOf(accounts);
        sources = List.copyOf(sources);
    }

    /** What a person reads for it: its symbol, else its name, else its ISIN. */
    public String label() {
        return symbol != null ? symbol : name != null ? name : String.valueOf(isin);
    }

    Holding withWeight(BigDecimal share) {
        return new Holding(
                isin,
                symbol,
                name,
                assetClass,
                currency,
                quantity,
                markPrice,
                marketValue,
                costBasis,
                unrealizedPnl,
                fx,
                inReportingCurrency,
                share,
                accounts,
                sources);
    }

    /** The figures converted with the rate of the holding; all absent without one. */
    public record InReportingCurrency(
            CurrencyCode currency,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal costBasis,
            @Nullable BigDecimal unrealizedPnl) {

        public Figures figures() {
            return new Figures(marketValue, costBasis, unrealizedPnl);
        }
    }

    /**
     * The part that one account holds; amounts in the native currency.
     *
     * @param asOf the day of the account's snapshot
     * @param costsApart charges in other currencies that the cost basis lacks, negative, one sum each
     * @param basis what the value rests on; absent where the broker states it
     */
    public record HeldIn(
            AccountId account,
            Quantity quantity,
            LocalDate asOf,
            Origin origin,
            @Nullable Amount marketValue,
            @Nullable Amount costBasis,
            @Nullable Amount unrealizedPnl,
            List<Money> costsApart,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Basis basis) {

        public HeldIn {
            costsApart = List.copyOf(costsApart);
        }
    }
}
