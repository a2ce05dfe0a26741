package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instrument of a row, from the columns Symbol, Description (its name), Conid, ISIN, CUSIP, FIGI, SecurityID (ISIN
 * or CUSIP; Activity Statements know only this one), ListingExchange, AssetClass and Multiplier. A code that is no ISIN
 * where one belongs is left out and flagged: the row stays, under the broker's own symbol.
 */
public record InstrumentRow(Instrument instrument, List<Problem> flags) {
    public static final List<String> REQUIRED = List.of("Symbol");
    /** Issuer and issue in eight characters, and a check digit (ANSI X9.6). */
    private static final Pattern CUSIP = Pattern.compile("[0-9A-Z*@#]{8}[0-9]");

    /** A row of an instrument list. A list such as {@code ALFA, ALFA.OLD} tells of one instrument under each symbol. */
    public static Fact detail(Cells cells, UnaryOperator<String> assetClasses) {
        List<String> symbols = Stream.of(cells.required("Symbol").split(","))
                .map(String::strip)
                .filter(symbol -> !symbol.isEmpty())
                .distinct()
                .toList();
        String first = cells.required("Symbol", symbols.isEmpty() ? null : symbols.getFirst());
        InstrumentRow row = of(cells, first, assetClasses);
        return new Fact(null, symbols.stream().map(row::named).toList(), row.flags);
    }

    private StatementRow named(String symbol) {
        return new InstrumentDetail(Instrument.ofSymbol(symbol).completedBy(instrument));
    }

    /** @param assetClasses gives the Flex code of an asset class, or leaves it */
    public static InstrumentRow of(Cells cells, @Nullable String symbol, UnaryOperator<String> assetClasses) {
        List<Problem> flags = new ArrayList<>();
        String security = cells.text("SecurityID");
        boolean securityIsCusip = security != null && CUSIP.matcher(security).matches();
        Isin isin = isin(cells, "ISIN", flags);
        if (isin == null && cells.text("ISIN") == null && !securityIsCusip && mayBeIsin(cells)) {
            isin = isin(cells, "SecurityID", flags);
        }
        String cusip = cells.text("CUSIP");
        String assetClass = cells.text("AssetClass");
        Instrument instrument = new Instrument(
                symbol,
                isin,
                cells.text("Description"),
                cells.text("Conid"),
                cells.text("FIGI"),
                cusip == null && securityIsCusip ? security : cusip,
                cells.text("ListingExchange"),
                assetClass == null ? null : assetClasses.apply(assetClass),
                cells.number("Multiplier"));
        return new InstrumentRow(instrument, flags);
    }

    private static boolean mayBeIsin(Cells cells) {
        String type = cells.text("SecurityIDType");
        return type == null || type.toUpperCase(Locale.ROOT).equals("ISIN");
    }

    private static @Nullable Isin isin(Cells cells, String column, List<Problem> flags) {
        String code = cells.text(column);
        if (code == null) {
            return null;
        }
        Isin isin = Isin.find(code).orElse(null);
        if (isin == null) {
            flags.add(cells.problem(column, ProblemCode.BAD_ISIN, "shape or check digit of the ISIN is wrong"));
        }
        return isin;
    }
}
