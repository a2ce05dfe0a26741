package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import org.jspecify.annotations.Nullable;

/** Currencies at the end of a day: their rates to the base currency, and how much of each the account holds. */
final class RateRow {

    private RateRow() {}

    /** Why a row of Conversion Rates tells no rate to the base currency, if it does not. */
    static @Nullable String useless(Cells cells, String rate, @Nullable CurrencyCode base) {
        String to = cells.text("ToCurrency");
        if (FlexCells.isNoRate(rate)) {
            return "NO RATE";
        }
        return base != null && to != null && !to.equals(base.code()) ? "RATE TO ANOTHER CURRENCY" : null;
    }

    static Fact read(Cells cells, FlexScope scope) {
        CurrencyUnit unit = cells.unit("FromCurrency");
        FxRateToBase rate = new FxRateToBase(
                scope.day(cells, "ReportDate", "Date", "DateTime", "ToDate"),
                unit.currency(),
                cells.required("Rate", cells.rate("Rate", unit)));
        return scope.fact(cells, rate);
    }

    /** A balance of one currency. */
    static Fact balance(Cells cells, FlexScope scope) {
        String column = cells.has("FxCurrency") ? "FxCurrency" : "CurrencyPrimary";
        CurrencyUnit unit = cells.unit(column);
        Amount held = cells.required("Quantity", cells.amount("Quantity", unit));
        return scope.fact(
                cells,
                new CashBalance(scope.day(cells, "ReportDate", "Date"), unit.currency(), false, At.END_OF_DAY, held));
    }
}
