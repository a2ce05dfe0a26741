package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.DividendAccrual.Change;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the accruals of an account amount to: one expectation for each instrument, ex date, pay date and rate, however
 * many statements print it. They date, rate and corroborate payments and never are one.
 */
final class Accruals {

    private Accruals() {}

    private record Terms(String instrument, String exDate, String payDate, String currency, String rate) {}

    /** The expectations of these rows in whatever order, by pay date. */
    static List<ExpectedPayment> of(
            AccountId account, Collection<PrintedAccrual> printed, Function<Instrument, InstrumentKey> identify) {
        Map<String, List<PrintedAccrual>> groups = printed.stream()
                .filter(accrual ->
                        accrual.row().payDate() != null || accrual.row().exDate() != null)
                .collect(Collectors.groupingBy(
                        accrual -> terms(accrual.row(), identify).toString(), TreeMap::new, Collectors.toList()));
        List<ExpectedPayment> expected = new ArrayList<>();
        groups.values().forEach(group -> expected.add(folded(account, group, identify)));
        expected.sort(ExpectedPayment.BY_DATE);
        return expected;
    }

    private static Terms terms(DividendAccrual row, Function<Instrument, InstrumentKey> identify) {
        return new Terms(
                identify.apply(row.instrument()).value(),
                String.valueOf(row.exDate()),
                String.valueOf(row.payDate()),
                row.currency().code(),
                String.valueOf(row.grossRate()));
    }

    private static ExpectedPayment folded(
            AccountId account, List<PrintedAccrual> group, Function<Instrument, InstrumentKey> identify) {
        List<PrintedAccrual> inOrder = group.stream()
                .sorted(Comparator.comparing(
                                (PrintedAccrual a) -> a.row().date(), Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(PrintedAccrual::source))
                .toList();
        DividendAccrual telling = inOrder.stream()
                .map(PrintedAccrual::row)
                .filter(row -> row.change() != Change.REVERSED)
                .reduce((earlier, later) -> later)
                .orElse(inOrder.getLast().row());
        boolean open = isOpen(inOrder.stream().map(PrintedAccrual::row).toList());
        return new ExpectedPayment(
                account,
                telling.instrument(),
                identify.apply(telling.instrument()),
                telling.exDate(),
                telling.payDate(),
                telling.currency(),
                rate(telling),
                telling.quantity(),
                gross(telling),
                taxRate(telling),
                since(inOrder, telling),
                open,
                open ? null : lastReversal(inOrder),
                inOrder.stream().map(PrintedAccrual::source).distinct().sorted().toList());
    }

    private static @Nullable LocalDate lastReversal(List<PrintedAccrual> inOrder) {
        return inOrder.stream()
                .map(PrintedAccrual::row)
                .filter(row -> row.change() == Change.REVERSED && row.date() != null)
                .reduce((earlier, later) -> later)
                .map(DividendAccrual::date)
                .orElse(null);
    }

    private static @Nullable LocalDate since(List<PrintedAccrual> inOrder, DividendAccrual telling) {
        return inOrder.stream()
                .map(accrual -> accrual.row().date())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(telling.exDate());
    }

    /**
     * Whether it was put on the books more often than taken off them, or stood there on a day since. A changed number of
     * shares is told as both on one day; several files tell the same change once.
     */
    private static boolean isOpen(List<DividendAccrual> rows) {
        record Told(
                Change change,
                @Nullable LocalDate date,
                @Nullable Quantity quantity) {}
        Map<Change, Set<Told>> told = rows.stream()
                .collect(Collectors.groupingBy(
                        DividendAccrual::change,
                        Collectors.mapping(
                                row -> new Told(row.change(), row.date(), row.quantity()), Collectors.toSet())));
        int posted = told.getOrDefault(Change.POSTED, Set.of()).size();
        int reversed = told.getOrDefault(Change.REVERSED, Set.of()).size();
        boolean stands = told.containsKey(Change.OPEN)
                && (reversed == 0 || !newest(rows, Change.OPEN).isBefore(newest(rows, Change.REVERSED)));
        return stands || posted > reversed;
    }

    private static LocalDate newest(List<DividendAccrual> rows, Change change) {
        return rows.stream()
                .filter(row -> row.change() == change)
                .flatMap(row -> Stream.ofNullable(row.date()))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    /** What is taken off the books is told with the other sign; where no amount is told, it is rate times shares. */
    private static @Nullable Amount gross(DividendAccrual telling) {
        if (telling.gross() != null) {
            BigDecimal gross = telling.gross().value();
            return new Amount(telling.change() == Change.REVERSED ? gross.negate() : gross);
        }
        return telling.grossRate() == null || telling.quantity() == null
                ? null
                : PerShare.times(telling.grossRate(), telling.quantity());
    }

    private static @Nullable PerShare rate(DividendAccrual row) {
        return row.grossRate() == null || row.grossRate().value().signum() == 0
                ? null
                : new PerShare(row.grossRate(), row.currency(), PerShare.Origin.ACCRUAL);
    }

    /** Rounded half up to six digits: the tax itself is rounded to cents. */
    private static @Nullable BigDecimal taxRate(DividendAccrual row) {
        return row.tax() == null || row.gross() == null || row.gross().value().signum() == 0
                ? null
                : Ratios.divide(row.tax().value(), row.gross().value());
    }
}
