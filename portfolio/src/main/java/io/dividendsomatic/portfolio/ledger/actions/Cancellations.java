package io.dividendsomatic.portfolio.ledger.actions;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that take back others (the broker's code {@code Ca}), each with its twin: the same instrument and words, the
 * opposite quantity, not later than it, the nearest day first. Both leave no lots; their money cancels out by itself.
 *
 * @param voided both of each pair
 */
public record Cancellations(Set<FactId> voided, List<OpenQuestion> questions) {
    private static final String CANCELLED = "Ca";

    public Cancellations {
        voided = Set.copyOf(voided);
        questions = List.copyOf(questions);
    }

    /** What must be equal in a row and its twin. */
    private record Twin(Class<?> kind, InstrumentKey instrument, BigDecimal quantity, String words) {}

    /** The bookings in any order. */
    public static Cancellations of(List<Booking> bookings, Function<Instrument, InstrumentKey> identify) {
        Comparator<Booking> chronological = Comparator.comparing(Booking::date).thenComparing(Booking::id);
        Map<Boolean, List<Booking>> rows = bookings.stream()
                .filter(booking -> quantity(booking.row()) != null)
                .sorted(chronological)
                .collect(Collectors.partitioningBy(booking -> cancels(booking.row())));
        Map<Twin, List<Booking>> standing = new HashMap<>();
        for (Booking booking : rows.getOrDefault(false, List.of())) {
            standing.computeIfAbsent(twin(booking, identify, BigDecimal.ONE), key -> new ArrayList<>())
                    .add(booking);
        }
        Set<FactId> voided = new TreeSet<>();
        List<OpenQuestion> questions = new ArrayList<>();
        for (Booking cancel : rows.getOrDefault(true, List.of())) {
            List<Booking> twins =
                    standing.getOrDefault(twin(cancel, identify, BigDecimal.ONE.negate()), new ArrayList<>());
            Booking nearest = nearest(twins, cancel.date());
            if (nearest == null) {
                questions.add(new OpenQuestion(
                        OpenQuestion.Kind.CANCELS_NOTHING_KNOWN,
                        cancel.date(),
                        cancel.view().instrument(),
                        List.of(cancel.id()),
                        List.of()));
            } else {
                twins.remove(nearest);
                voided.add(nearest.id());
                voided.add(cancel.id());
            }
        }
        return new Cancellations(voided, questions);
    }

    /** Of rows in the order of their days, the last one up to that day. */
    private static @Nullable Booking nearest(List<Booking> twins, LocalDate day) {
        Booking nearest = null;
        for (Booking twin : twins) {
            nearest = twin.date().isAfter(day) ? nearest : twin;
        }
        return nearest;
    }

    private static boolean cancels(StatementRow row) {
        return row instanceof CorporateAction a
                ? a.cancelled()
                : row instanceof Trade t && t.codes().contains(CANCELLED);
    }

    private static @Nullable Quantity quantity(StatementRow row) {
        return row instanceof CorporateAction a ? a.quantity() : row instanceof Trade t ? t.quantity() : null;
    }

    private static Twin twin(Booking booking, Function<Instrument, InstrumentKey> identify, BigDecimal sign) {
        return switch (booking.row()) {
            case Trade t ->
                new Twin(
                        Trade.class,
                        identify.apply(t.instrument()),
                        turned(booking, sign),
                        t.currency() + " " + t.price());
            case CorporateAction a ->
                new Twin(
                        CorporateAction.class,
                        identify.apply(a.instrument()),
                        turned(booking, sign),
                        Words.of(a.description()));
            default -> throw new IllegalArgumentException("takes nothing back: " + booking.row());
        };
    }

    private static BigDecimal turned(Booking booking, BigDecimal sign) {
        Quantity quantity = Objects.requireNonNull(quantity(booking.row()));
        return new Quantity(quantity.value().multiply(sign)).value();
    }
}
