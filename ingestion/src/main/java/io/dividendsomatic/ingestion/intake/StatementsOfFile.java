package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sorts the accepted rows of a file by account. */
final class StatementsOfFile {

    private StatementsOfFile() {}

    /** The accounts that get one. */
    static Set<AccountId> accounts(FileParsed parsed, Stream<RowVerdict> verdicts) {
        return of(parsed, verdicts).stream()
                .map(RecordStatement::account)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * One statement an account; none for a file of reference data. Rows that name no account go to the first, and to the
     * others as shared.
     */
    static List<RecordStatement> of(FileParsed parsed, Stream<RowVerdict> verdicts) {
        if (parsed.accounts().isEmpty()) {
            return List.of();
        }
        AccountId first = parsed.accounts().getFirst();
        Map<AccountId, List<StatementLine>> own = new LinkedHashMap<>();
        parsed.accounts().forEach(account -> own.put(account, new ArrayList<>()));
        List<StatementLine> shared = new ArrayList<>();
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        verdicts.forEach(verdict -> {
            if (verdict instanceof RowParsed row) {
                List<StatementLine> lines = row.facts().stream()
                        .map(fact -> new StatementLine(row.line(), fact))
                        .toList();
                if (row.partOf() != null) {
                    parts.computeIfAbsent(row.partOf(), line -> new ArrayList<>())
                            .add(row.line());
                }
                AccountId account = row.account() == null ? first : row.account();
                own.computeIfAbsent(account, unnamed -> new ArrayList<>()).addAll(lines);
                if (row.account() == null) {
                    shared.addAll(lines);
                }
            }
        });
        return own.entrySet().stream()
                .map(entry -> new RecordStatement(
                        entry.getKey(),
                        parsed.file(),
                        parsed.edition(),
                        parsed.period(),
                        entry.getValue(),
                        entry.getKey().equals(first) ? List.of() : shared,
                        parsed.readingNumber(),
                        parts))
                .toList();
    }
}
