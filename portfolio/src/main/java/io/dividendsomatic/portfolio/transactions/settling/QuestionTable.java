package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.FactId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files leave open, one row a question. */
final class QuestionTable implements SettledTable {

    @Override
    public String tableName() {
        return "transactions_question";
    }

    @Override
    public String ownColumns() {
        return "kind, asked_of, isin, symbol, name, quantity, facts, candidates, sources";
    }

    @Override
    public Stream<SettledRow> rows(Settlement settlement) {
        return QuestionLine.of(settlement).stream().map(QuestionTable::row);
    }

    private static SettledRow row(QuestionLine line) {
        return new SettledRow(
                line.key(),
                Arrays.<@Nullable Object>asList(
                        line.kind(),
                        line.date(),
                        Cells.of(line.isin()),
                        line.symbol(),
                        line.name(),
                        Cells.of(line.quantity()),
                        Cells.facts(line.facts()),
                        Cells.facts(line.candidates()),
                        PackedSources.pack(line.sources())));
    }

    static QuestionLine line(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        return new QuestionLine(
                row.account(),
                row.required("kind"),
                row.day("asked_of"),
                row.isin(),
                row.text("symbol"),
                row.text("name"),
                row.quantity("quantity"),
                facts(row.required("facts")),
                facts(row.required("candidates")),
                row.sources());
    }

    private static List<FactId> facts(String packed) {
        return packed.isEmpty()
                ? List.of()
                : Arrays.stream(packed.split(",", -1)).map(FactId::new).toList();
    }
}
