package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.DividendAccrual.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dividend that is declared and not yet paid, from the columns ExDate, PayDate, Quantity, GrossRate (per share),
 * GrossAmount, Taxes, Fee, NetAmount, Codes ({@code Po} posts, {@code Re} reverses), Date and those of its instrument.
 * Without a code the sign tells: a reversal states what it takes off with a minus, and the fact keeps it.
 */
final class AccrualRow {
    /** Where most securities of a country trade; for rows of a query without a column for the currency. */
    private static final Map<String, String> CURRENCY_OF_COUNTRY = Map.ofEntries(
            Map.entry("US", "USD"),
            Map.entry("CA", "CAD"),
            Map.entry("SE", "SEK"),
            Map.entry("FI", "EUR"),
            Map.entry("DE", "EUR"),
            Map.entry("FR", "EUR"),
            Map.entry("NL", "EUR"),
            Map.entry("BE", "EUR"),
            Map.entry("JP", "JPY"),
            Map.entry("GB", "GBP"),
            Map.entry("HK", "HKD"),
            Map.entry("IL", "ILS"),
            Map.entry("NO", "NOK"),
            Map.entry("DK", "DKK"),
            Map.entry("AU", "AUD"));

    private AccrualRow() {}

    /** A row of Change in Dividend Accruals. */
    static Fact change(Cells cells, FlexScope scope) {
        List<String> codes = codes(cells);
        boolean reversed = codes.contains("Re") || (!codes.contains("Po") && isNegative(cells));
        return read(cells, scope, reversed ? Change.REVERSED : Change.POSTED);
    }

    /** A row of Open Dividend Accruals. */
    static Fact open(Cells cells, FlexScope scope) {
        return read(cells, scope, Change.OPEN);
    }

    private static Fact read(Cells cells, FlexScope scope, Change change) {
        FlexInstrument row = FlexInstrument.of(cells);
        Instrument instrument = row.required(cells);
        CurrencyUnit unit = unit(cells, instrument);
        DividendAccrual accrual = new DividendAccrual(
                change,
                date(cells, scope, change),
                instrument,
                unit.currency(),
                day(cells, "ExDate"),
                day(cells, "PayDate"),
                cells.has("Quantity") ? cells.quantity("Quantity") : null,
                cells.price("GrossRate", unit),
                cells.amount("GrossAmount", unit),
                cells.amount("Taxes", unit),
                cells.amount("Fee", unit),
                cells.amount("NetAmount", unit),
                cells.rate("FXRateToBase", unit),
                codes(cells),
                FlexReferences.of(cells));
        return new Fact(scope.account(cells), List.of(accrual), row.flags());
    }

    private static @Nullable LocalDate date(Cells cells, FlexScope scope, Change change) {
        LocalDate stated = cells.has("Date") ? cells.date("Date") : day(cells, "ReportDate");
        return stated == null && change == Change.OPEN ? scope.to() : stated;
    }

    /** The row's currency, or that of the country in the ISIN where the query has no column for it. */
    static CurrencyUnit unit(Cells cells, Instrument instrument) {
        if (cells.has("CurrencyPrimary")) {
            return cells.unit("CurrencyPrimary");
        }
        Isin isin = instrument.isin();
        String code = isin == null ? null : CURRENCY_OF_COUNTRY.get(isin.code().substring(0, 2));
        if (code == null) {
            throw cells.refused("CurrencyPrimary", ProblemCode.MISSING_VALUE, "a row needs its currency");
        }
        return new CurrencyUnit(new CurrencyCode(code), 0);
    }

    private static boolean isNegative(Cells cells) {
        return Stream.of("NetAmount", "GrossAmount")
                .map(cells::number)
                .filter(figure -> figure != null && figure.signum() != 0)
                .findFirst()
                .map(figure -> figure.signum() < 0)
                .orElse(false);
    }

    private static List<String> codes(Cells cells) {
        return FlexReferences.codes(cells.text("Codes"));
    }

    private static @Nullable LocalDate day(Cells cells, String column) {
        return cells.has(column) ? cells.date(column) : null;
    }
}
