package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport.Counted;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All positions of an account while they are folded, and what came of the folding so far. */
final class Book {
    final LotRules rules;
    private final Method method;
    private final Map<InstrumentKey, CurrencyCode> usualCurrencies;
    private final SortedMap<PositionKey, Pool> pools = new TreeMap<>();
    private final List<RealizedGain> gains = new ArrayList<>();
    private final List<Departure> departures = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<OpenQuestion> questions = new ArrayList<>();

    Book(LotRules rules, Method method, Map<InstrumentKey, CurrencyCode> usualCurrencies) {
        this.rules = rules;
        this.method = method;
        this.usualCurrencies = usualCurrencies;
    }

    /** The position of that instrument in that currency; new ones are empty. */
    Pool pool(Instrument instrument, @Nullable CurrencyCode currency) {
        PositionKey key = new PositionKey(rules.identify().apply(instrument), currency);
        Pool pool = pools.computeIfAbsent(key, absent -> new Pool(absent, method, instrument));
        pool.alsoNamed(instrument);
        return pool;
    }

    /**
     * The position that a row means which may state no currency, or that of its money alone: the one in the currency
     * stated if it holds units; else the only one that holds any; else the one in the currency stated; else in that of
     * the instrument's trades or dividends.
     */
    Pool poolOf(Instrument instrument, @Nullable CurrencyCode stated) {
        InstrumentKey key = rules.identify().apply(instrument);
        List<Pool> held = holding(key);
        boolean heldAsStated = stated != null && held.stream().anyMatch(pool -> stated.equals(pool.key.currency()));
        if (held.size() == 1 && !heldAsStated) {
            held.getFirst().alsoNamed(instrument);
            return held.getFirst();
        }
        CurrencyCode usual = usualCurrencies.get(key);
        return pool(instrument, stated != null ? stated : usual);
    }

    List<Pool> holding(InstrumentKey instrument) {
        return pools.tailMap(new PositionKey(instrument, null)).values().stream()
                .takeWhile(pool -> pool.key.instrument().equals(instrument))
                .filter(pool -> pool.quantity().signum() != 0)
                .toList();
    }

    /**
     * Books a gain for units that were closed.
     *
     * @param cash what came (positive) or was paid for them after costs; absent when unknown
     * @param apart of the booking itself; those of the lots go with them
     */
    void realize(
            Booking booking,
            Pool pool,
            LocalDate date,
            Lots.Taken taken,
            @Nullable BigDecimal cash,
            List<CostApart> apart,
            @Nullable Amount brokerStated,
            @Nullable Amount brokerCost) {
        boolean covers = Lot.quantity(taken.lots()).signum() < 0;
        BigDecimal known = taken.missing().signum() > 0 ? null : Lot.cost(taken.lots());
        BigDecimal proceeds = covers ? negated(known) : cash;
        BigDecimal cost = covers ? negated(cash) : known;
        gains.add(new RealizedGain(
                booking.id(),
                date,
                pool.instrument(),
                pool.key,
                covers ? Side.SHORT : Side.LONG,
                new Quantity(Lot.quantity(taken.lots()).abs().add(taken.missing())),
                amount(proceeds),
                amount(cost),
                proceeds == null || cost == null ? null : amount(proceeds.subtract(cost)),
                taken.lots().stream().map(LotUse::of).toList(),
                new Quantity(taken.missing()),
                taken.lots().stream().anyMatch(Lot::allocationUnknown),
                CostApart.both(Lot.apart(taken.lots()), apart),
                brokerStated,
                brokerCost,
                booking.sources()));
    }

    void depart(FactId booking, LocalDate date, Pool pool, List<Lot> lots) {
        departures.add(new Departure(booking, date, pool.key, lots));
    }

    void gap(Gap.Reason reason, LocalDate date, Pool pool, BigDecimal quantity, FactId booking) {
        gaps.add(new Gap(reason, date, pool.key, new Quantity(quantity), booking));
    }

    /** Notes that units were asked for which are not there, if there are any. */
    void missing(Lots.Taken taken, LocalDate date, Pool pool, FactId booking) {
        if (taken.missing().signum() > 0) {
            gap(Gap.Reason.MORE_WENT_THAN_CAME, date, pool, taken.missing(), booking);
        }
    }

    void ask(OpenQuestion.Kind kind, LocalDate date, Pool pool, List<FactId> facts) {
        ask(kind, date, pool, facts, List.of());
    }

    void ask(OpenQuestion.Kind kind, LocalDate date, Pool pool, List<FactId> facts, List<FactId> candidates) {
        pool.markOpen();
        questions.add(new OpenQuestion(kind, date, pool.instrument(), facts, candidates));
    }

    /** All positions as they stand now. */
    List<Counted> counted() {
        return pools.values().stream()
                .map(pool -> new Counted(pool.key, pool.quantity(), pool.cost()))
                .toList();
    }

    LotView view(List<OpenQuestion> asked) {
        SortedMap<PositionKey, LotPosition> positions = new TreeMap<>();
        pools.forEach((key, pool) -> positions.put(key, pool.position()));
        List<OpenQuestion> all = new ArrayList<>(asked);
        all.addAll(questions);
        return new LotView(method, positions, gains, departures, gaps, all);
    }

    private static @Nullable BigDecimal negated(@Nullable BigDecimal value) {
        return value == null ? null : value.negate();
    }

    private static @Nullable Amount amount(@Nullable BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}
