package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.ActionText;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the Statement of Funds: everything that moved a balance, from the columns ActivityCode (what it is), Amount,
 * Balance (after it), Date, the text, and for trades Quantity, TradePrice, TradeGross, IBCommission, Taxes. At the level
 * of the base currency every amount is converted, and a price is not given, since the row does not say in which currency
 * it stands.
 */
final class FundsRow {

    private FundsRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        String code = cells.text("ActivityCode");
        if (code == null) {
            At at = isStart(cells) ? At.START_OF_DAY : At.END_OF_DAY;
            return scope.fact(cells, cells.required("Balance", balance(cells, scope, at)));
        }
        CashKind kind = kind(code)
                .orElseThrow(
                        () -> cells.refused("ActivityCode", ProblemCode.UNKNOWN_TYPE, "not a known activity: " + code));
        Fact fact = switch (kind) {
            case TRADE -> trade(cells, scope);
            case CURRENCY -> conversion(cells, scope);
            case ACTION -> action(cells, scope);
            default -> CashTransactionRow.read(kind, code, cells, scope);
        };
        return fact.and(balance(cells, scope, At.AFTER_ROW));
    }

    static Optional<CashKind> kind(@Nullable String code) {
        return code == null ? Optional.empty() : CashKind.find(code);
    }

    /** Why a row tells nothing, if it does not: an adjustment of the base currency's figures moves no money. */
    static @Nullable String useless(Cells cells) {
        String code = cells.text("ActivityCode");
        if (code == null) {
            return cells.has("Balance") ? null : "NO ACTIVITY";
        }
        return code.equals("ADJ") && CashReportRow.isBase(cells) ? "ADJUSTMENT OF THE BASE CURRENCY" : null;
    }

    private static Fact trade(Cells cells, FlexScope scope) {
        CurrencyUnit unit = unit(cells, scope);
        FlexInstrument row = FlexInstrument.of(cells);
        Quantity quantity = TradeRow.quantity(cells);
        UnitPrice price = CashReportRow.isBase(cells) ? null : cells.price("TradePrice", unit);
        TradeMoney money = TradeMoney.of(cells, unit, quantity, price);
        Trade trade = new Trade(
                TradeRow.when(cells, scope),
                row.required(cells),
                quantity,
                unit.currency(),
                price,
                money.proceeds(),
                money.costs(),
                new Money(CashTransactionRow.amount(cells, unit), unit.currency()),
                cells.rate("FXRateToBase", unit),
                null,
                null,
                Level.EXECUTION,
                TradeRow.codes(cells),
                cells.text(FlexCells.TEXT),
                FlexReferences.of(cells));
        return new Fact(scope.account(cells), List.of(trade), row.flags());
    }

    private static Fact conversion(Cells cells, FlexScope scope) {
        CurrencyUnit unit = unit(cells, scope);
        FxConversion leg = new FxConversion(
                TradeRow.when(cells, scope),
                new Money(CashTransactionRow.amount(cells, unit), unit.currency()),
                null,
                null,
                null,
                Level.EXECUTION,
                cells.text(FlexCells.TEXT),
                FlexReferences.of(cells));
        return scope.fact(cells, leg);
    }

    private static Fact action(Cells cells, FlexScope scope) {
        CurrencyUnit unit = unit(cells, scope);
        FlexInstrument row = FlexInstrument.of(cells);
        ActionText text = ActionText.of(cells.text(FlexCells.TEXT));
        BigDecimal quantity = cells.number("Quantity");
        CorporateAction action = new CorporateAction(
                scope.day(cells, "Date", "ReportDate"),
                null,
                cells.has("ReportDate") ? cells.date("ReportDate") : null,
                text.kind(),
                cells.text("ActivityCode"),
                row.instrument() != null
                        ? row.instrument()
                        : cells.required("Symbol", text.named() != null ? text.named() : text.acting()),
                new Quantity(quantity == null ? BigDecimal.ZERO : quantity),
                new Money(CashTransactionRow.amount(cells, unit), unit.currency()),
                null,
                null,
                text.ratio(),
                null,
                ActionText.isCancelled(FlexReferences.codes(cells.text("Codes"))),
                cells.text(FlexCells.TEXT),
                FlexReferences.of(cells),
                unit.currency(),
                cells.rate("FXRateToBase", unit));
        return new Fact(scope.account(cells), List.of(action), row.flags());
    }

    private static @Nullable CashBalance balance(Cells cells, FlexScope scope, At at) {
        CurrencyUnit unit = unit(cells, scope);
        Amount balance = cells.amount("Balance", unit);
        LocalDate day = scope.day(cells, "ReportDate", "Date");
        return balance == null ? null : new CashBalance(day, unit.currency(), CashReportRow.isBase(cells), at, balance);
    }

    private static CurrencyUnit unit(Cells cells, FlexScope scope) {
        return CashReportRow.unit(cells, scope, CashReportRow.isBase(cells))
                .orElseGet(() -> cells.unit("CurrencyPrimary"));
    }

    private static boolean isStart(Cells cells) {
        String text = cells.text(FlexCells.TEXT);
        return text != null && text.toLowerCase(Locale.ROOT).startsWith("start");
    }
}
