package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What rows of all booking kinds have in common.
 *
 * @param movement of the kinds that are nothing but money
 */
public record RowView(
        BookingKind kind,
        LocalDate date,
        @Nullable LocalTime time,
        @Nullable Instrument instrument,
        @Nullable CashMovement movement,
        @Nullable String description,
        References references) {

    /** Throws IllegalArgumentException for a row that books nothing. */
    public static RowView of(StatementRow row) {
        return switch (row) {
            case Trade t ->
                new RowView(
                        BookingKind.TRADE,
                        t.when().date(),
                        t.when().time(),
                        t.instrument(),
                        null,
                        t.description(),
                        t.references());
            case FxConversion f ->
                new RowView(
                        BookingKind.FX_CONVERSION,
                        f.when().date(),
                        f.when().time(),
                        null,
                        null,
                        f.description(),
                        f.references());
            case Transfer t ->
                new RowView(
                        BookingKind.TRANSFER, t.date(), null, t.instrument(), null, t.description(), t.references());
            case CorporateAction a ->
                new RowView(
                        BookingKind.CORPORATE_ACTION,
                        a.date(),
                        a.time(),
                        a.instrument(),
                        null,
                        a.description(),
                        a.references());
            case CashDividend d -> of(row, d.instrument(), d.movement());
            case PaymentInLieu p -> of(row, p.instrument(), p.movement());
            case WithholdingTax w -> of(row, w.instrument(), w.movement());
            case Interest i -> of(row, i.instrument(), i.movement());
            case Fee f -> of(row, f.instrument(), f.movement());
            case Deposit d -> of(row, null, d.movement());
            case Withdrawal w -> of(row, null, w.movement());
            default ->
                throw new IllegalArgumentException(
                        "books nothing: " + row.getClass().getSimpleName());
        };
    }

    private static RowView of(StatementRow row, @Nullable Instrument instrument, CashMovement movement) {
        return new RowView(
                BookingKind.of(row),
                movement.date(),
                null,
                instrument,
                movement,
                movement.description(),
                movement.references());
    }
}
