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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sums that a file prints for the whole account in one currency, against our bookings. A file sums up the rows that
 * it tells, also those that correct an earlier year, so ours are the bookings that it tells; where it tells none of a
 * kind, those of its period.
 */
record TotalLines(StatementFile file, Ours ours) {

    Stream<ReconciliationLine> lines() {
        return file.printed(PrintedTotal.class).stream()
                .filter(printed -> !printed.row().inBase() && printed.row().group() == null)
                .filter(printed -> item(printed.row().topic()) != null)
                .map(this::line);
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

    private ReconciliationLine line(Printed<PrintedTotal> printed) {
        PrintedTotal row = printed.row();
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
        Item item = item(row.topic());
        ReconciliationLine line = ReconciliationLine.of(
                file.file(),
                period,
                item == null ? Item.FEES : item,
                null,
                currency,
                row.amount(),
                known ? new Amount(own) : null,
                Tolerance.ofMoney(figures(row), currency),
                List.of(printed.source()));
        return line.verdict() == Verdict.BREAK ? naming(line, rows) : line;
    }

    /** Figures of the same table and currency are printed to the same digits. */
    private List<BigDecimal> figures(PrintedTotal row) {
        return file.printed(PrintedTotal.class).stream()
                .map(Printed::row)
                .filter(other -> other.table().equals(row.table()))
                .map(other -> other.amount().value())
                .toList();
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

    private static ReconciliationLine naming(ReconciliationLine line, List<SourceRef> rows) {
        List<SourceRef> all = new ArrayList<>(line.sources());
        all.addAll(rows);
        return new ReconciliationLine(
                line.file(),
                line.period(),
                line.item(),
                line.instrument(),
                line.currency(),
                line.printed(),
                line.ours(),
                line.difference(),
                line.verdict(),
                all);
    }
}
