package io.dividendsomatic.ingestion.format.manual;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import java.util.List;
import java.util.Set;

/**
 * Exchange rates that the user states: a list in YAML of entries with {@code date}, {@code currency}, {@code to},
 * {@code rate} and, for the reader, {@code note}. One unit of {@code currency} is {@code rate} of {@code to}. They belong
 * to no account; of two for one day and pair the later in the file counts.
 */
public final class ManualRates implements StatementFormat {
    private static final List<String> NEEDED = List.of("date", "currency", "to", "rate");
    private static final Set<String> KNOWN = Set.of("date", "currency", "to", "rate", "note");

    @Override
    public String name() {
        return "manual-fx-rates";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 30;
    }

    @Override
    public Recognition recognise(Document document) {
        if (document.isXml() || document.isJson() || !YamlRows.looksLikeList(document.text())) {
            return Recognition.NO;
        }
        Set<String> first = YamlRows.firstKeys(document.text());
        List<String> missing =
                NEEDED.stream().filter(key -> !first.contains(key)).toList();
        if (missing.isEmpty()) {
            return Recognition.YES;
        }
        return 2 * missing.size() <= NEEDED.size() ? new Recognition.Close(missing) : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        List<YamlRow> rows = YamlRows.of(document.text());
        Verdicts verdicts = new Verdicts();
        for (YamlRow row : rows) {
            if (row.fault() != null) {
                verdicts.reject(row, ProblemCode.BROKEN_YAML, row.fault());
            } else {
                verdicts.read(row, () -> rate(new Cells(row, row, NumberStyle.DOT, DateStyle.ISO_OR_BASIC)));
            }
        }
        List<String> unknown = rows.stream()
                .flatMap(row -> row.keys().stream())
                .filter(key -> !KNOWN.contains(key))
                .distinct()
                .sorted()
                .toList();
        List<Drift> drift = unknown.isEmpty() ? List.of() : List.of(new Drift("", unknown, List.of()));
        return new Reading(verdicts.list(), drift, null, null);
    }

    /** A rate of pence is one of pounds. */
    private static Fact rate(Cells cells) {
        CurrencyUnit unit = cells.unit("currency");
        CurrencyCode to = CurrencyCode.find(cells.required("to"))
                .orElseThrow(() -> cells.refused("to", ProblemCode.UNKNOWN_CURRENCY, "not a currency"));
        if (unit.currency().equals(to)) {
            throw cells.refused("to", ProblemCode.UNKNOWN_CURRENCY, "a currency needs no rate to itself");
        }
        FxRate rate = cells.required("rate", cells.rate("rate", unit));
        return Fact.of(null, new ReferenceRate(cells.date("date"), unit.currency(), to, rate, "manual"));
    }
}
