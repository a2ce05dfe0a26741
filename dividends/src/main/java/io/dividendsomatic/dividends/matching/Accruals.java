package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the accruals of an account amount to: one expectation for each instrument, ex date, pay date and rate, however
 * many statements print it. They date, rate and corroborate payments and never are one.
 */
public final class Accruals {

    private Accruals() {}

    private record Terms(String instrument, String exDate, String payDate, String currency, String rate) {}

    /** The expectations of these rows in whatever order, by pay date. */
    public static List<ExpectedPayment> of(
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
        boolean takenOff = inOrder.stream().map(PrintedAccrual::row).anyMatch(row -> row.change() == Change.REVERSED)
                && !reposted(inOrder);
        return new ExpectedPayment(
                account,
                telling.instrument(),
                identify.apply(telling.instrument()),
                telling.exDate(),
                telling.payDate(),
                telling.currency(),
                rate(telling),
                telling.quantity(),
                telling.gross(),
                taxRate(telling),
                since(inOrder, telling),
                !takenOff,
                takenOff ? lastReversal(inOrder) : null,
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

    /** Whether the last dated row puts it on the books again. */
    private static boolean reposted(List<PrintedAccrual> inOrder) {
        DividendAccrual last = inOrder.getLast().row();
        DividendAccrual beforeLast =
                inOrder.get(Math.max(0, inOrder.size() - 2)).row();
        return last.change() == Change.POSTED
                && last.date() != null
                && beforeLast.date() != null
                && last.date().isAfter(beforeLast.date());
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
