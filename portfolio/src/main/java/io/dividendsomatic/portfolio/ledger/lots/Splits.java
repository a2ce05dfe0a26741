package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent.Leg;
import io.dividendsomatic.portfolio.statement.CorporateAction.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A split told in one row: by the units that it brought or took, or by its ratio alone. The lots are scaled; their costs
 * and dates stay. A split that another file has told before, at most {@value #WINDOW_DAYS} days apart, is not applied
 * again: it is the same one when it comes to the same, else it is a question. The one that states units goes first.
 *
 * <p>Of two splits that one file tells of one day the second follows on the first where its ratio makes its units of what
 * is held by then; else they are a question. The second is not applied where it is no more than another figure for the
 * first: a ratio alone, or units that its ratio makes of what was held before the first. Units that a row's ratio does not
 * make of those that were held (but for a fraction of a unit) are a question, too.
 */
final class Splits {
    /** Brokers date a split by the evening before, by its first day of trading or by the day on which they book it. */
    private static final int WINDOW_DAYS = 5;

    private Splits() {}

    /**
     * A split that was applied to a position.
     *
     * @param held before it
     */
    record Applied(LocalDate date, Booking booking, BigDecimal held, BigDecimal after) {}

    static void apply(Book book, ActionEvent event, Leg leg) {
        if (leg.sign() != 0) {
            byUnits(book, event, leg, ActionLots.pool(book, leg));
            return;
        }
        boolean unitsAreTold = !event.in().isEmpty() || !event.out().isEmpty();
        Ratio ratio = leg.row().ratio();
        if (unitsAreTold || (ratio == null && !event.cash().isEmpty())) {
            return; // money for fractions
        }
        List<Pool> held = book.holding(book.rules.identify().apply(leg.row().instrument()));
        if (ratio == null || ratio.held().value().signum() == 0) {
            held.forEach(pool -> book.ask(OpenQuestion.Kind.SPLIT_UNKNOWN, event.date(), pool, event.ids()));
            return;
        }
        for (Pool pool : held) {
            BigDecimal before = pool.quantity();
            BigDecimal after =
                    Share.of(before, ratio.received().value(), ratio.held().value());
            if (isFirst(book, event, leg, pool, after)) {
                pool.replace(Lots.scaled(pool.lots(), after));
                pool.note(event.date(), after.subtract(before));
            }
        }
    }

    private static void byUnits(Book book, ActionEvent event, Leg leg, Pool pool) {
        BigDecimal units = ActionLots.units(leg);
        BigDecimal after = pool.quantity().add(units);
        if (pool.lots().isEmpty()) {
            book.gap(
                    Gap.Reason.MORE_WENT_THAN_CAME,
                    event.date(),
                    pool,
                    units.abs(),
                    leg.booking().id());
            pool.markOpen();
            if (leg.sign() > 0) {
                pool.add(Lot.of(event.date(), units, null, leg.booking().id()));
            }
        } else if (after.signum() != pool.quantity().signum()) {
            ActionLots.gone(book, event, leg, pool);
        } else if (isFirst(book, event, leg, pool, after)) {
            pool.replace(Lots.scaled(pool.lots(), after));
        } else {
            return;
        }
        pool.note(event.date(), units);
    }

    /** Remembers a split that was told as units that went and units that came. */
    static void remember(Book book, ActionEvent event, BigDecimal held) {
        for (Leg leg : event.in()) {
            Pool pool = ActionLots.pool(book, leg);
            pool.split(new Applied(event.date(), leg.booking(), held, pool.quantity()));
        }
    }

    /** Whether no other file told this split before; asks when one did, and it came to something else. */
    private static boolean isFirst(Book book, ActionEvent event, Leg leg, Pool pool, BigDecimal after) {
        Applied known = known(pool, event.date(), leg.booking());
        if (known == null) {
            return isFirstOfItsFile(book, event, leg, pool, after);
        }
        if (!comesToTheSame(known, leg)) {
            List<FactId> others = List.of(known.booking().id());
            book.ask(OpenQuestion.Kind.SPLIT_CONTRADICTED, event.date(), pool, event.ids(), others);
        }
        return false;
    }

    /** Whether it is no other figure for a split that the same file told of that day; asks where it may be one. */
    private static boolean isFirstOfItsFile(Book book, ActionEvent event, Leg leg, Pool pool, BigDecimal after) {
        Applied before = pool.splits().stream()
                .filter(split -> split.date().equals(event.date()))
                .reduce((first, last) -> last)
                .orElse(null);
        boolean alone = event.in().size() + event.out().size() == 1;
        Ratio ratio = alone ? leg.row().ratio() : null;
        BigDecimal held = pool.quantity();
        boolean fits = ratio == null || isMade(held, ratio, after);
        boolean doubtful = before == null ? !fits : leg.sign() == 0 || ratio == null || !fits;
        if (doubtful) {
            List<FactId> others =
                    before == null ? List.of() : List.of(before.booking().id());
            book.ask(OpenQuestion.Kind.SPLIT_CONTRADICTED, event.date(), pool, event.ids(), others);
        }
        boolean rival = before != null && doubtful && (leg.sign() == 0 || isAnotherFigureFor(before, leg, ratio));
        if (!rival) {
            pool.split(new Applied(event.date(), leg.booking(), held, after));
        }
        return !rival;
    }

    private static boolean isAnotherFigureFor(Applied before, Leg leg, @Nullable Ratio ratio) {
        return ratio != null && isMade(before.held(), ratio, before.held().add(ActionLots.units(leg)));
    }

    /** Asks when the units that came are not what the ratio makes of those that went. */
    static void checkSides(Book book, ActionEvent event, List<Leg> old, List<Leg> fresh) {
        Ratio ratio = event.legs().getFirst().row().ratio();
        if (ratio == null || old.size() != 1 || fresh.size() != 1) {
            return;
        }
        Leg came = fresh.getFirst();
        BigDecimal went = old.getFirst().units().abs();
        if (!isMade(went, ratio, came.units().abs())) {
            book.ask(OpenQuestion.Kind.SPLIT_CONTRADICTED, event.date(), ActionLots.pool(book, came), event.ids());
        }
    }

    /** But for a fraction of a unit, which is paid in money. */
    private static boolean isMade(BigDecimal held, Ratio ratio, BigDecimal after) {
        return ratio.held().value().signum() == 0
                || Share.of(held, ratio.received().value(), ratio.held().value())
                                .subtract(after)
                                .abs()
                                .compareTo(BigDecimal.ONE)
                        < 0;
    }

    /** By its units where it states them; else by its ratio, but for a fraction of a unit, which is paid in money. */
    private static boolean comesToTheSame(Applied known, Leg leg) {
        Ratio ratio = leg.row().ratio();
        BigDecimal units = known.after().subtract(known.held());
        if (leg.sign() != 0) {
            return units.compareTo(ActionLots.units(leg)) == 0;
        }
        return ratio != null && isMade(known.held(), ratio, known.after());
    }

    private static @Nullable Applied known(Pool pool, LocalDate date, Booking booking) {
        Set<FileId> files = files(booking);
        return pool.splits().stream()
                .filter(split -> Math.abs(ChronoUnit.DAYS.between(split.date(), date)) <= WINDOW_DAYS)
                .filter(split -> files(split.booking()).stream().noneMatch(files::contains))
                .findFirst()
                .orElse(null);
    }

    private static Set<FileId> files(Booking booking) {
        return booking.sources().stream().map(SourceRef::fileId).collect(Collectors.toSet());
    }
}
