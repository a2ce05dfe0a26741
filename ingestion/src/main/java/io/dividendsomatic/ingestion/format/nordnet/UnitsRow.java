package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Units that came or went without a trade. The column Amount of such a row is the value of the units when it has their
 * sign (the balance does not move), and otherwise what was paid for them.
 */
final class UnitsRow {
    private final Cells cells;
    private final TransactionRow row;

    UnitsRow(Cells cells, TransactionRow row) {
        this.cells = cells;
        this.row = row;
    }

    CorporateAction action(TransactionType type) {
        boolean cashOnly = type.kind() == TransactionType.Kind.ACTION_CASH;
        Quantity quantity = cashOnly ? new Quantity(BigDecimal.ZERO) : quantity(type);
        Money amount = cashOnly ? row.amount() : amount();
        boolean value = amount != null && !cashOnly && isValueOf(quantity, amount);
        return new CorporateAction(
                row.traded(),
                null,
                row.booked(),
                type.action(),
                cells.text("Type"),
                row.instrument(),
                quantity,
                value ? null : amount,
                amount != null && value ? positive(amount) : null,
                null,
                null,
                null,
                type.takenBack(),
                cells.text("Text"),
                row.references());
    }

    Transfer transfer(TransactionType type) {
        Quantity quantity = quantity(type);
        Money amount = amount();
        boolean value = amount != null && isValueOf(quantity, amount);
        return new Transfer(
                row.traded(),
                row.instrument(),
                quantity,
                value ? null : amount,
                amount != null && value ? positive(amount) : null,
                costBasis(type),
                null,
                cells.text("Text"),
                row.references());
    }

    private Quantity quantity(TransactionType type) {
        BigDecimal units = cells.quantity("Quantity").value().abs();
        return new Quantity(type.sign() < 0 ? units.negate() : units);
    }

    /** The row's amount; a zero says that there is none. */
    private @Nullable Money amount() {
        BigDecimal amount = cells.number("Amount");
        return amount == null || amount.signum() == 0 ? null : row.amountIfAny();
    }

    /** The column Value, where it is that of these units and says its currency. */
    private @Nullable Money costBasis(TransactionType type) {
        BigDecimal value = cells.number("Value");
        BigDecimal holding = cells.number("Holding");
        boolean ofThese = type.kind() == TransactionType.Kind.TRANSFER_IN
                && holding != null
                && holding.compareTo(cells.quantity("Quantity").value().abs()) == 0;
        return value == null || value.signum() == 0 || !ofThese || cells.text("ValueCurrency") == null
                ? null
                : new Money(new Amount(value.abs()), cells.unit("ValueCurrency").currency());
    }

    private static boolean isValueOf(Quantity quantity, Money amount) {
        return quantity.value().signum() == amount.amount().value().signum();
    }

    private static Money positive(Money money) {
        return new Money(new Amount(money.amount().value().abs()), money.currency());
    }
}
