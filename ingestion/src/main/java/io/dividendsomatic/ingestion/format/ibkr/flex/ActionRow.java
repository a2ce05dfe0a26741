package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.ActionText;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A corporate action, from the columns Type (two letters; else the text tells), DateTime (when it takes effect),
 * ReportDate, CurrencyPrimary, FXRateToBase, Quantity, Proceeds (money that came with it), Value, FifoPnlRealized, Codes, the row's text, which may
 * state a ratio and the security on the other side, and those of its instrument.
 */
final class ActionRow {

    private ActionRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        ActionText text = ActionText.of(cells.text(FlexCells.TEXT));
        FlexInstrument row = FlexInstrument.of(cells);
        Instrument instrument = instrument(row, text, cells);
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        String type = cells.text("Type");
        LocalDate date = scope.day(cells, "DateTime", "Date", "ReportDate");
        CorporateAction action = new CorporateAction(
                date,
                cells.has("DateTime") ? TradeRow.time(cells) : null,
                cells.has("ReportDate") ? cells.date("ReportDate") : null,
                ActionKind.find(type).orElse(text.kind()),
                type,
                instrument,
                cells.quantity("Quantity"),
                money(cells.amount("Proceeds", unit), unit),
                money(cells.amount("Value", unit), unit),
                cells.amount("FifoPnlRealized", unit),
                text.ratio(),
                other(instrument, text),
                ActionText.isCancelled(FlexReferences.codes(cells.text("Codes"))),
                cells.text(FlexCells.TEXT),
                FlexReferences.of(cells),
                unit.currency(),
                cells.rate("FXRateToBase", unit));
        return new Fact(scope.account(cells), List.of(action), row.flags());
    }

    private static Instrument instrument(FlexInstrument row, ActionText text, Cells cells) {
        Instrument named = text.named() != null ? text.named() : text.acting();
        Instrument stated = row.instrument();
        return stated != null ? completed(stated, text.named()) : cells.required("Symbol", named);
    }

    /** The name that the text's last brackets give to the same instrument. */
    private static Instrument completed(Instrument stated, @Nullable Instrument named) {
        if (named == null) {
            return stated;
        }
        boolean same =
                stated.isin() == null || named.isin() == null || stated.isin().equals(named.isin());
        return same ? stated.completedBy(named) : stated;
    }

    private static @Nullable Instrument other(Instrument instrument, ActionText text) {
        Instrument acting = text.acting();
        return acting == null || isSame(acting, instrument) ? null : acting;
    }

    private static boolean isSame(Instrument one, Instrument other) {
        if (one.isin() != null && other.isin() != null) {
            return one.isin().equals(other.isin());
        }
        return one.symbol() != null && one.symbol().equals(other.symbol());
    }

    /** Zero is what the broker writes where no money was paid. */
    private static @Nullable Money money(@Nullable Amount amount, CurrencyUnit unit) {
        return amount == null || amount.value().signum() == 0 ? null : new Money(amount, unit.currency());
    }
}
