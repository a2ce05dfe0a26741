package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.CostApart;
import io.dividendsomatic.portfolio.ledger.lots.LotUse;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain.Side;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sale, or the cover of a short one, realized. {@code gain = proceeds − cost}; amounts are in {@code currency}.
 *
 * @param ordinal its place among the gains of its fact
 * @param unknown why the gain is not known; absent when it is
 * @param missing units of which no file tells how they came
 * @param costsApart charges of the lots and of the sale in another currency, in none of the amounts
 * @param brokerStated the broker's own gain; {@code brokerCost} its own cost
 * @param rateToBase the rate that the sale's own row states
 */
public record GainLine(
        AccountId account,
        Method method,
        FactId fact,
        int ordinal,
        LocalDate date,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        InstrumentKey instrument,
        Side side,
        Quantity quantity,
        @Nullable CurrencyCode currency,
        @Nullable Amount proceeds,
        @Nullable Amount cost,
        @Nullable Amount gain,
        @Nullable Unknown unknown,
        Quantity missing,
        boolean allocationUnknown,
        @Nullable Amount brokerStated,
        @Nullable Amount brokerCost,
        @Nullable FxRate rateToBase,
        List<LotUse> lots,
        List<CostApart> costsApart,
        List<SourceRef> sources) {

    public GainLine {
        lots = List.copyOf(lots);
        costsApart = List.copyOf(costsApart);
        sources = List.copyOf(sources);
    }

    /** Without the lots and the rows, for sums of many. */
    GainLine bare() {
        return new GainLine(
                account,
                method,
                fact,
                ordinal,
                date,
                isin,
                symbol,
                name,
                instrument,
                side,
                quantity,
                currency,
                proceeds,
                cost,
                gain,
                unknown,
                missing,
                allocationUnknown,
                brokerStated,
                brokerCost,
                rateToBase,
                List.of(),
                costsApart,
                List.of());
    }

    /** Why no gain can be told. */
    public enum Unknown {
        /** No file tells how some of the units came. */
        UNITS_NEVER_CAME,
        /** No file tells what some of the units cost. */
        COST_NOT_TOLD,
        /** No file tells what was paid for them. */
        PROCEEDS_NOT_TOLD,
        /** They were paid for in another currency than they had cost: see the charges apart. */
        PROCEEDS_IN_ANOTHER_CURRENCY,
        /** No file tells in which currency the amounts are. */
        CURRENCY_NOT_TOLD
    }

    /** By method, in the order in which they were realized. */
    static List<GainLine> of(Settlement settlement, LotView view) {
        Map<FactId, BookingFigures> figures = new HashMap<>();
        settlement.bookings().forEach(booking -> {
            if (booking.figures().rateToBase() != null) {
                figures.put(booking.fact(), booking.figures());
            }
        });
        Map<FactId, Integer> ordinals = new HashMap<>();
        return view.gains().stream()
                .map(gain -> of(
                        settlement.account(),
                        view.method(),
                        gain,
                        ordinals.merge(gain.booking(), 0, (before, none) -> before + 1),
                        rate(gain, figures.get(gain.booking()))))
                .toList();
    }

    private static GainLine of(
            AccountId account, Method method, RealizedGain gain, int ordinal, @Nullable FxRate rate) {
        return new GainLine(
                account,
                method,
                gain.booking(),
                ordinal,
                gain.date(),
                Identities.isin(gain.position().instrument())
                        .orElse(gain.instrument().isin()),
                gain.instrument().symbol(),
                gain.instrument().name(),
                gain.position().instrument(),
                gain.side(),
                gain.quantity(),
                gain.position().currency(),
                gain.proceeds(),
                gain.cost(),
                gain.gain(),
                unknown(gain),
                gain.missing(),
                gain.allocationUnknown(),
                gain.brokerStated(),
                gain.brokerCost(),
                rate,
                gain.lotsUsed(),
                gain.costsApart(),
                gain.sources());
    }

    /** That of the row, where its money is in the currency of the gain. */
    private static @Nullable FxRate rate(RealizedGain gain, @Nullable BookingFigures figures) {
        Money amount = figures == null ? null : figures.amount();
        return figures == null
                        || (amount != null
                                && !amount.currency().equals(gain.position().currency()))
                ? null
                : figures.rateToBase();
    }

    private static @Nullable Unknown unknown(RealizedGain gain) {
        if (gain.missing().value().signum() > 0) {
            return Unknown.UNITS_NEVER_CAME;
        }
        if (gain.cost() == null) {
            return Unknown.COST_NOT_TOLD;
        }
        if (gain.proceeds() == null) {
            boolean paid = gain.costsApart().stream()
                    .anyMatch(apart -> apart.booking().equals(gain.booking())
                            && apart.cost().amount().value().signum() > 0);
            return paid ? Unknown.PROCEEDS_IN_ANOTHER_CURRENCY : Unknown.PROCEEDS_NOT_TOLD;
        }
        return gain.position().currency() == null ? Unknown.CURRENCY_NOT_TOLD : null;
    }
}
