package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.rolling.Rolling;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The units that bookings brought or took, by day. */
final class BookedUnits {
    private final NavigableMap<LocalDate, Map<InstrumentKey, BigDecimal>> days = new TreeMap<>();
    private final Map<LocalDate, Map<InstrumentKey, List<SourceRef>>> sources = new HashMap<>();
    private final @Nullable LocalDate firstReport;

    /** @param firstReport before it nothing but bookings tells of units, and so their lines are kept */
    BookedUnits(@Nullable LocalDate firstReport) {
        this.firstReport = firstReport;
    }

    void add(BookingLine booking) {
        InstrumentKey instrument = booking.instrument();
        Quantity units = booking.figures().quantity();
        if (instrument == null || units == null || !Rolling.MOVE_UNITS.contains(booking.kind())) {
            return;
        }
        days.computeIfAbsent(booking.date(), first -> new HashMap<>())
                .merge(instrument, units.value(), BigDecimal::add);
        if (firstReport == null || booking.date().isBefore(firstReport)) {
            sources.computeIfAbsent(booking.date(), first -> new HashMap<>())
                    .computeIfAbsent(instrument, first -> new ArrayList<>())
                    .addAll(booking.sources());
        }
    }

    Map<InstrumentKey, BigDecimal> on(LocalDate day) {
        return days.getOrDefault(day, Map.of());
    }

    /** Of all instruments together. */
    BigDecimal sum(@Nullable LocalDate after, LocalDate through) {
        var within = after == null ? days.headMap(through, true) : days.subMap(after, false, through, true);
        return within.values().stream().flatMap(day -> day.values().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<SourceRef> sources(LocalDate day, InstrumentKey instrument) {
        return sources.getOrDefault(day, Map.of()).getOrDefault(instrument, List.of());
    }
}
