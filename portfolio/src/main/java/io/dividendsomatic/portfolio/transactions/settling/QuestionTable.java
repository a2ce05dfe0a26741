package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.lots.Gap;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files leave open, whether matching, lots or missing history raised it. */
final class QuestionTable implements SettledTable {

    @Override
    public String tableName() {
        return "transactions_question";
    }

    @Override
    public String ownColumns() {
        return "kind, asked_of, isin, symbol, name, facts, candidates";
    }

    @Override
    public List<SettledRow> rows(Settlement settlement) {
        LotView lots = settlement.ledger().fifo();
        SortedMap<String, SettledRow> rows = new TreeMap<>();
        Stream.of(settlement.ledger().undecided(), lots.questions())
                .flatMap(List::stream)
                .map(QuestionTable::row)
                .forEach(row -> rows.put(row.key(), row));
        lots.gaps().stream().map(gap -> row(gap, lots)).forEach(row -> rows.put(row.key(), row));
        return List.copyOf(rows.values());
    }

    private static SettledRow row(OpenQuestion question) {
        return row(
                question.kind().name(),
                question.date(),
                question.instrument(),
                question.facts(),
                question.candidates());
    }

    private static SettledRow row(Gap gap, LotView lots) {
        LotPosition position = lots.positions().get(gap.position());
        return row(
                gap.reason().name(),
                gap.date(),
                position == null ? null : position.instrument(),
                List.of(gap.booking()),
                List.of());
    }

    private static SettledRow row(
            String kind, LocalDate date, @Nullable Instrument instrument, List<FactId> facts, List<FactId> candidates) {
        List<@Nullable Object> cells = Arrays.<@Nullable Object>asList(
                kind,
                date,
                instrument == null ? null : Cells.of(instrument.isin()),
                instrument == null ? null : instrument.symbol(),
                instrument == null ? null : instrument.name(),
                Cells.facts(facts),
                Cells.facts(candidates));
        return new SettledRow(FactId.of(cells.toString()).value(), cells);
    }
}
