package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.income.SharesHeld;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The shares of the newest snapshot at or before a day, where it is derived from bookings or not too old: one that does not
 * name the instrument says that there are none. It serves one question and asks for each snapshot of an account once: the
 * newest one at a day is that of every day from its own on.
 */
final class SnapshotShares implements SharesHeld {
    /** As far back as the original looks for the position of a dividend. */
    private static final int OLDEST_DAYS = 45;

    private static final Quantity NONE = new Quantity(BigDecimal.ZERO);

    private final BiFunction<AccountId, LocalDate, Optional<AccountSnapshot>> newest;
    private final BiFunction<AccountSnapshot, Instrument, InstrumentKey> keys;
    private final Map<AccountId, NavigableMap<LocalDate, Seen>> found = new HashMap<>();

    /**
     * @param newest at or before a day
     * @param keys which instrument a position of a snapshot is: names can mean another one on another day
     */
    SnapshotShares(
            BiFunction<AccountId, LocalDate, Optional<AccountSnapshot>> newest,
            BiFunction<AccountSnapshot, Instrument, InstrumentKey> keys) {
        this.newest = newest;
        this.keys = keys;
    }

    private record Held(LocalDate asOf, Origin origin, Map<InstrumentKey, Quantity> quantities) {
        boolean tells(LocalDate day) {
            return origin == Origin.DERIVED || !asOf.isBefore(day.minusDays(OLDEST_DAYS));
        }
    }

    /** The newest snapshot up to that day; none where there is none. */
    private record Seen(LocalDate until, Optional<Held> held) {}

    @Override
    public @Nullable Quantity at(AccountId account, InstrumentKey key, LocalDate day) {
        return seen(account, day)
                .held()
                .filter(held -> held.tells(day))
                .map(held -> held.quantities().getOrDefault(key, NONE))
                .orElse(null);
    }

    private Seen seen(AccountId account, LocalDate day) {
        NavigableMap<LocalDate, Seen> ofAccount = found.computeIfAbsent(account, first -> new TreeMap<>());
        Map.Entry<LocalDate, Seen> before = ofAccount.floorEntry(day);
        if (before != null && !before.getValue().until().isBefore(day)) {
            return before.getValue();
        }
        Optional<AccountSnapshot> snapshot = newest.apply(account, day);
        LocalDate from = snapshot.map(AccountSnapshot::asOf).orElse(LocalDate.MIN);
        Seen known = ofAccount.get(from);
        Seen seen = new Seen(day, known != null ? known.held() : snapshot.map(this::held));
        ofAccount.put(from, seen);
        return seen;
    }

    private Held held(AccountSnapshot snapshot) {
        return new Held(snapshot.asOf(), snapshot.origin(), quantities(snapshot));
    }

    private Map<InstrumentKey, Quantity> quantities(AccountSnapshot snapshot) {
        Map<InstrumentKey, Quantity> quantities = new HashMap<>();
        snapshot.positions()
                .forEach(position -> quantities.merge(
                        keys.apply(snapshot, position.instrument()),
                        position.quantity(),
                        (one, other) -> new Quantity(one.value().add(other.value()))));
        return quantities;
    }
}
