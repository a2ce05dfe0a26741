package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.DividendText;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Money that came or went, from the columns Type, CurrencyPrimary, Amount (signed), FXRateToBase, ExDate, the row's
 * text, and those of its instrument. What an instrument paid is dated by the day of payment (SettleDate, DateTime), also
 * where a later statement corrects it: a tax of last year that is refunded now is last year's. All else is dated by the
 * day on which the balance moved.
 */
final class CashTransactionRow {
    private static final Set<CashKind> PAID_BY_INSTRUMENT = Set.of(CashKind.DIVIDEND, CashKind.IN_LIEU, CashKind.TAX);

    private CashTransactionRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        String type = cells.required("Type");
        CashKind kind = CashKind.find(type)
                .filter(known -> known.compareTo(CashKind.TRADE) < 0)
                .orElseThrow(() -> cells.refused("Type", ProblemCode.UNKNOWN_TYPE, "not a known type: " + type));
        return read(kind, type, cells, scope);
    }

    static Fact read(CashKind kind, String type, Cells cells, FlexScope scope) {
        Optional<DividendText> text =
                PAID_BY_INSTRUMENT.contains(kind) ? DividendText.find(cells.text(FlexCells.TEXT)) : Optional.empty();
        FlexInstrument row =
                PAID_BY_INSTRUMENT.contains(kind) ? FlexInstrument.of(cells, text) : FlexInstrument.of(cells);
        CashMovement movement = movement(kind, cells, scope);
        StatementRow fact = fact(kind, type, cells, movement, row, text);
        return new Fact(scope.account(cells), List.of(fact), row.flags());
    }

    private static StatementRow fact(
            CashKind kind,
            String type,
            Cells cells,
            CashMovement movement,
            FlexInstrument row,
            Optional<DividendText> text) {
        Instrument instrument = row.instrument();
        LocalDate exDate = cells.has("ExDate") ? cells.date("ExDate") : null;
        return switch (kind) {
            case DIVIDEND -> new CashDividend(movement, row.required(cells), exDate, perShare(text, movement), null);
            case IN_LIEU -> new PaymentInLieu(movement, row.required(cells), exDate, perShare(text, movement), null);
            case TAX -> new WithholdingTax(movement, instrument, exDate);
            case INTEREST -> new Interest(movement, instrument);
            case TRANSFER ->
                new Transfer(
                        movement.date(),
                        null,
                        null,
                        movement.amount(),
                        null,
                        null,
                        null,
                        movement.description(),
                        movement.references());
            case OWNER ->
                movement.amount().amount().value().signum() < 0 ? new Withdrawal(movement) : new Deposit(movement);
            default -> new Fee(movement, type, instrument);
        };
    }

    private static CashMovement movement(CashKind kind, Cells cells, FlexScope scope) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        Amount amount = amount(cells, unit);
        LocalDate date = PAID_BY_INSTRUMENT.contains(kind)
                ? scope.day(cells, "PayDate", "SettleDate", "DateTime", "Date", "ReportDate")
                : scope.day(cells, "DateTime", "Date", "ReportDate", "SettleDate");
        return new CashMovement(
                date,
                new Money(amount, unit.currency()),
                null,
                cells.rate("FXRateToBase", unit),
                cells.text(FlexCells.TEXT),
                FlexReferences.of(cells));
    }

    /** The amount; the Statement of Funds may have it in Debit or Credit instead. */
    static Amount amount(Cells cells, CurrencyUnit unit) {
        String column = Stream.of("Amount", "Credit", "Debit")
                .filter(cells::has)
                .findFirst()
                .orElse("Amount");
        Amount stated = cells.required("Amount", cells.amount(column, unit));
        boolean debit = column.equals("Debit") && stated.value().signum() > 0;
        return debit ? new Amount(stated.value().negate()) : stated;
    }

    /** What the text says a share paid, where it says so in the currency of the payment, or in none. */
    private static @Nullable UnitPrice perShare(Optional<DividendText> text, CashMovement movement) {
        return text.filter(told -> told.currency() == null
                        || told.currency().equals(movement.amount().currency()))
                .map(DividendText::perShare)
                .orElse(null);
    }
}
