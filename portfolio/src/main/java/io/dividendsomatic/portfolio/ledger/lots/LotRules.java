package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.Naming;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the bookings alone do not say.
 *
 * @param identify resolves aliases, of rows that are named
 * @param naming of rows by their days, before anything is folded
 * @param canBeShort whether a sale of units that are not there opens a short position, where the broker's codes are
 *     silent
 * @param arriving lots that came with a transfer, by its booking
 * @param reports that may state units which no booking brought
 * @param shares of costs that a person decided
 */
public record LotRules(
        Function<Instrument, InstrumentKey> identify,
        Naming naming,
        Predicate<Instrument> canBeShort,
        Map<FactId, List<Lot>> arriving,
        List<OpeningReport> reports,
        CostShares shares) {
    /** Asset classes of contracts that are written as easily as bought, as IBKR's reports name them. */
    private static final Set<String> WRITTEN =
            Set.of("opt", "fop", "fut", "cfd", "equity and index options", "options on futures", "futures", "cfds");

    /** Contracts can be short, securities cannot unless the broker says so; nothing else is known. */
    public static final LotRules PLAIN =
            new LotRules(Instrument::key, Naming.AS_TOLD, LotRules::isWritten, Map.of(), List.of(), CostShares.NONE);

    public LotRules {
        arriving = Map.copyOf(arriving);
        reports = List.copyOf(reports);
    }

    public LotRules identifying(Function<Instrument, InstrumentKey> other) {
        return new LotRules(other, naming, canBeShort, arriving, reports, shares);
    }

    public LotRules naming(Naming other) {
        return new LotRules(identify, other, canBeShort, arriving, reports, shares);
    }

    public LotRules arriving(Map<FactId, List<Lot>> others) {
        return new LotRules(identify, naming, canBeShort, others, reports, shares);
    }

    public LotRules opening(List<OpeningReport> others) {
        return new LotRules(identify, naming, canBeShort, arriving, others, shares);
    }

    public LotRules sharing(CostShares others) {
        return new LotRules(identify, naming, canBeShort, arriving, reports, others);
    }

    private static boolean isWritten(Instrument instrument) {
        String assetClass = instrument.assetClass();
        return assetClass != null && WRITTEN.contains(assetClass.toLowerCase(Locale.ROOT));
    }
}
