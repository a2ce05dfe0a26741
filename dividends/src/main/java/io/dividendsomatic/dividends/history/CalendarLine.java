package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.history.settling.PaidPlace;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the calendar by its place: what is to come is known whole, what was paid only by its event until it is shown.
 *
 * @param first the first payment of the event; empty for what is to come
 */
record CalendarLine(
        LocalDate payDate,
        InstrumentKey key,
        AccountId account,
        Certainty certainty,
        CurrencyCode currency,
        String first,
        @Nullable CalendarEntry toCome,
        @Nullable FactId event) {
    /** As {@link CalendarEntry#BY_DATE}. */
    private static final Comparator<CalendarLine> BY_DATE = Comparator.comparing(CalendarLine::payDate)
            .thenComparing(CalendarLine::key)
            .thenComparing(CalendarLine::account)
            .thenComparing(CalendarLine::certainty)
            .thenComparing(CalendarLine::currency)
            .thenComparing(CalendarLine::first);

    static List<CalendarLine> of(Collection<CalendarEntry> toCome, Stream<PaidPlace> paid) {
        return Stream.concat(toCome.stream().map(CalendarLine::of), paid.map(CalendarLine::of))
                .sorted(BY_DATE)
                .toList();
    }

    private static CalendarLine of(CalendarEntry entry) {
        return new CalendarLine(
                entry.payDate(), entry.key(), entry.account(), entry.certainty(), entry.currency(), "", entry, null);
    }

    private static CalendarLine of(PaidPlace place) {
        return new CalendarLine(
                place.payDate(),
                place.key(),
                place.account(),
                Certainty.PAID,
                place.currency(),
                place.first().value(),
                null,
                place.event());
    }

    /** The events of those that were paid, by pay date. */
    static Map<FactId, LocalDate> events(Collection<CalendarLine> lines) {
        return lines.stream()
                .filter(line -> line.event != null)
                .collect(Collectors.toMap(line -> Objects.requireNonNull(line.event), CalendarLine::payDate));
    }

    CalendarEntry entry(Map<FactId, CalendarEntry> paid) {
        return toCome != null ? toCome : Objects.requireNonNull(paid.get(event));
    }
}
