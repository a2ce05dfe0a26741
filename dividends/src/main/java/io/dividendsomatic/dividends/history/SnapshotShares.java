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
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The shares of the newest snapshot at or before a day, where it is derived from bookings or not too old: one that does not
 * name the instrument says that there are none. It serves one question and asks for each day of an account once.
 */
final class SnapshotShares implements SharesHeld {
    /** As far back as the original looks for the position of a dividend. */
    private static final int OLDEST_DAYS = 45;

    private static final Quantity NONE = new Quantity(BigDecimal.ZERO);

    private final BiFunction<AccountId, LocalDate, Optional<AccountSnapshot>> newest;
    private final BiFunction<AccountSnapshot, Instrument, InstrumentKey> keys;
    private final Map<AccountDay, Optional<Map<InstrumentKey, Quantity>>> found = new HashMap<>();

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

    private record AccountDay(AccountId account, LocalDate day) {}

    @Override
    public @Nullable Quantity at(AccountId account, InstrumentKey key, LocalDate day) {
        return found.computeIfAbsent(new AccountDay(account, day), this::positions)
                .map(positions -> positions.getOrDefault(key, NONE))
                .orElse(null);
    }

    private Optional<Map<InstrumentKey, Quantity>> positions(AccountDay asked) {
        return newest.apply(asked.account(), asked.day())
                .filter(snapshot -> snapshot.origin() == Origin.DERIVED
                        || !snapshot.asOf().isBefore(asked.day().minusDays(OLDEST_DAYS)))
                .map(this::quantities);
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
