package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Income of a year by holding and month, in the reporting currency. What was taken back and its opposite cancel out; what
 * has no rate is counted and in no sum.
 *
 * @param rows the greatest first
 * @param unresolved payments without a rate
 */
record IncomeMatrix(List<Row> rows, Row total, int unresolved) {
    private static final int MONTHS = 12;

    /** @param months January first; absent where nothing was paid */
    record Row(String name, @Nullable Isin isin, List<@Nullable BigDecimal> months, BigDecimal sum) {}

    static IncomeMatrix of(Collection<Dividend> payments, IncomeBasis basis) {
        Map<String, List<Dividend>> byInstrument = new TreeMap<>();
        payments.stream()
                .filter(payment -> basis.of(payment) != null)
                .forEach(payment -> byInstrument
                        .computeIfAbsent(identity(payment), identity -> new ArrayList<>())
                        .add(payment));
        List<Row> rows = byInstrument.values().stream()
                .map(of -> row(name(of.getFirst()), of.getFirst().isin(), of, basis))
                .filter(row -> row.months().stream().anyMatch(Objects::nonNull))
                .sorted(Comparator.comparing(Row::sum).reversed().thenComparing(Row::name))
                .toList();
        List<Dividend> known =
                byInstrument.values().stream().flatMap(List::stream).toList();
        return new IncomeMatrix(rows, row("", null, known, basis), payments.size() - known.size());
    }

    private static Row row(String name, @Nullable Isin isin, List<Dividend> payments, IncomeBasis basis) {
        List<@Nullable BigDecimal> months = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            int wanted = month;
            months.add(payments.stream()
                    .filter(payment -> payment.payDate().getMonthValue() == wanted)
                    .flatMap(payment -> Stream.ofNullable(basis.of(payment)))
                    .reduce(BigDecimal::add)
                    .filter(sum -> sum.signum() != 0)
                    .orElse(null));
        }
        BigDecimal sum = months.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Row(name, isin, months, sum);
    }

    private static String identity(Dividend payment) {
        Isin isin = payment.isin();
        return isin == null ? name(payment) : isin.toString();
    }

    static String name(Dividend payment) {
        return Stream.of(payment.symbol(), payment.name(), payment.isin())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElse(Shown.UNKNOWN);
    }
}
