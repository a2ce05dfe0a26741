package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.InstrumentHistories;
import io.dividendsomatic.dividends.history.settling.InstrumentHistories.Known;
import io.dividendsomatic.dividends.history.settling.InstrumentUse;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.income.ReportingRates.RateOfDay;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the portraits of all instruments of one question have in common. Lives inside one moment of the tables, and reads
 * the payments of a few instruments at a time: those of all do not fit into a small memory.
 */
final class Scene {
    /** A payment takes two or three kilobytes while it is read and looked at. */
    private static final int PAYMENTS_AT_ONCE = 5_000;

    private final LedgerOn question;
    private final LocalDate asOf;
    private final ReportingRates rates;
    private final int generation;
    private final InstrumentHistories histories;
    private final HeldDays days;
    private final StatedTerms terms;
    private final Known known;
    private final KeysInUse keys;
    private final Map<InstrumentKey, List<InstrumentUse>> uses;
    private final Map<InstrumentKey, List<Holding>> held;
    private final UnaryOperator<Map<AccountId, LocalDate>> withPositions;
    private @Nullable Map<AccountId, LocalDate> toldUntil;

    Scene(
            LedgerOn question,
            LocalDate asOf,
            ReportingRates rates,
            int generation,
            InstrumentHistories histories,
            HeldDays days,
            StatedTerms terms,
            List<Holding> holdings,
            UnaryOperator<Map<AccountId, LocalDate>> withPositions) {
        this.question = question;
        this.withPositions = withPositions;
        this.asOf = asOf;
        this.rates = rates;
        this.generation = generation;
        this.histories = histories;
        this.days = days;
        this.terms = terms;
        this.known = histories.known(generation, question.knownAt(), question.accounts());
        this.keys = new KeysInUse(known.identify(), known.naming(), known.uses());
        this.uses = known.uses().stream().collect(Collectors.groupingBy(InstrumentUse::key));
        this.held = holdings.stream()
                .collect(Collectors.groupingBy(holding -> keys.ofHolding(Portrait.instrument(holding))));
    }

    Known known() {
        return known;
    }

    /** Of positions and bookings, looked up when it is first asked for. */
    @Nullable
    LocalDate toldUntil(AccountId account) {
        Map<AccountId, LocalDate> until = toldUntil;
        if (until == null) {
            until = withPositions.apply(known.toldUntil());
            toldUntil = until;
        }
        return until.get(account);
    }

    KeysInUse keys() {
        return keys;
    }

    /** Every instrument that anything tells of. */
    Set<InstrumentKey> instruments() {
        Set<InstrumentKey> all = new TreeSet<>(uses.keySet());
        all.addAll(held.keySet());
        return all;
    }

    /** Those that are held on the day. */
    Set<InstrumentKey> held() {
        return held.keySet();
    }

    /** The accounts whose files tell of a payment of it, or of one to come. */
    Set<AccountId> accounts(InstrumentKey instrument) {
        return uses.getOrDefault(instrument, List.of()).stream()
                .map(InstrumentUse::account)
                .collect(Collectors.toSet());
    }

    List<Holding> held(InstrumentKey instrument) {
        return held.getOrDefault(instrument, List.of());
    }

    Splits splits(InstrumentKey instrument) {
        return known.splits().getOrDefault(instrument, Splits.NONE);
    }

    SnapshotShares shares() {
        return new SnapshotShares((account, day) -> days.newest(account, day, question.knownAt()), keys::of);
    }

    /** What each group of instruments looks like to the one who looks, one group after the other. */
    void look(Collection<InstrumentKey> wanted, Portrait.Viewer viewer) {
        for (List<InstrumentKey> few : fewAtATime(wanted)) {
            SnapshotShares shares = shares();
            viewer.see(positions(few, shares), shares);
        }
    }

    private List<Position> positions(List<InstrumentKey> few, SnapshotShares shares) {
        return rates.known().equals(RateOfDay.NONE)
                ? Standpoint.kept(
                        List.of(Scene.class, question, asOf, rates.reporting(), terms, few),
                        Scene::lines,
                        () -> drawn(few, shares))
                : drawn(few, shares);
    }

    /** Payments of which too many are known to be kept are in memory for a moment only. */
    private static int lines(List<Position> positions) {
        int payments = positions.stream()
                .mapToInt(position -> 10 + position.payments().size())
                .sum();
        return payments > PAYMENTS_AT_ONCE * 4 ? Integer.MAX_VALUE / 2 : payments;
    }

    private List<Position> drawn(List<InstrumentKey> few, SnapshotShares shares) {
        return new Portrait(this, asOf, shares, terms, rates)
                .positions(
                        few,
                        histories.payments(generation, question.knownAt(), question.accounts(), few),
                        histories.expected(generation, question.knownAt(), question.accounts(), few));
    }

    private List<List<InstrumentKey>> fewAtATime(Collection<InstrumentKey> wanted) {
        Map<InstrumentKey, Integer> payments = new HashMap<>();
        uses.forEach((key, of) ->
                payments.put(key, of.stream().mapToInt(InstrumentUse::payments).sum()));
        List<List<InstrumentKey>> groups = new ArrayList<>();
        List<InstrumentKey> group = new ArrayList<>();
        int inGroup = 0;
        for (InstrumentKey key : new TreeSet<>(wanted)) {
            int more = payments.getOrDefault(key, 0);
            if (!group.isEmpty() && inGroup + more > PAYMENTS_AT_ONCE) {
                groups.add(List.copyOf(group));
                group.clear();
                inGroup = 0;
            }
            group.add(key);
            inGroup += more;
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }
}
