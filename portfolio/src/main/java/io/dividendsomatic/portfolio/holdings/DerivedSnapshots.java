package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows what an account held on days of which its broker reports nothing: the last report rolled forward by bookings, or
 * the bookings alone. Only days on which a position changed have a snapshot.
 */
public interface DerivedSnapshots {

    /**
     * Brings up to date what is asked of; all accounts when none is named. It writes, and so is called ahead of the
     * transaction that reads.
     */
    void settle(List<AccountId> accounts);

    /**
     * The newest one at or before {@code asOf}, and after the reported one.
     *
     * @param reported the newest one that the broker reported up to then; absent when there is none
     */
    Optional<AccountSnapshot> newest(
            AccountId account, @Nullable AccountSnapshot reported, LocalDate asOf, Instant knownAt);

    /** From the first to the last day of which anything is booked, be it money alone; nothing when nothing is. */
    Optional<Period> booked(AccountId account, LocalDate asOf, Instant knownAt);

    /** The days that have one, in order. */
    List<Day> days(AccountId account, LocalDate asOf, Instant knownAt);

    /**
     * A day that has one.
     *
     * @param reportedOn the day that was rolled forward; absent before the first report
     * @param recordedAt of the newest telling that it depends on
     * @param positions how many
     */
    record Day(LocalDate asOf, @Nullable LocalDate reportedOn, Instant recordedAt, int positions) {}
}
