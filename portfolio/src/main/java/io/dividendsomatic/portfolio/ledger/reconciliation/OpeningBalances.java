package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.cash.CashEffect;
import io.dividendsomatic.portfolio.ledger.cash.CashEffects;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each currency had before our first booking, where a file states it: the earliest balance that is printed for the
 * start of a day, or that stood there before the first row with a balance beside it ({@link RunningBalances}), if
 * nothing was booked before. Without one an account is taken to have begun with nothing.
 */
public final class OpeningBalances {
    private static final Comparator<OpeningBalance> EARLIEST = Comparator.comparing(OpeningBalance::day)
            .thenComparing(opening -> opening.balance().value())
            .thenComparing(OpeningBalance::source);

    private OpeningBalances() {}

    /** @param tellings of which the bookings were made; the effect of a row that stands in none is that of its booking */
    public static SortedMap<CurrencyCode, OpeningBalance> of(
            Collection<StatementFile> files, Collection<Booking> bookings, Collection<Telling> tellings) {
        SortedMap<CurrencyCode, OpeningBalance> opening = new TreeMap<>();
        RunningBalances.before(files, bookings, tellings).forEach(known -> opening.put(known.currency(), known));
        atTheStartOfADay(files, firstEffects(bookings))
                .sorted(EARLIEST.reversed())
                .forEach(stated -> opening.merge(
                        stated.currency(),
                        stated,
                        (known, other) -> known.day().isBefore(other.day()) ? known : other));
        return opening;
    }

    private static Stream<OpeningBalance> atTheStartOfADay(
            Collection<StatementFile> files, Map<CurrencyCode, LocalDate> firstEffects) {
        return files.stream()
                .flatMap(file -> file.printed(CashBalance.class).stream())
                .filter(printed ->
                        printed.row().at() == At.START_OF_DAY && !printed.row().allCurrencies())
                .filter(printed -> {
                    LocalDate first = firstEffects.get(printed.row().currency());
                    return first == null || !first.isBefore(printed.row().asOf());
                })
                .map(OpeningBalances::stated);
    }

    private static OpeningBalance stated(Printed<CashBalance> printed) {
        CashBalance row = printed.row();
        return new OpeningBalance(row.asOf().minusDays(1), row.currency(), row.balance(), printed.source());
    }

    private static Map<CurrencyCode, LocalDate> firstEffects(Collection<Booking> bookings) {
        return bookings.stream()
                .flatMap(booking -> CashEffects.of(booking).stream())
                .collect(Collectors.toMap(
                        effect -> effect.money().currency(),
                        CashEffect::date,
                        (one, other) -> one.isBefore(other) ? one : other));
    }
}
