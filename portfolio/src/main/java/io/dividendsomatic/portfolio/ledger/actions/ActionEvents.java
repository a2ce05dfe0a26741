package io.dividendsomatic.portfolio.ledger.actions;

import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent.Leg;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts the rows of corporate actions together to events: by the number that the broker gives the event; else by day and
 * words. Events that took units and gave none, and their counterparts of the same day, are put together once more by
 * words alone, since some brokers number each side by itself; where a broker gives no words, by kind, if the day has
 * one of each; and where it words each side otherwise, by the names of the securities ({@link Relatives}).
 */
public final class ActionEvents {
    /** Kinds of which one side alone is half the event. */
    private static final Set<Kind> TWO_SIDED =
            EnumSet.of(Kind.EXCHANGE, Kind.IDENTITY_CHANGE, Kind.MERGER, Kind.TENDER, Kind.SPLIT, Kind.RIGHTS_EXERCISE);

    private ActionEvents() {}

    /** The events of these bookings by day; rows of other kinds are passed over. */
    public static List<ActionEvent> of(List<Booking> bookings) {
        List<ActionEvent> numbered = grouped(
                bookings.stream()
                        .filter(booking -> booking.row() instanceof CorporateAction)
                        .map(booking -> new ActionEvent(List.of(new Leg(booking, (CorporateAction) booking.row()))))
                        .toList(),
                ActionEvents::number);
        List<ActionEvent> byWords =
                sidesJoined(numbered, event -> words(event.legs().getFirst()));
        return Relatives.joined(sidesJoined(byWords, ActionEvents::kindOfWordless)).stream()
                .sorted(Comparator.comparing(ActionEvent::date).thenComparing(ActionEvent::id))
                .toList();
    }

    private static String number(ActionEvent single) {
        Leg leg = single.legs().getFirst();
        String event = leg.row().references().event();
        if (event != null) {
            return "event " + event;
        }
        String words = words(leg);
        return words.isEmpty() ? "alone " + leg.booking().id() : leg.row().date() + " " + words;
    }

    /** Money for the units that went makes an event whole without the other side. */
    private static String kindOfWordless(ActionEvent event) {
        boolean wordless = words(event.legs().getFirst()).isEmpty();
        return wordless && event.cash().isEmpty() ? "by kind" : "";
    }

    private static String words(Leg leg) {
        return Words.of(leg.row().description());
    }

    private static List<ActionEvent> grouped(List<ActionEvent> events, Function<ActionEvent, String> key) {
        Map<String, List<ActionEvent>> groups =
                events.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        return groups.values().stream().map(ActionEvents::joined).toList();
    }

    static ActionEvent joined(List<ActionEvent> events) {
        return new ActionEvent(
                events.stream().flatMap(event -> event.legs().stream()).toList());
    }

    /** Joins an event that only took with the one that only gave, where day and text leave no choice. */
    private static List<ActionEvent> sidesJoined(List<ActionEvent> events, Function<ActionEvent, String> text) {
        record Side(LocalDate day, Kind kind, String text) {}
        List<ActionEvent> joined = new ArrayList<>();
        events.stream()
                .collect(Collectors.groupingBy(event -> new Side(event.date(), event.kind(), text.apply(event))))
                .forEach((side, group) -> {
                    List<ActionEvent> halves =
                            group.stream().filter(ActionEvents::isHalf).toList();
                    long taking = halves.stream()
                            .filter(event -> event.in().isEmpty())
                            .count();
                    boolean clear = !side.text().isEmpty() && halves.size() == 2 && taking == 1;
                    group.stream().filter(event -> !clear || !isHalf(event)).forEach(joined::add);
                    if (clear) {
                        joined.add(joined(halves));
                    }
                });
        return joined;
    }

    static boolean isHalf(ActionEvent event) {
        return TWO_SIDED.contains(event.kind())
                && event.out().isEmpty() != event.in().isEmpty();
    }
}
