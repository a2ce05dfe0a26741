package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.reporting.instrument.InstrumentReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each account holds of an instrument, with what a unit has to bring, and what it has gained or lost. */
final class HeldPartsTable {
    private static final List<Sheet.Column> COLUMNS = List.of(
            text("account"),
            number("quantity"),
            money("breakEven"),
            money("pnlPerUnit"),
            money("cost"),
            money("nativeValue"),
            money("unrealized"),
            number("value"),
            text("asOf").with("origin"));

    private static final int DECIMALS = 4;

    private HeldPartsTable() {}

    static Sheet of(@Nullable InstrumentReport report, Look look, Shown show) {
        List<InstrumentReport.Held> parts = report == null ? List.of() : report.positions();
        return Sheet.whole(
                "positions",
                COLUMNS,
                parts.stream()
                        .map(each -> row(each, report == null ? null : report.isin(), look, new Cells(show)))
                        .toList(),
                List.of(),
                look.here());
    }

    private static List<Cell> row(InstrumentReport.Held held, @Nullable Isin isin, Look look, Cells cells) {
        CurrencyCode currency = held.nativeCurrency();
        Address figure = Explained.ofHolding(look, isin, currency);
        BigDecimal gain = value(held.unrealizedPnl());
        boolean derived = held.origin() == Origin.DERIVED;
        return List.of(
                Cell.of(held.account().toString()),
                cells.quantity(held.quantity()).explained(figure),
                price(held.breakEven(), cells).in(currency),
                price(held.pnlPerUnit(), cells)
                        .in(currency)
                        .marked(cells.shown().sign(held.pnlPerUnit())),
                cells.amount(held.costBasis()).in(currency).explained(figure),
                cells.amount(held.marketValue()).in(currency).explained(figure),
                cells.signed(gain).in(currency).explained(figure),
                cells.amount(held.marketValueInReportingCurrency()),
                cells.date(held.asOf())
                        .noted(derived ? cells.shown().word("origin.DERIVED") : null)
                        .telling(held.origin()));
    }

    private static @Nullable BigDecimal value(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }

    /** To four decimals, rounded half even; a file has all. */
    private static Cell price(@Nullable BigDecimal value, Cells cells) {
        return Cell.number(
                cells.shown().exact(value == null ? null : value.setScale(DECIMALS, RoundingMode.HALF_EVEN)), value);
    }
}
