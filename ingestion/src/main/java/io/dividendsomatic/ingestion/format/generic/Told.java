package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.PlainWords;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The instrument that a row names. A code that is no ISIN where one belongs is left out and flagged: the row stays, under
 * the broker's own symbol or name, or under that code where there is nothing else.
 *
 * @param instrument absent where the row names none
 */
record Told(@Nullable Instrument instrument, List<Problem> flags) {

    static Told by(Values values) {
        List<Problem> flags = new ArrayList<>();
        String code = values.text("isin");
        Isin isin = code == null ? null : Isin.find(PlainWords.bare(code)).orElse(null);
        if (code != null && isin == null) {
            flags.add(values.problem("isin", ProblemCode.BAD_ISIN, "shape or check digit of the ISIN is wrong"));
        }
        String symbol = values.text("symbol");
        String name = values.text("name");
        String conid = values.text("conid");
        if (symbol == null && name == null && conid == null && isin == null) {
            symbol = code;
        }
        if (symbol == null && name == null && conid == null && isin == null) {
            return new Told(null, flags);
        }
        Instrument instrument = new Instrument(
                symbol,
                isin,
                name,
                conid,
                values.text("figi"),
                values.text("cusip"),
                values.text("exchange"),
                values.text("assetClass"),
                values.number("multiplier"));
        return new Told(instrument, flags);
    }
}
