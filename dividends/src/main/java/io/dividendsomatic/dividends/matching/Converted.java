package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that tell in the account's base currency what another file tells in the currency in which it was paid, in the same
 * words: these name the rate per share in the currency of the other. Where the words name none, the exchange rate of a
 * pair of that day which names one decides. As many must stand on one side as on the other.
 */
final class Converted {
    /** Rounding to cents on both sides of a small amount. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private final Map<FactId, FactId> originals = new HashMap<>();
    private final Map<Pair, BigDecimal> rates = new HashMap<>();

    private record Words(PaymentKind kind, @Nullable InstrumentKey key, LocalDate date, int sign, String text) {
        static Words of(CashRow row) {
            return new Words(row.kind(), row.key(), row.date(), row.sign(), DividendWords.plain(row.text()));
        }
    }

    private record Pair(LocalDate date, String from, String to) {}

    /** The row in its own currency that each such row tells again. */
    static Map<FactId, FactId> of(Collection<CashRow> rows) {
        Converted converted = new Converted();
        List<List<CashRow>> groups = new ArrayList<>(inSeveralCurrencies(rows)
                .sorted(Comparator.comparing(
                                (CashRow row) -> row.amount().value().abs())
                        .thenComparing(CashRow::id))
                .collect(Collectors.groupingBy(Words::of))
                .values());
        groups.removeIf(
                group -> group.stream().map(CashRow::currency).distinct().count() != 2);
        groups.forEach(group -> converted.join(group, true));
        groups.forEach(group -> converted.join(group, false));
        return converted.originals;
    }

    /** Rows whose words are worth a look: something of their kind, instrument and day is told in another currency. */
    private static Stream<CashRow> inSeveralCurrencies(Collection<CashRow> rows) {
        record Day(PaymentKind kind, @Nullable InstrumentKey key, LocalDate date) {}
        Map<Day, List<CashRow>> days = rows.stream()
                .filter(row -> row.key() != null && row.text() != null)
                .collect(Collectors.groupingBy(row -> new Day(row.kind(), row.key(), row.date())));
        return days.values().stream()
                .filter(day -> day.stream()
                        .anyMatch(row -> !row.currency().equals(day.getFirst().currency())))
                .flatMap(List::stream);
    }

    private void join(List<CashRow> group, boolean named) {
        String first = group.getFirst().currency().code();
        List<CashRow> ones = group.stream()
                .filter(row -> row.currency().code().equals(first))
                .toList();
        List<CashRow> others = group.stream()
                .filter(row -> !row.currency().code().equals(first))
                .toList();
        if (ones.size() == others.size()
                && !originals.containsKey(ones.getFirst().id())) {
            pair(ones, others, named);
            pair(others, ones, named);
        }
    }

    private void pair(List<CashRow> told, List<CashRow> own, boolean named) {
        boolean fits = true;
        for (int i = 0; i < told.size(); i++) {
            fits &= Collections.disjoint(files(told.get(i)), files(own.get(i)))
                    && (named ? names(told.get(i), own.get(i)) : isAtRate(told.get(i), own.get(i)));
        }
        if (fits) {
            for (int i = 0; i < told.size(); i++) {
                originals.putIfAbsent(told.get(i).id(), own.get(i).id());
                rates.put(pair(told.get(i), own.get(i)), rate(told.get(i), own.get(i)));
            }
        }
    }

    /** Whether the words name a rate in the currency of the other row and not in its own. */
    private static boolean names(CashRow told, CashRow own) {
        PerShare rate = told.stated().perShare();
        return rate != null && rate.currency().equals(own.currency());
    }

    private boolean isAtRate(CashRow told, CashRow own) {
        BigDecimal rate = rates.get(pair(told, own));
        return rate != null && rate.subtract(rate(told, own)).abs().compareTo(rate.multiply(TOLERANCE)) <= 0;
    }

    private static Pair pair(CashRow told, CashRow own) {
        return new Pair(own.date(), own.currency().code(), told.currency().code());
    }

    private static BigDecimal rate(CashRow told, CashRow own) {
        return own.sign() == 0
                ? BigDecimal.ZERO
                : told.amount().value().divide(own.amount().value(), MathContext.DECIMAL64);
    }

    private static Set<FileId> files(CashRow row) {
        return row.sources().stream().map(SourceRef::fileId).collect(Collectors.toSet());
    }
}
