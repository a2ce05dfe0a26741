package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Securities or money moved between accounts, from the columns Direction (IN, OUT), Quantity, PositionAmount (their
 * value), CashTransfer, Company or Account (the other side), Type and those of the instrument; and shares granted, from
 * AwardDate, Quantity and Value.
 */
final class TransferRow {

    private TransferRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        boolean isMoney = "CASH".equals(cells.text("AssetClass"));
        FlexInstrument row = isMoney ? new FlexInstrument(null, List.of()) : FlexInstrument.of(cells);
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        BigDecimal quantity = cells.number("Quantity");
        Amount moved = stated(cells.amount("CashTransfer", unit));
        Amount cash = moved == null && isMoney ? stated(cells.amount("Quantity", unit)) : moved;
        Amount value = cells.amount("PositionAmount", unit);
        Transfer transfer = new Transfer(
                scope.day(cells, "Date", "DateTime", "ReportDate", "SettleDate"),
                row.instrument(),
                row.instrument() == null || quantity == null ? null : new Quantity(directed(quantity, cells)),
                cash == null ? null : money(directed(cash.value(), cells), unit),
                value == null || row.instrument() == null
                        ? null
                        : money(value.value().abs(), unit),
                null,
                cells.text(cells.has("Company") ? "Company" : cells.has("Account") ? "Account" : "DeliveringBroker"),
                cells.text(isMoney && cells.has("Description") ? "Description" : "Type"),
                FlexReferences.of(cells));
        if (transfer.quantity() == null && transfer.cash() == null) {
            cells.required("Quantity", null);
        }
        return new Fact(scope.account(cells), List.of(transfer), row.flags());
    }

    /** Shares that the broker or an employer gave. */
    static Fact grant(Cells cells, FlexScope scope) {
        FlexInstrument row = FlexInstrument.of(cells);
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        Amount value = cells.amount("Value", unit);
        Transfer transfer = new Transfer(
                scope.day(cells, "ReportDate", "AwardDate", "Date"),
                row.required(cells),
                cells.quantity("Quantity"),
                null,
                value == null ? null : money(value.value().abs(), unit),
                null,
                null,
                cells.text(FlexCells.TEXT),
                FlexReferences.of(cells));
        return new Fact(scope.account(cells), List.of(transfer), row.flags());
    }

    private static BigDecimal directed(BigDecimal figure, Cells cells) {
        String direction = cells.text("Direction");
        return switch (direction == null ? "" : direction.toUpperCase(Locale.ROOT)) {
            case "OUT" -> figure.abs().negate();
            case "IN" -> figure.abs();
            default -> figure;
        };
    }

    /** Zero is what the broker writes where no money moved. */
    private static @Nullable Amount stated(@Nullable Amount amount) {
        return amount == null || amount.value().signum() == 0 ? null : amount;
    }

    private static Money money(BigDecimal figure, CurrencyUnit unit) {
        return new Money(new Amount(figure), unit.currency());
    }
}
