package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What an account's files call an instrument, in one wording; the multiplier is no part of it.
 *
 * @param currency in which it is held or traded; absent where the rows that say it do not tell
 * @param days from the first to the last on which it is said; absent when only a list without days says it
 * @param source a line that says it on the first day
 * @param recordedAt when it was first known
 */
public record Sighting(
        AccountId account,
        Instrument instrument,
        @Nullable CurrencyCode currency,
        @Nullable Period days,
        SourceRef source,
        Instant recordedAt) {

    private static final Comparator<Sighting> FIRST = Comparator.<Sighting, LocalDate>comparing(
                    sighting -> sighting.days == null ? LocalDate.MAX : sighting.days.from())
            .thenComparing(Sighting::source);

    /** Those without days last. */
    static final Comparator<Sighting> LATEST_FIRST = Comparator.<Sighting, LocalDate>comparing(
                    sighting -> sighting.days == null ? LocalDate.MIN : sighting.days.to(), Comparator.reverseOrder())
            .thenComparing(Sighting::source);

    public Sighting {
        instrument = bare(instrument);
    }

    /** What is the same in all sightings of a wording. */
    record Wording(
            AccountId account,
            Instrument instrument,
            @Nullable CurrencyCode currency) {}

    Wording wording() {
        return new Wording(account, instrument, currency);
    }

    static Instrument bare(Instrument i) {
        return i.multiplier() == null
                ? i
                : new Instrument(
                        i.symbol(),
                        i.isin(),
                        i.name(),
                        i.conid(),
                        i.figi(),
                        i.cusip(),
                        i.exchange(),
                        i.assetClass(),
                        null);
    }

    /** The part of it that is said on these days. */
    Sighting on(Period some) {
        return new Sighting(account, instrument, currency, some, source, recordedAt);
    }

    /** Both sightings of one wording as one; whichever comes first. */
    Sighting and(Sighting other) {
        Sighting first = FIRST.compare(this, other) <= 0 ? this : other;
        return new Sighting(
                account,
                instrument,
                currency,
                hull(days, other.days),
                first.source,
                recordedAt.isBefore(other.recordedAt) ? recordedAt : other.recordedAt);
    }

    static @Nullable Period hull(@Nullable Period one, @Nullable Period other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Period(
                one.from().isBefore(other.from()) ? one.from() : other.from(),
                one.to().isAfter(other.to()) ? one.to() : other.to());
    }
}
