package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Balances by day from the bookings, each beside the one that the broker printed for it. */
final class CashDays {
    /** A day's end outranks the balance after one of its rows. */
    private static final Comparator<PrintedFigure> CURRENT_LAST = Comparator.comparing(
                    (PrintedFigure figure) -> row(figure).at())
            .thenComparing(PrintedFigure::edition)
            .thenComparing(PrintedFigure::file);

    private final Settlement settlement;

    private CashDays(Settlement settlement) {
        this.settlement = settlement;
    }

    /** By currency and day. */
    static List<CashDay> of(Settlement settlement) {
        CashDays days = new CashDays(settlement);
        Map<CurrencyCode, List<PrintedFigure>> printed = settlement.figures().stream()
                .filter(figure -> figure.row() instanceof CashBalance balance && !balance.allCurrencies())
                .collect(Collectors.groupingBy(figure -> row(figure).currency()));
        SortedSet<CurrencyCode> currencies =
                new TreeSet<>(settlement.ledger().cash().currencies());
        currencies.addAll(printed.keySet());
        return currencies.stream()
                .flatMap(currency -> days.of(currency, printed.getOrDefault(currency, List.of())))
                .toList();
    }

    private Stream<CashDay> of(CurrencyCode currency, List<PrintedFigure> figures) {
        NavigableMap<LocalDate, Amount> balances = balances(currency);
        Map<LocalDate, List<PrintedFigure>> printed = figures.stream()
                .filter(figure -> row(figure).at() != At.START_OF_DAY)
                .collect(Collectors.groupingBy(figure -> row(figure).asOf()));
        SortedSet<LocalDate> days = new TreeSet<>(balances.keySet());
        days.addAll(printed.keySet());
        Amount opening = settlement.ledger().cash().opening(currency);
        return days.stream().map(day -> {
            Map.Entry<LocalDate, Amount> newest = balances.floorEntry(day);
            Amount balance = newest == null ? opening : newest.getValue();
            return new CashDay(
                    settlement.account(),
                    currency,
                    day,
                    balance,
                    Optional.ofNullable(printed(printed.getOrDefault(day, List.of()), balance))
                            .or(() -> opening(currency, day))
                            .orElse(null));
        });
    }

    private NavigableMap<LocalDate, Amount> balances(CurrencyCode currency) {
        CashLedger cash = settlement.ledger().cash();
        NavigableMap<LocalDate, Amount> balances = new TreeMap<>();
        OpeningBalance opening = cash.opening().get(currency);
        if (opening != null) {
            balances.put(opening.day(), opening.balance());
        }
        cash.entries()
                .getOrDefault(currency, List.of())
                .forEach(entry -> balances.put(entry.effect().date(), entry.balance()));
        return balances;
    }

    private Optional<CashDay.Printed> opening(CurrencyCode currency, LocalDate day) {
        return Optional.ofNullable(settlement.ledger().cash().opening().get(currency))
                .filter(opening -> opening.day().equals(day))
                .map(opening -> new CashDay.Printed(opening.balance(), opening.source()));
    }

    /**
     * Of balances after each row the one nearest to ours stands for the day's last, since files run either way; of all files
     * of one edition, since one may have been made before the day was over.
     */
    private static CashDay.@Nullable Printed printed(List<PrintedFigure> ofDay, Amount ours) {
        PrintedFigure current = ofDay.stream().max(CURRENT_LAST).orElse(null);
        if (current == null) {
            return null;
        }
        PrintedFigure nearest = ofDay.stream()
                .filter(figure -> isAsCurrent(figure, current))
                .min(Comparator.comparing((PrintedFigure figure) -> row(figure)
                                .balance()
                                .value()
                                .subtract(ours.value())
                                .abs())
                        .thenComparing(PrintedFigure::file)
                        .thenComparingInt(PrintedFigure::line))
                .orElse(current);
        return new CashDay.Printed(row(nearest).balance(), new SourceRef(nearest.file(), nearest.line()));
    }

    private static boolean isAsCurrent(PrintedFigure figure, PrintedFigure current) {
        return row(current).at() == At.AFTER_ROW
                ? row(figure).at() == At.AFTER_ROW && figure.edition().compareTo(current.edition()) == 0
                : CURRENT_LAST.compare(figure, current) == 0;
    }

    private static CashBalance row(PrintedFigure figure) {
        return (CashBalance) figure.row();
    }
}
