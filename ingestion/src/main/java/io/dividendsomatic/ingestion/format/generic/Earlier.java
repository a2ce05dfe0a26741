package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.generic.Mapping.Log;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In a log, whose rows tell anew how things stand with one and the same, which row came before which. */
final class Earlier {
    private Earlier() {}

    /**
     * By the line of a row, the row that told of the same thing before it. A log may begin with its newest row; rows of one
     * time are in its order, and a row without a time that can be read comes before all others.
     */
    static Map<Integer, CsvRow> rows(Columns columns, List<CsvRow> rows) {
        Log log = columns.mapping().log();
        if (log == null) {
            return Map.of();
        }
        Map<Integer, LocalDateTime> times = new HashMap<>();
        rows.forEach(row -> times.put(row.line(), time(columns.find(row, log.by()))));
        Comparator<CsvRow> byTime = Comparator.comparing(row -> times.getOrDefault(row.line(), LocalDateTime.MIN));
        boolean newestFirst = !rows.isEmpty() && byTime.compare(rows.getFirst(), rows.getLast()) > 0;
        Map<String, CsvRow> last = new HashMap<>();
        Map<Integer, CsvRow> before = new HashMap<>();
        for (CsvRow row :
                (newestFirst ? rows.reversed() : rows).stream().sorted(byTime).toList()) {
            CellText of = columns.find(row, log.of());
            CsvRow earlier = of == null ? null : last.put(of.plain(), row);
            if (earlier != null) {
                before.put(row.line(), earlier);
            }
        }
        return before;
    }

    private static LocalDateTime time(@Nullable CellText cell) {
        LocalDate day = cell == null ? null : cell.dates().day(cell.text()).orElse(null);
        return cell == null || day == null
                ? LocalDateTime.MIN
                : day.atTime(cell.dates().time(cell.text()).orElse(LocalTime.MIN));
    }
}
