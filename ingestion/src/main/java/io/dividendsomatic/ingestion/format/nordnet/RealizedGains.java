package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Dialect;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.HeadedRow;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberProof;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.statement.StatedGain;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Finnish tax form 9A as Nordnet exports it: one realized gain a row, in euros, prices as totals. A column is known
 * by a part of its name, the longest first, since names differ by years and may end in {@code EUR}. The form names no
 * account.
 */
final class RealizedGains implements StatementFormat {
    private static final DateStyle DATES = DateStyle.of("d.M.uuuu", "uuuu-MM-dd");
    private static final CurrencyUnit EUROS = new CurrencyUnit(new CurrencyCode("EUR"), 0);
    /** A row with fewer has been damaged, or is no row. */
    private static final int MIN_CELLS = 6;

    private static final String TOTAL = "yhteensä";

    /** A part of a column's name in small letters, and ours. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("luovutettu arvopaperi", "Security"),
            Map.entry("arvopaperi", "Security"),
            Map.entry("nimi", "Security"),
            Map.entry("isin", "ISIN"),
            Map.entry("määrä", "Quantity"),
            Map.entry("hankinta-aika", "Bought"),
            Map.entry("hankintapäivä", "Bought"),
            Map.entry("luovutusaika", "Sold"),
            Map.entry("luovutuspäivä", "Sold"),
            Map.entry("luovutushinta", "Proceeds"),
            Map.entry("hankintahinta", "Cost"),
            Map.entry("hankintakulu", "PurchaseCosts"),
            Map.entry("myyntikulu", "SaleCosts"),
            Map.entry("luovutuskulu", "SaleCosts"),
            Map.entry("hankintameno-olettama", "DeemedCost"),
            Map.entry("voitto tai tappio", "Gain"),
            Map.entry("voitto/tappio", "Gain"),
            Map.entry("voitto", "Gain"));

    private static final List<String> LONGEST_FIRST = PARTS.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();
    private static final List<String> REQUIRED = List.of("Security", "Quantity", "Sold", "Proceeds", "Gain");
    private static final List<String> NUMBERS =
            List.of("Quantity", "Proceeds", "Cost", "PurchaseCosts", "SaleCosts", "DeemedCost", "Gain");

    @Override
    public String name() {
        return "nordnet-9a";
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
    public Dialect dialect() {
        return new Dialect(Charset.forName("windows-1252"), null);
    }

    @Override
    public Recognition recognise(Document document) {
        return document.isTable(dialect())
                ? Recognition.byColumns(bind(document.table(dialect()).first()), REQUIRED)
                : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        CsvTable table = document.table(dialect());
        Header header = bind(table.first());
        NumberProof proof = new NumberProof();
        Iterable<HeadedRow> rows = HeadedRow.of(table, RealizedGains::bind, REQUIRED);
        rows.forEach(headed -> NUMBERS.forEach(
                column -> proof.look(headed.row(), headed.header().cell(headed.row(), column))));
        NumberStyle numbers = proof.style(false);
        Verdicts verdicts = new Verdicts();
        rows.forEach(headed -> {
            CsvRow row = headed.row();
            headed.header().refuseCut(row);
            if (isTotal(row, headed.header())) {
                verdicts.ignore(row, "TOTAL");
            } else if (row.size() < MIN_CELLS) {
                verdicts.reject(row, ProblemCode.RAGGED_ROW, "the form has more columns");
            } else {
                verdicts.read(row, () -> gain(Cells.ofShort(row, headed.header(), numbers, DATES)));
            }
        });
        List<String> known = PARTS.values().stream()
                .distinct()
                .filter(column -> !column.equals("ISIN") || header.has("ISIN"))
                .sorted()
                .toList();
        return new Reading(verdicts.list(), header.drift("9A", known).stream().toList(), null, null);
    }

    /** The form's own sum, which names neither units nor a day. */
    private static boolean isTotal(CsvRow row, Header header) {
        return header.cell(row, "Security").toLowerCase(Locale.ROOT).startsWith(TOTAL)
                && NumberStyle.isAbsent(header.cell(row, "Quantity"))
                && NumberStyle.isAbsent(header.cell(row, "Sold"));
    }

    private static Fact gain(Cells cells) {
        List<Problem> flags = new ArrayList<>();
        StatedGain gain = new StatedGain(
                instrument(cells, flags),
                cells.quantity("Quantity"),
                cells.dateIfAny("Bought"),
                cells.date("Sold"),
                EUROS.currency(),
                cells.required("Proceeds", cells.amount("Proceeds", EUROS)),
                cells.amount("Cost", EUROS),
                cells.amount("PurchaseCosts", EUROS),
                cells.amount("SaleCosts", EUROS),
                deemedCost(cells),
                cells.required("Gain", cells.amount("Gain", EUROS)));
        refuseBelow(cells, "Quantity", gain.quantity().value(), 1);
        refuseBelow(cells, "Proceeds", gain.proceeds().value(), 0);
        refuseBelow(cells, "Cost", cells.number("Cost"), 0);
        return new Fact(null, List.of(gain), flags);
    }

    /** A zero says that the form used the real cost. */
    private static @Nullable Amount deemedCost(Cells cells) {
        Amount cost = cells.amount("DeemedCost", EUROS);
        return cost == null || cost.value().signum() == 0 ? null : cost;
    }

    /** What is sold is sold in positive numbers; for nothing, where it has become worthless. */
    private static void refuseBelow(Cells cells, String column, @Nullable BigDecimal figure, int sign) {
        if (figure != null && figure.signum() < sign) {
            throw cells.refused(column, ProblemCode.BAD_NUMBER, sign > 0 ? "not above zero" : "below zero");
        }
    }

    private static Instrument instrument(Cells cells, List<Problem> flags) {
        String code = cells.text("ISIN");
        Isin isin = code == null ? null : Isin.find(code).orElse(null);
        if (code != null && isin == null) {
            flags.add(cells.problem("ISIN", ProblemCode.BAD_ISIN, "shape or check digit of the ISIN is wrong"));
        }
        return new Instrument(null, isin, cells.required("Security"), null, null, null, null, null, null);
    }

    private static Header bind(CsvRow row) {
        return Header.of(row, RealizedGains::column);
    }

    private static String column(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return LONGEST_FIRST.stream()
                .filter(small::contains)
                .findFirst()
                .map(PARTS::get)
                .orElse(name);
    }
}
