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
 * the accounts does not state them; in the reporting currency what is known of the accounts is added up.
 *
 * @param isin absent when there is none, or only an internal one: then the broker's own name is its identity
 * @param symbol absent where the broker names it otherwise
 * @param quantity negative when short
 * @param markPrice that of the accounts which state any; absent when they state different ones
 * @param costBasis total, not per unit
 * @param unrealizedPnl market value − cost basis; where one of them is absent, as stated
 * @param fx of the newest snapshot; every account's part is converted with its own
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

    /**
     * In the reporting currency the cost of those parts whose result is known: what the result is a share of. Absent where
     * one of them has no cost.
     */
    public @Nullable BigDecimal costOfResult() {
        List<Figures> known = accounts.stream()
                .map(part -> part.inReportingCurrency().figures())
                .filter(figures -> figures.unrealizedPnl() != null)
                .toList();
        return known.stream().anyMatch(figures -> figures.costBasis() == null)
                ? null
                : known.stream().reduce(Figures.UNKNOWN, Figures::plus).costBasis();
    }

    /** In the reporting currency the cost of all of it; absent where that of some account is not known. */
    public @Nullable BigDecimal wholeCost() {
        return accounts.stream().anyMatch(part -> part.inReportingCurrency().costBasis() == null)
                ? null
                : inReportingCurrency.costBasis();
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

    /** What is known of the figures, converted; each absent where nothing of it is. */
    public record InReportingCurrency(
            CurrencyCode currency,
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal costBasis,
            @Nullable BigDecimal unrealizedPnl) {

        static InReportingCurrency of(CurrencyCode currency, Figures figures) {
            return new InReportingCurrency(
                    currency, figures.marketValue(), figures.costBasis(), figures.unrealizedPnl());
        }

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
     * @param fx of the day of the account's snapshot, whoever else is asked for
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
            Basis basis,

            Fx fx,
            InReportingCurrency inReportingCurrency) {

        public HeldIn {
            costsApart = List.copyOf(costsApart);
        }
    }
}
