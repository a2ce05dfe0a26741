package io.dividendsomatic.portfolio.ledger.actions;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.actions.ActionEvent.Leg;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the parts of an event together that a broker tells with words and numbers of their own: what was taken, what was
 * given and the money, all of one day and kind, where the day has one of each. They must be relatives: one note of the
 * broker tells them, or the security of the one is named like that of the other (Nordnet: the right {@code Kuusi MO} goes
 * and {@code Kuusi B} comes), or in its words. Two takers or two givers on one day leave a choice, and stay as they are.
 */
final class Relatives {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Shorter words, such as {@code AB} or {@code The}, begin the names of many. */
    private static final int SHORTEST_NAME = 4;

    private Relatives() {}

    static List<ActionEvent> joined(List<ActionEvent> events) {
        record Side(LocalDate day, Kind kind) {}
        List<ActionEvent> joined = new ArrayList<>();
        events.stream()
                .collect(Collectors.groupingBy(event -> new Side(event.date(), event.kind())))
                .values()
                .forEach(day -> joined.addAll(ofDay(day)));
        return joined;
    }

    private static List<ActionEvent> ofDay(List<ActionEvent> day) {
        List<ActionEvent> takers = day.stream()
                .filter(ActionEvents::isHalf)
                .filter(event -> event.in().isEmpty())
                .toList();
        List<ActionEvent> givers = day.stream()
                .filter(ActionEvents::isHalf)
                .filter(event -> event.out().isEmpty())
                .toList();
        List<ActionEvent> money = day.stream().filter(Relatives::isMoney).toList();
        List<ActionEvent> whole = new ArrayList<>();
        if (takers.size() == 1 && givers.size() == 1 && areRelatives(takers.getFirst(), givers.getFirst())) {
            whole.addAll(takers);
            whole.addAll(givers);
        } else if (takers.size() + givers.size() == 1) {
            whole.addAll(takers);
            whole.addAll(givers);
        }
        if (whole.isEmpty()) {
            return day;
        }
        List<ActionEvent> halves = List.copyOf(whole);
        money.stream()
                .filter(event -> halves.stream().anyMatch(half -> areRelatives(half, event)))
                .forEach(whole::add);
        List<ActionEvent> left = new ArrayList<>(day);
        left.removeAll(whole);
        left.add(ActionEvents.joined(whole));
        return left;
    }

    private static boolean isMoney(ActionEvent event) {
        return event.in().isEmpty() && event.out().isEmpty() && !event.cash().isEmpty();
    }

    private static boolean areRelatives(ActionEvent one, ActionEvent other) {
        return one.legs().stream().anyMatch(a -> other.legs().stream().anyMatch(b -> areRelatives(a, b)));
    }

    private static boolean areRelatives(Leg one, Leg other) {
        return equal(one.row().references().order(), other.row().references().order())
                || equal(one.row().instrument().isin(), other.row().instrument().isin())
                || names(one, other)
                || names(other, one);
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other);
    }

    /** Whether the security of the one is named like that of the other, or in its words. */
    private static boolean names(Leg one, Leg other) {
        Set<String> words = new TreeSet<>();
        Instrument named = other.row().instrument();
        Stream.of(named.name(), named.symbol(), other.row().description())
                .flatMap(Relatives::words)
                .forEach(words::add);
        Instrument instrument = one.row().instrument();
        return Stream.of(instrument.name(), instrument.symbol())
                .map(name -> words(name).findFirst().orElse(""))
                .anyMatch(first -> first.length() >= SHORTEST_NAME && words.contains(first));
    }

    private static Stream<String> words(@Nullable String text) {
        return text == null
                ? Stream.empty()
                : NO_LETTERS.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
    }
}
