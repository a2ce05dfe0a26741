package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Progress;
import io.dividendsomatic.portfolio.projection.Progress.Mark;
import io.dividendsomatic.portfolio.projection.Standpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Books of whole months for all who convert by what is known now. A month's counts until a rate of one of its days is
 * told; all are made anew when anything else changes that rates rest on. What was known earlier is read each time.
 */
@Component
class KeptBooks {
    /** A rate takes half a kilobyte or so; ten years of five accounts that report daily have 26,000. */
    private static final int MOST_RATES = 50_000;

    private final JdbcClient jdbc;
    private final Generations generations;
    private final Progress progress;
    private final Map<LocalDate, Kept> books = new LinkedHashMap<>(16, 0.75f, true);
    private int rates;
    private String positions = "";
    private Instant reached = Instant.MIN;
    private @Nullable FxState state;

    KeptBooks(JdbcClient jdbc, Generations generations, Progress progress) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.progress = progress;
    }

    private record Kept(FxBook book, int rates) {}

    /** A place in what was told, at which the books are those of now. */
    record Place(String positions) {}

    /** Nothing where more is known by now than by then, or others have looked from further on: books never go back. */
    Optional<Place> at(Instant knownAt) {
        Mark mark = progress.now();
        if (knownAt.isBefore(mark.newest()) || mark.newest().isBefore(reached())) {
            return Optional.empty();
        }
        if (!isAt(mark.positions())) {
            FxState before = state();
            FxState now = Standpoint.outside(() -> FxState.read(jdbc, generations.active(FxRates.READ_MODEL)));
            Optional<Set<LocalDate>> changed = before == null
                    ? Optional.empty()
                    : now.daysSince(before, jdbc)
                            .map(days -> new TreeSet<>(
                                    days.stream().map(KeptBooks::month).toList()));
            move(mark, before, now, changed);
        }
        return Optional.of(new Place(mark.positions()));
    }

    static LocalDate month(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    private synchronized boolean isAt(String place) {
        return positions.equals(place);
    }

    private synchronized Instant reached() {
        return reached;
    }

    private synchronized @Nullable FxState state() {
        return state;
    }

    /** @param changed months with other rates than before; absent where every one may have others */
    private synchronized void move(Mark mark, @Nullable FxState before, FxState now, Optional<Set<LocalDate>> changed) {
        if (!Objects.equals(state, before) || changed.isEmpty()) {
            books.clear();
            rates = 0;
        } else {
            changed.get().forEach(this::forget);
        }
        positions = mark.positions();
        reached = mark.newest();
        state = now;
    }

    private void forget(LocalDate month) {
        Kept gone = books.remove(month);
        rates -= gone == null ? 0 : gone.rates;
    }

    /** @param told what the book of the month is made of, where it is not kept */
    FxBook book(Place place, LocalDate month, Supplier<ToldFx> told) {
        FxBook known = known(place, month);
        if (known != null) {
            return known;
        }
        ToldFx read = told.get();
        FxBook book = read.book();
        keep(
                place,
                month,
                new Kept(book, 1 + read.stated().size() + read.published().size()));
        return book;
    }

    private synchronized @Nullable FxBook known(Place place, LocalDate month) {
        Kept known = positions.equals(place.positions) ? books.get(month) : null;
        return known == null ? null : known.book;
    }

    /** Not where something was told meanwhile. The least lately asked for go first. */
    private synchronized void keep(Place place, LocalDate month, Kept book) {
        if (!positions.equals(place.positions)) {
            return;
        }
        forget(month);
        books.put(month, book);
        rates += book.rates;
        for (Iterator<Kept> oldest = books.values().iterator(); rates > MOST_RATES && oldest.hasNext(); ) {
            rates -= oldest.next().rates;
            oldest.remove();
        }
    }
}
