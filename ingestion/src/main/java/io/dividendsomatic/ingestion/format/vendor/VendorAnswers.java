package io.dividendsomatic.ingestion.format.vendor;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.SourceRow;
import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;

/** The answers of one look at vendors of market data, a line each: what was asked, and what was answered. */
public final class VendorAnswers implements StatementFormat {

    @Override
    public String name() {
        return "vendor-answers";
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
        return document.isJson()
                        && document.text()
                                .text()
                                .lines()
                                .findFirst()
                                .filter(AnswerLine::is)
                                .isPresent()
                ? Recognition.YES
                : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        Verdicts verdicts = new Verdicts();
        List<String> lines = document.text().text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Row row = new Row(i + 1, lines.get(i));
                verdicts.read(row, () -> fact(row));
            }
        }
        return new Reading(verdicts.list(), List.of(), null, null);
    }

    private record Row(int line, String raw) implements SourceRow {
        @Override
        public int lines() {
            return 1;
        }
    }

    private static Fact fact(Row row) {
        List<StatementRow> facts;
        try {
            facts = AnswerLine.parse(row.raw()).facts();
        } catch (UnreadableAnswer e) {
            throw refused(row, ProblemCode.BROKEN_JSON, String.valueOf(e.getMessage()));
        }
        if (facts.isEmpty()) {
            throw refused(row, ProblemCode.MISSING_VALUE, "no price of the days that were asked for");
        }
        return new Fact(null, facts, List.of());
    }

    private static RefusedRow refused(Row row, ProblemCode code, String message) {
        return new RefusedRow(new Problem(row.line(), null, code, message, row.raw()));
    }
}
