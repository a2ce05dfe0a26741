package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers what the files leave open. */
@Component
public class OpenQuestions {
    private final Ledgers ledgers;
    private final JdbcClient jdbc;

    OpenQuestions(Ledgers ledgers, JdbcClient jdbc) {
        this.ledgers = ledgers;
        this.jdbc = jdbc;
    }

    /** By day, account and kind; those of days up to {@code asOf} where it is given. */
    public Slice<QuestionLine> page(
            int generation, Instant knownAt, List<AccountId> accounts, @Nullable LocalDate asOf, int page, int size) {
        SettledQuery query = new SettledQuery(accounts, null, asOf, Set.of(), null);
        return ledgers.answer(
                true,
                generation,
                knownAt,
                accounts,
                () -> stored(query.where(generation, "asked_of"), page, size),
                past -> Slice.of(
                        past.stream()
                                .filter(settlement -> accounts.isEmpty() || accounts.contains(settlement.account()))
                                .flatMap(settlement -> QuestionLine.of(settlement).stream())
                                .filter(line -> asOf == null || !line.date().isAfter(asOf))
                                .sorted(Comparator.comparing(QuestionLine::date)
                                        .thenComparing(QuestionLine::account)
                                        .thenComparing(QuestionLine::kind)
                                        .thenComparing(QuestionLine::key))
                                .toList(),
                        page,
                        size));
    }

    private Slice<QuestionLine> stored(Condition where, int page, int size) {
        long total = jdbc.sql("SELECT COUNT(*) FROM transactions_question" + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .single();
        return new Slice<>(
                jdbc.sql("SELECT * FROM transactions_question" + where.sql()
                                + " ORDER BY asked_of, account, kind, row_key LIMIT " + size + " OFFSET "
                                + (long) page * size)
                        .params(where.parameters())
                        .query((row, number) -> QuestionTable.line(row))
                        .list(),
                total);
    }
}
