package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.ActionText;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The section Corporate Actions: one row for each security that came or went. Its description names them
 * ({@link ActionText}); it takes effect at Date/Time, after the close, and Report Date is the day that first showed it.
 */
final class ActionSection {
    private static final Pattern ISIN = Pattern.compile("(?<![A-Z0-9])[A-Z]{2}[A-Z0-9]{9}[0-9](?![A-Z0-9])");

    private ActionSection() {}

    static Fact read(Line line, Cells cells) {
        String description = cells.text("Description");
        ActionText text = ActionText.of(description, line.context().wording());
        Instrument bare = text.named() != null ? text.named() : text.acting();
        Instrument instrument = bare != null ? withAssetClass(bare, line) : line.symbol(cells);
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        String when = line.has("DateTime") && !line.cell("DateTime").isEmpty() ? "DateTime" : "ReportDate";
        CorporateAction action = new CorporateAction(
                cells.date(when),
                ClockTime.find(line.cell(when)),
                cells.text("ReportDate") == null ? null : cells.date("ReportDate"),
                text.kind(),
                text.words().isEmpty() ? null : text.words(),
                cells.required("Description", instrument),
                cells.quantity("Quantity"),
                money(cells.amount("Proceeds", unit), unit),
                money(cells.amount("PositionValue", unit), unit),
                cells.amount("RealizedGain", unit),
                text.ratio(),
                other(text),
                ActionText.isCancelled(Line.codes(cells)),
                description,
                Line.references(cells));
        return line.fact(cells, action);
    }

    private static Instrument withAssetClass(Instrument instrument, Line line) {
        String assetClass = line.assetClass();
        return assetClass == null
                ? instrument
                : new Instrument(
                        instrument.symbol(),
                        instrument.isin(),
                        instrument.name(),
                        instrument.conid(),
                        null,
                        null,
                        null,
                        assetClass,
                        null);
    }

    private static @Nullable Money money(@Nullable Amount amount, CurrencyUnit unit) {
        return amount == null ? null : new Money(amount, unit.currency());
    }

    /** The acting security, where the row is about another; else the one whose ISIN the words name: merged with it. */
    private static @Nullable Instrument other(ActionText text) {
        Instrument acting = text.acting();
        Instrument named = text.named();
        if (acting != null && named != null && !isSame(acting, named)) {
            return acting;
        }
        Instrument of = named != null ? named : acting;
        Matcher codes = ISIN.matcher(text.words());
        while (codes.find()) {
            Isin isin = Isin.find(codes.group()).orElse(null);
            if (isin != null && (of == null || !isin.equals(of.isin()))) {
                return new Instrument(null, isin, null, null, null, null, null, null, null);
            }
        }
        return null;
    }

    private static boolean isSame(Instrument one, Instrument other) {
        boolean byIsin = one.isin() != null && other.isin() != null;
        return byIsin ? Objects.equals(one.isin(), other.isin()) : Objects.equals(one.symbol(), other.symbol());
    }
}
