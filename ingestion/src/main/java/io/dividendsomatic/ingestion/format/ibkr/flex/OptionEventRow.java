package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What no section but its own may tell: the exercise, assignment or expiration of an option with the trade that follows
 * from it, and the sales tax on a fee. The codes of the trade are those that the broker uses in its list of trades.
 */
final class OptionEventRow {
    private static final Map<String, String> CODES =
            Map.of("Exercise", "Ex", "Assignment", "A", "Expiration", "Ep", "Cash Settlement", "Ex");

    private OptionEventRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        FlexInstrument row = FlexInstrument.of(cells);
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        Quantity quantity = cells.quantity("Quantity");
        UnitPrice price = cells.price("TradePrice", unit);
        TradeMoney money = TradeMoney.of(cells, unit, quantity, price);
        Amount costs = cells.amount("CommissionsAndTax", unit);
        Trade trade = new Trade(
                TradeRow.when(cells, scope),
                row.required(cells),
                quantity,
                unit.currency(),
                price,
                money.proceeds(),
                new Costs(costs == null ? null : new Money(costs, unit.currency()), null),
                null,
                cells.rate("FXRateToBase", unit),
                cells.amount("Cost", unit),
                cells.amount("RealizedPnl", unit),
                Level.EXECUTION,
                codes(cells.text("TransactionType")),
                cells.text("TransactionType"),
                FlexReferences.of(cells));
        return new Fact(scope.account(cells), List.of(trade), row.flags());
    }

    /** Why a row tells nothing, if it does not: the settlement in cash of an option that another row exercises. */
    static @Nullable String useless(Cells cells) {
        return Stream.of("Quantity", "Proceeds", "RealizedPnl")
                        .map(cells::number)
                        .allMatch(figure -> figure == null || figure.signum() == 0)
                ? "NOTHING MOVED"
                : null;
    }

    static Fact salesTax(Cells cells, FlexScope scope) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        Amount tax = cells.required("SalesTax", cells.amount("SalesTax", unit));
        CashMovement movement = new CashMovement(
                scope.day(cells, "Date", "DateTime", "ReportDate"),
                new Money(tax, unit.currency()),
                null,
                cells.rate("FXRateToBase", unit),
                cells.text("TaxableDescription"),
                FlexReferences.of(cells));
        return scope.fact(cells, new Fee(movement, "Sales Tax", null));
    }

    private static List<String> codes(@Nullable String event) {
        String code = event == null ? null : CODES.get(event);
        return code == null ? List.of() : List.of(code);
    }
}
