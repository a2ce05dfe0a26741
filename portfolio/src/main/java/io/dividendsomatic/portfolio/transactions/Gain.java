package io.dividendsomatic.portfolio.transactions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.CostApart;
import io.dividendsomatic.portfolio.ledger.lots.LotUse;
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
 * @param costsApart charges in another currency, of the lots and of the sale: in no figure but those in the reporting
 *     currency
 * @param fx of the day of the sale
 * @param inReportingCurrency the figures at that rate, with each charge apart at the rate of its own day: of the purchase
 *     in the cost, of the sale in the proceeds
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
        List<Apart> costsApart,
        Fx fx,
        InReporting inReportingCurrency,
        @Nullable BrokerStated brokerStated,
        List<SourceRef> sources) {

    public Gain {
        lots = List.copyOf(lots);
        costsApart = List.copyOf(costsApart);
        sources = List.copyOf(sources);
    }

    static Gain of(GainLine line, Conversion conversion) {
        CurrencyCode currency = line.currency();
        Fx fx = conversion.rate(line.account(), currency, line.date(), line.rateToBase());
        List<Apart> apart = line.costsApart().stream()
                .map(charge -> Apart.of(line, charge, conversion))
                .toList();
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
                        .map(lot -> UsedLot.of(lot, money(lot.cost(), currency)))
                        .toList(),
                line.missing(),
                line.allocationUnknown(),
                apart,
                fx,
                InReporting.of(line, fx, apart, conversion.currency()),
                BrokerStated.of(line),
                line.sources());
    }

    private static @Nullable Money money(@Nullable Amount amount, @Nullable CurrencyCode currency) {
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    private static @Nullable BigDecimal converted(Fx fx, @Nullable Amount amount) {
        return fx.convert(amount == null ? null : amount.value()).orElse(null);
    }

    /** How much a lot is known of. */
    public enum Quality {
        /** No booking brought its units: the first report of the account states them, on its own day. */
        RECONSTRUCTED
    }

    /**
     * Units of a lot that were used, and their share of its cost.
     *
     * @param date on which they came; of a reconstructed one that of the report, before which they came
     * @param quality absent where bookings tell everything
     * @param sources the lines of the report; absent with {@code quality}
     */
    public record UsedLot(
            LocalDate date,
            Quantity quantity,
            @Nullable Money cost,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Quality quality,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<SourceRef> sources) {

        static UsedLot of(LotUse lot, @Nullable Money cost) {
            return lot.opening() == null
                    ? new UsedLot(lot.date(), lot.quantity(), cost, null, null)
                    : new UsedLot(
                            lot.date(),
                            lot.quantity(),
                            cost,
                            Quality.RECONSTRUCTED,
                            lot.opening().sources());
        }
    }

    /**
     * A charge in another currency.
     *
     * @param date of the trade that was charged
     * @param cost negative when charged, of a part of a lot its share
     * @param ofSale whether it was charged for the sale itself, or the cover
     * @param fx of its own day
     * @param inReportingCurrency absent without a rate
     */
    public record Apart(
            LocalDate date,
            @JsonUnwrapped Money cost,
            boolean ofSale,
            Fx fx,
            @Nullable BigDecimal inReportingCurrency) {

        static Apart of(GainLine line, CostApart charge, Conversion conversion) {
            Fx fx = conversion.rate(line.account(), charge.cost().currency(), charge.date(), null);
            return new Apart(
                    charge.date(),
                    charge.cost(),
                    charge.booking().equals(line.fact()),
                    fx,
                    converted(fx, charge.cost().amount()));
        }
    }

    /**
     * What the broker itself says.
     *
     * @param amount the gain
     * @param cost of what was sold, of a cover what the short sale had brought
     */
    public record BrokerStated(
            CurrencyCode currency,
            @Nullable Amount amount,
            @Nullable Amount cost) {

        static @Nullable BrokerStated of(GainLine line) {
            CurrencyCode currency = line.currency();
            return currency == null || (line.brokerStated() == null && line.brokerCost() == null)
                    ? null
                    : new BrokerStated(currency, line.brokerStated(), line.brokerCost());
        }

        /** The amount with its currency. */
        public @Nullable Money gain() {
            return money(amount, currency);
        }

        /** The cost with its currency. */
        public @Nullable Money ofCost() {
            return money(cost, currency);
        }
    }

    /** The figures in the reporting currency; absent as far as a figure or the rate of a part of it is. */
    public record InReporting(
            CurrencyCode currency,
            @Nullable BigDecimal proceeds,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal gain) {

        static InReporting of(GainLine line, Fx fx, List<Apart> apart, CurrencyCode currency) {
            boolean sale = line.side() == Side.LONG;
            BigDecimal proceeds = with(converted(fx, line.proceeds()), apart, sale);
            BigDecimal cost = with(negated(converted(fx, line.cost())), apart, !sale);
            BigDecimal gain = line.gain() == null || proceeds == null || cost == null ? null : proceeds.add(cost);
            return new InReporting(currency, proceeds, negated(cost), gain);
        }

        private static @Nullable BigDecimal with(@Nullable BigDecimal sum, List<Apart> apart, boolean ofSale) {
            BigDecimal all = sum;
            for (Apart charge : apart) {
                if (charge.ofSale == ofSale) {
                    all = all == null || charge.inReportingCurrency == null
                            ? null
                            : all.add(charge.inReportingCurrency);
                }
            }
            return all;
        }

        private static @Nullable BigDecimal negated(@Nullable BigDecimal value) {
            return value == null ? null : value.negate();
        }
    }
}
