package io.dividendsomatic.portfolio.references;

import io.dividendsomatic.portfolio.events.ReferenceDividendsTold;
import io.dividendsomatic.portfolio.events.ReferenceEvent;
import io.dividendsomatic.portfolio.events.ReferencePricesTold;
import io.dividendsomatic.portfolio.events.ReferenceRatesTold;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.RecordReferences;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of a file's references: by publisher, in the file's order, and at the end how many there are. */
public final class ToldReferences {

    private ToldReferences() {}

    public static List<ReferenceEvent> of(RecordReferences command) {
        List<ReferenceEvent> events = new ArrayList<>();
        rates(command.rows())
                .forEach((publisher, rates) -> chunks(rates, ReferenceRatesTold.MAX_RATES)
                        .forEach(chunk -> events.add(
                                new ReferenceRatesTold(command.file(), command.edition(), publisher, chunk))));
        dividends(command.rows())
                .forEach((publisher, dividends) -> chunks(dividends, ReferenceDividendsTold.MAX_DIVIDENDS)
                        .forEach(chunk -> events.add(
                                new ReferenceDividendsTold(command.file(), command.edition(), publisher, chunk))));
        prices(command.rows())
                .forEach((publisher, prices) -> chunks(prices, ReferencePricesTold.MAX_PRICES)
                        .forEach(chunk -> events.add(
                                new ReferencePricesTold(command.file(), command.edition(), publisher, chunk))));
        events.add(new ReferencesRecorded(
                command.file(), command.rows().size(), command.reading() == 1 ? null : command.reading()));
        return events;
    }

    /** One rate a line, day and pair: a line that tells two keeps the last. */
    private static Map<String, List<ReferenceRatesTold.Told>> rates(List<StatementLine> rows) {
        record Place(int line, LocalDate date, CurrencyCode base, CurrencyCode currency) {}
        Map<String, Map<Place, ReferenceRatesTold.Told>> rates = new TreeMap<>();
        for (StatementLine line : rows) {
            if (line.row() instanceof ReferenceRate row) {
                rates.computeIfAbsent(row.publisher(), first -> new LinkedHashMap<>())
                        .put(
                                new Place(line.line(), row.date(), row.base(), row.currency()),
                                new ReferenceRatesTold.Told(
                                        line.line(), row.date(), row.base(), row.currency(), row.rate()));
            }
        }
        Map<String, List<ReferenceRatesTold.Told>> lists = new TreeMap<>();
        rates.forEach((publisher, told) -> lists.put(publisher, List.copyOf(told.values())));
        return lists;
    }

    private static Map<String, List<ReferenceDividendsTold.Told>> dividends(List<StatementLine> rows) {
        Map<String, List<ReferenceDividendsTold.Told>> dividends = new TreeMap<>();
        for (StatementLine line : rows) {
            if (line.row() instanceof ReferenceDividend row) {
                dividends
                        .computeIfAbsent(row.publisher(), first -> new ArrayList<>())
                        .add(new ReferenceDividendsTold.Told(
                                line.line(), row.instrument(), row.exDate(), row.currency(), row.perShare()));
            }
        }
        return dividends;
    }

    private static Map<String, List<ReferencePricesTold.Told>> prices(List<StatementLine> rows) {
        Map<String, List<ReferencePricesTold.Told>> prices = new TreeMap<>();
        for (StatementLine line : rows) {
            if (line.row() instanceof ReferencePrice row) {
                prices.computeIfAbsent(row.publisher(), first -> new ArrayList<>())
                        .add(new ReferencePricesTold.Told(
                                line.line(), row.instrument(), row.date(), row.currency(), row.close()));
            }
        }
        return prices;
    }

    private static <T> List<List<T>> chunks(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += size) {
            chunks.add(all.subList(begin, Math.min(begin + size, all.size())));
        }
        return chunks;
    }
}
