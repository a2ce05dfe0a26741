package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dividend of an older query, which knows Symbol, ISIN, CUSIP, PayDate, FXRateToBase and NetAmount: what came after
 * tax, since the query has no gross. The row's text says so.
 */
final class NetDividendRow {
    private static final String NET = "NetAmount";

    private NetDividendRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        FlexInstrument row = FlexInstrument.of(cells);
        Instrument instrument = row.required(cells);
        CurrencyUnit unit = AccrualRow.unit(cells, instrument);
        Amount net = cells.required(NET, cells.amount(NET, unit));
        CashMovement movement = new CashMovement(
                cells.date("PayDate"),
                new Money(net, unit.currency()),
                null,
                cells.rate("FXRateToBase", unit),
                CashDividend.AFTER_TAX,
                FlexReferences.of(cells));
        return new Fact(
                scope.account(cells), List.of(new CashDividend(movement, instrument, null, null, null)), row.flags());
    }

    /** Why a row tells nothing, if it does not. */
    static @Nullable String useless(Cells cells) {
        BigDecimal net = cells.number(NET);
        return net != null && net.signum() <= 0 ? "NOTHING PAID" : null;
    }
}
