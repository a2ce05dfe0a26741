package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sums that a file prints for the whole account in one currency, against our bookings. A file sums up the rows that
 * it tells, also those that correct an earlier year, so ours are the bookings that it tells; where it tells none of a
 * kind, those of its period.
 */
record TotalLines(StatementFile file, Ours ours) {

    /** Figures of one table that are parts of one sum, such as what was paid in and what was paid out. */
    private record Sum(
            Topic topic,
            String table,
            @Nullable CurrencyCode currency,
            @Nullable Period period) {
        static Sum of(PrintedTotal row) {
            return new Sum(row.topic(), row.table(), row.currency(), row.period());
        }
    }

    Stream<ReconciliationLine> lines() {
        Map<Sum, List<Printed<PrintedTotal>>> sums = file.printed(PrintedTotal.class).stream()
                .filter(printed -> !printed.row().inBase() && printed.row().group() == null)
                .filter(printed -> item(printed.row().topic()) != null)
                .collect(Collectors.groupingBy(
                        printed -> Sum.of(printed.row()), LinkedHashMap::new, Collectors.toList()));
        return sums.values().stream().flatMap(this::lines);
    }

    /** A sum that is printed again has a line of its own; different figures under other labels are parts of one. */
    private Stream<ReconciliationLine> lines(List<Printed<PrintedTotal>> printed) {
        long figures =
                printed.stream().map(part -> part.row().amount()).distinct().count();
        long labels =
                printed.stream().map(part -> part.row().label()).distinct().count();
        return figures > 1 && labels == printed.size()
                ? Stream.of(line(printed))
                : printed.stream().map(part -> line(List.of(part)));
    }

    private static @Nullable Item item(Topic topic) {
        return switch (topic) {
            case DIVIDENDS, PAYMENTS_IN_LIEU -> Item.DIVIDENDS;
            case WITHHOLDING_TAX -> Item.WITHHOLDING_TAX;
            case INTEREST -> Item.INTEREST;
            case DEPOSITS_AND_WITHDRAWALS -> Item.DEPOSITS;
            case FEES -> Item.FEES;
            case COMMISSIONS -> Item.COMMISSIONS;
            default -> null;
        };
    }

    private Set<BookingKind> kinds(Topic topic) {
        return switch (topic) {
            case DIVIDENDS ->
                printsPaymentsInLieuApart()
                        ? EnumSet.of(BookingKind.DIVIDEND)
                        : EnumSet.of(BookingKind.DIVIDEND, BookingKind.PAYMENT_IN_LIEU);
            case PAYMENTS_IN_LIEU -> EnumSet.of(BookingKind.PAYMENT_IN_LIEU);
            case WITHHOLDING_TAX -> EnumSet.of(BookingKind.WITHHOLDING_TAX);
            case INTEREST -> EnumSet.of(BookingKind.INTEREST);
            case DEPOSITS_AND_WITHDRAWALS -> EnumSet.of(BookingKind.DEPOSIT, BookingKind.WITHDRAWAL);
            case FEES -> EnumSet.of(BookingKind.FEE);
            default -> EnumSet.of(BookingKind.TRADE, BookingKind.FX_CONVERSION);
        };
    }

    private boolean printsPaymentsInLieuApart() {
        return file.printed(PrintedTotal.class).stream()
                .anyMatch(printed -> printed.row().topic() == Topic.PAYMENTS_IN_LIEU);
    }

    private ReconciliationLine line(List<Printed<PrintedTotal>> parts) {
        PrintedTotal row = parts.getFirst().row();
        Amount printed =
                parts.stream().map(part -> part.row().amount()).reduce(new Amount(BigDecimal.ZERO), Amount::plus);
        CurrencyCode currency = row.currency();
        Period period = row.period() != null ? row.period() : file.period();
        List<Booking> summed = currency == null ? List.of() : summed(kinds(row.topic()), period);
        boolean known = currency != null && (period != null || !summed.isEmpty());
        BigDecimal own = BigDecimal.ZERO;
        List<SourceRef> rows = new ArrayList<>();
        for (Booking booking : summed) {
            Money money = money(booking);
            if (money != null && money.currency().equals(currency)) {
                own = own.add(money.amount().value());
                rows.addAll(booking.sources());
            }
        }
        if (row.topic() == Topic.COMMISSIONS && currency != null && period != null) {
            rows.addAll(DoubtfulCharges.of(currency, period.to(), told(period)));
        }
        Item item = item(row.topic());
        ReconciliationLine line = ReconciliationLine.of(
                file.file(),
                period,
                item == null ? Item.FEES : item,
                null,
                currency,
                printed,
                known ? new Amount(own) : null,
                Tolerance.ofMoney(
                        parts.stream().map(part -> part.row().asPrinted()).toList(), currency),
                parts.stream().map(Printed::source).toList());
        return line.verdict() == Verdict.BREAK ? line.naming(rows) : line;
    }

    private List<Booking> summed(Set<BookingKind> kinds, @Nullable Period period) {
        List<Booking> ofKind = ours.bookings().stream()
                .filter(booking -> kinds.contains(booking.view().kind()))
                .toList();
        List<Booking> told = ofKind.stream()
                .filter(booking -> booking.sources().stream()
                        .anyMatch(source -> source.fileId().equals(file.file())))
                .toList();
        return told.isEmpty()
                ? ofKind.stream()
                        .filter(booking -> isWithin(booking.date(), period))
                        .toList()
                : told;
    }

    private List<Booking> told(Period period) {
        return summed(EnumSet.of(BookingKind.FX_CONVERSION), period);
    }

    private static boolean isWithin(LocalDate date, @Nullable Period period) {
        return period != null && !date.isBefore(period.from()) && !date.isAfter(period.to());
    }

    /** The native amount, of trades and conversions the fee. */
    private static @Nullable Money money(Booking booking) {
        CashMovement movement = booking.view().movement();
        if (movement != null) {
            return movement.amount();
        }
        return switch (booking.row()) {
            case Trade t -> t.costs().fee();
            case FxConversion f -> f.fee();
            default -> null;
        };
    }
}
