package io.dividendsomatic.ingestion.format.yahoo;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedFile;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Dividends a share as Yahoo lists them, gross and adjusted for splits: a JSON array of objects with {@code symbol},
 * {@code yahoo_symbol}, {@code exchange}, {@code isin}, {@code ex_date}, {@code amount} and {@code currency}. References
 * for comparison, never income, and of no account. Lists of prices or profiles look alike and are other files.
 */
public final class YahooDividends implements StatementFormat {
    /** The format's own rule for an object without a currency; the row is flagged, for listings elsewhere have others. */
    private static final CurrencyUnit UNSTATED = new CurrencyUnit(new CurrencyCode("USD"), 0);

    private static final List<String> KNOWN =
            List.of("symbol", "yahoo_symbol", "exchange", "isin", "ex_date", "amount", "currency");

    @Override
    public String name() {
        return "yahoo-dividends";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 10;
    }

    @Override
    public Recognition recognise(Document document) {
        if (!document.isJson()) {
            return Recognition.NO;
        }
        List<JsonRow> rows = JsonRows.of(document.text());
        if (rows.isEmpty()) {
            throw new RefusedFile(ProblemCode.EMPTY_FILE, "the JSON array is empty");
        }
        boolean listed = rows.stream().anyMatch(row -> row.has("ex_date") && row.has("amount"));
        return listed ? Recognition.YES : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        Verdicts verdicts = new Verdicts();
        List<JsonRow> rows = JsonRows.of(document.text());
        for (JsonRow row : rows) {
            if (row.fault() != null) {
                verdicts.reject(row, ProblemCode.BROKEN_JSON, row.fault());
            } else {
                verdicts.read(row, () -> dividend(new Cells(row, row, NumberStyle.DOT, DateStyle.ISO_OR_BASIC)));
            }
        }
        return new Reading(verdicts.list(), drift(rows), null, null);
    }

    /** Of names that some object has; a member that is null everywhere is as good as none. */
    private static List<Drift> drift(List<JsonRow> rows) {
        SortedSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(row.members().keySet()));
        List<String> unknown =
                names.stream().filter(name -> !KNOWN.contains(name)).toList();
        List<String> missing =
                KNOWN.stream().filter(name -> !names.contains(name)).toList();
        return unknown.isEmpty() && missing.isEmpty() ? List.of() : List.of(new Drift("", unknown, missing));
    }

    private static Fact dividend(Cells cells) {
        List<Problem> flags = new ArrayList<>();
        Instrument instrument = instrument(cells, flags);
        CurrencyUnit unit = cells.text("currency") == null ? UNSTATED : cells.unit("currency");
        if (cells.text("currency") == null) {
            flags.add(cells.problem("currency", ProblemCode.MISSING_VALUE, "taken as USD, as the format says"));
        }
        UnitPrice perShare = cells.required("amount", cells.price("amount", unit));
        if (perShare.value().signum() <= 0) {
            throw cells.refused("amount", ProblemCode.BAD_NUMBER, "not above zero");
        }
        ReferenceDividend dividend =
                new ReferenceDividend(instrument, cells.date("ex_date"), unit.currency(), perShare, "Yahoo");
        return new Fact(null, List.of(dividend), flags).and(alias(cells, instrument));
    }

    /** The instrument under Yahoo's symbol, where only its ISIN tells that both are one. */
    private static @Nullable InstrumentDetail alias(Cells cells, Instrument instrument) {
        String symbol = cells.text("yahoo_symbol");
        return symbol == null || instrument.isin() == null || symbol.equals(instrument.symbol())
                ? null
                : new InstrumentDetail(
                        new Instrument(symbol, instrument.isin(), null, null, null, null, null, null, null));
    }

    private static Instrument instrument(Cells cells, List<Problem> flags) {
        String code = cells.text("isin");
        Isin isin = code == null ? null : Isin.find(code).orElse(null);
        if (code != null && isin == null) {
            flags.add(cells.problem("isin", ProblemCode.BAD_ISIN, "shape or check digit of the ISIN is wrong"));
        }
        @Nullable String symbol = cells.text("symbol") != null ? cells.text("symbol") : cells.text("yahoo_symbol");
        return new Instrument(
                isin == null ? cells.required("symbol", symbol) : symbol,
                isin,
                null,
                null,
                null,
                null,
                cells.text("exchange"),
                null,
                null);
    }
}
