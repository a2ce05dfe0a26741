package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.ibkr.DividendText;
import io.dividendsomatic.ingestion.format.ibkr.InstrumentRow;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instrument that a row is about: by its columns, and where they leave something open by the row's own text.
 *
 * @param instrument absent in rows about money alone
 * @param flags what is wrong with its codes
 */
record FlexInstrument(@Nullable Instrument instrument, List<Problem> flags) {

    /** {@code ALFA CASH DIVIDEND USD 0.12}: older texts have no brackets behind the symbol. */
    private static final Pattern BARE = Pattern.compile(
            "([A-Z0-9][A-Z0-9. ]{0,19}?) (?:CASH DIVIDEND|PAYMENT IN LIEU)\\b.*", Pattern.CASE_INSENSITIVE);

    /** By the columns. */
    static FlexInstrument of(Cells cells) {
        if (!isNamed(cells)) {
            return new FlexInstrument(null, List.of());
        }
        InstrumentRow row = InstrumentRow.of(cells, cells.text("Symbol"), UnaryOperator.identity());
        return new FlexInstrument(row.instrument(), row.flags());
    }

    /** By the columns, completed by a text such as {@code ALFA(US000000AA16) CASH DIVIDEND …}. */
    static FlexInstrument of(Cells cells, Optional<DividendText> text) {
        FlexInstrument row = of(cells);
        Instrument named = row.instrument;
        Instrument told = text.map(DividendText::instrument).orElseGet(() -> named == null ? bare(cells) : null);
        return told == null ? row : new FlexInstrument(named == null ? told : named.completedBy(told), row.flags);
    }

    /** Throws RefusedRow where the row names none. */
    Instrument required(Cells cells) {
        return cells.required("Symbol", instrument);
    }

    private static @Nullable Instrument bare(Cells cells) {
        String text = cells.text(FlexCells.TEXT);
        Matcher matcher = BARE.matcher(text == null ? "" : text);
        return matcher.matches() ? Instrument.ofSymbol(matcher.group(1)) : null;
    }

    private static boolean isNamed(Cells cells) {
        return cells.has("Symbol")
                || cells.has("Conid")
                || cells.has("Description")
                || Stream.of("ISIN", "SecurityID")
                        .map(cells::text)
                        .anyMatch(code -> code != null && Isin.find(code).isPresent());
    }
}
