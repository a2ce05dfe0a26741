package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain.Side;
import io.dividendsomatic.portfolio.transactions.settling.GainLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sale, or the cover of a short one, realized. {@code gain = proceeds − cost}; both are absent as far as no file
 * tells them.
 *
 * @param proceeds after the sale's costs
 * @param unknown why there is no gain; absent when there is one
 * @param missing units of which no file tells how they came
 * @param allocationUnknown whether the cost depends on an allocation that was not told
 * @param costsApart charges in another currency, in no figure
 * @param fx of the day of the sale, for all figures in the reporting currency
 */
public record Gain(
        FactId factId,
        AccountId account,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        LocalDate date,
        Method method,
        Side side,
        Quantity quantity,
        @Nullable Money proceeds,
        @Nullable Money cost,
        @Nullable Money gain,
        GainLine.@Nullable Unknown unknown,
        List<UsedLot> lots,
        Quantity missing,
        boolean allocationUnknown,
        List<Money> costsApart,
        Fx fx,
        InReporting inReportingCurrency,
        @Nullable Money brokerStated,
        List<SourceRef> sources) {

    public Gain {
        lots = List.copyOf(lots);
        costsApart = List.copyOf(costsApart);
        sources = List.copyOf(sources);
    }

    static Gain of(GainLine line, Conversion conversion) {
        CurrencyCode currency = line.currency();
        Fx fx = conversion.rate(line.account(), currency, line.date(), line.rateToBase());
        return new Gain(
                line.fact(),
                line.account(),
                line.isin(),
                line.symbol(),
                line.name(),
                line.date(),
                line.method(),
                line.side(),
                line.quantity(),
                money(line.proceeds(), currency),
                money(line.cost(), currency),
                money(line.gain(), currency),
                line.unknown(),
                line.lots().stream()
                        .map(lot -> new UsedLot(lot.date(), lot.quantity(), money(lot.cost(), currency)))
                        .toList(),
                line.missing(),
                line.allocationUnknown(),
                line.costsApart(),
                fx,
                new InReporting(
                        conversion.currency(),
                        converted(fx, line.proceeds()),
                        converted(fx, line.cost()),
                        converted(fx, line.gain())),
                money(line.brokerStated(), currency),
                line.sources());
    }

    private static @Nullable Money money(@Nullable Amount amount, @Nullable CurrencyCode currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    private static @Nullable BigDecimal converted(Fx fx, @Nullable Amount amount) {
        return fx.convert(amount == null ? null : amount.value()).orElse(null);
    }

    /** Units of a lot that were used, and their share of its cost. */
    public record UsedLot(
            LocalDate date, Quantity quantity, @Nullable Money cost) {}

    /** The figures in the reporting currency; absent as far as figure or rate are. */
    public record InReporting(
            CurrencyCode currency,
            @Nullable BigDecimal proceeds,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal gain) {}
}
