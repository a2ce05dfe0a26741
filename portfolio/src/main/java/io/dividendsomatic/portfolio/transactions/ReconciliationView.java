package io.dividendsomatic.portfolio.transactions;

import static io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel.NAME;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.settling.Compared;
import io.dividendsomatic.portfolio.transactions.settling.FileVerdicts;
import io.dividendsomatic.portfolio.transactions.settling.OpenQuestions;
import io.dividendsomatic.portfolio.transactions.settling.QuestionLine;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import io.dividendsomatic.portfolio.transactions.settling.Reconciliations;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how the brokers' own figures compare with ours, and what the files leave open. */
@Component
public class ReconciliationView {
    private final Reconciliations reconciliations;
    private final OpenQuestions questions;
    private final Generations generations;

    ReconciliationView(Reconciliations reconciliations, OpenQuestions questions, Generations generations) {
        this.reconciliations = reconciliations;
        this.questions = questions;
        this.generations = generations;
    }

    /** By the last day of the figure's period, account, file, item and position. */
    public Compared<PrintedAgainstOurs> lines(ReconciliationQuery query, Instant knownAt, int page, int size) {
        return reconciliations
                .lines(generations.active(NAME), knownAt, query, page, size)
                .map(PrintedAgainstOurs::of);
    }

    /** One line a file, by the last day of its period, account and file. */
    public Compared<FileVerdicts> files(ReconciliationQuery query, Instant knownAt, int page, int size) {
        return reconciliations.files(generations.active(NAME), knownAt, query, page, size);
    }

    /** By day, account and kind; those of days up to {@code asOf} where it is given. */
    public Slice<QuestionLine> questions(
            List<AccountId> accounts, @Nullable LocalDate asOf, Instant knownAt, int page, int size) {
        return questions.page(generations.active(NAME), knownAt, accounts, asOf, page, size);
    }
}
