package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Standpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rates that were known at an instant, for whoever converts. They stand in the tables of the read model
 * {@code holdings}; since they are looked up when a question is asked, a rate that comes late repairs what was missing.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class FxRates {
    /** Whose tables hold the rates. */
    static final String READ_MODEL = "holdings";

    private final JdbcClient jdbc;
    private final Generations generations;
    private final KeptBooks kept;
    private final CurrencyCode configured;

    FxRates(
            JdbcClient jdbc,
            Generations generations,
            KeptBooks kept,
            @Value("${dividendsomatic.reporting-currency}") CurrencyCode configured) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.kept = kept;
        this.configured = configured;
    }

    /**
     * A book for facts of those days.
     *
     * @param currencies of the facts and of the report; others are not in the book
     */
    public FxBook book(Instant knownAt, Collection<LocalDate> days, Collection<CurrencyCode> currencies) {
        return days.isEmpty()
                ? new FxBook(bases(knownAt), List.of(), List.of())
                : told(knownAt, new Period(Collections.min(days), Collections.max(days)), currencies)
                        .book();
    }

    /** What a book for facts of those days rests on. */
    public ToldFx told(Instant knownAt, Period days, Collection<CurrencyCode> currencies) {
        StoredFx stored = stored(knownAt);
        Map<AccountId, CurrencyCode> bases = stored.bases();
        Set<String> codes = codes(currencies, bases);
        return new ToldFx(
                bases, stored.stated(days.from(), days.to(), codes), stored.published(days.from(), days.to(), codes));
    }

    /**
     * For facts of a few days, wherever these lie; to be asked within the transaction of the question. Whoever has none
     * needs none of its own for this: to begin and end one takes more than the question.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public FxLookup byDay(Instant knownAt) {
        return new LazyBooks(kept, knownAt, stored(knownAt), day -> day, day -> day);
    }

    /** For facts of many days: the rates are fetched by the month. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public FxLookup byMonth(Instant knownAt) {
        return new LazyBooks(
                kept,
                knownAt,
                stored(knownAt),
                KeptBooks::month,
                day -> KeptBooks.month(day).plusMonths(1).minusDays(1));
    }

    /** Rates lead across base currencies. */
    private static Set<String> codes(Collection<CurrencyCode> currencies, Map<AccountId, CurrencyCode> bases) {
        return Stream.concat(currencies.stream(), bases.values().stream())
                .map(CurrencyCode::code)
                .collect(Collectors.toSet());
    }

    /** The currency of a report: the one asked for, else the configured one. */
    @Transactional(propagation = Propagation.SUPPORTS) // it asks the database nothing
    public CurrencyCode reporting(@Nullable CurrencyCode asked) {
        return asked == null ? configured : asked;
    }

    /** The accounts' base currencies, where they were told. */
    public Map<AccountId, CurrencyCode> bases(Instant knownAt) {
        return stored(knownAt).bases();
    }

    /** Those for which a rate of that day, or a reference that counts for it, is known; in order. */
    public SortedSet<CurrencyCode> currencies(LocalDate day, Instant knownAt) {
        return stored(knownAt).currencies(day);
    }

    /** Of each account whose files state any, the number of the newest event that did. */
    public Map<AccountId, Long> newestStated() {
        return Standpoint.once(FxState.class, () -> FxState.stated(jdbc, generations.active(READ_MODEL)));
    }

    /** How far everything is by now that rates rest on. */
    public FxState state() {
        return Standpoint.once(
                List.of(FxState.class, "whole"), () -> FxState.read(jdbc, generations.active(READ_MODEL)));
    }

    /** The days of which rates were stated between the two; absent where any rate may be another. */
    public Optional<Set<LocalDate>> changedSince(FxState before, FxState now) {
        return before.equals(now)
                ? Optional.of(Set.of())
                : Standpoint.once(List.of(FxState.class, before, now), () -> now.daysSince(before, jdbc));
    }

    private StoredFx stored(Instant knownAt) {
        return new StoredFx(jdbc, generations.active(READ_MODEL), knownAt);
    }
}
