package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.portfolio.account.WhatIf;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.references.StoredReferences;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would happen if a file came in: its reading, and the answer of every account of it. Keeps nothing. */
public final class DryRun {
    private final StatementReader reader;
    private final WhatIf accounts;
    private final StoredReferences references;
    private final Clock clock;

    public DryRun(StatementReader reader, WhatIf accounts, StoredReferences references, Clock clock) {
        this.reader = reader;
        this.references = references;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * The events that the file's stream and those of its accounts would get, each in its order. An account that knows
     * the file answers that every row is known.
     *
     * @param references the last event of what belongs to no account; absent where there is nothing of it
     */
    public record Outcome(
            List<FileEvent> file,
            List<AccountEvent> accounts,
            @Nullable ReferencesRecorded references) {
        public Outcome {
            file = List.copyOf(file);
            accounts = List.copyOf(accounts);
        }
    }

    public Outcome of(Delivery delivery) {
        FileArrived arrival = delivery.arrival(FileId.of(delivery.content()), clock.instant());
        List<FileEvent> reading = reader.read(arrival, delivery.content());
        List<FileEvent> events = new ArrayList<>(reading.size() + 1);
        events.add(arrival);
        events.addAll(reading);
        if (!(reading.getLast() instanceof FileParsed parsed)) {
            return new Outcome(events, List.of(), null);
        }
        List<RowVerdict> rows = reading.stream()
                .filter(RowsParsed.class::isInstance)
                .flatMap(chunk -> ((RowsParsed) chunk).rows().stream())
                .toList();
        List<AccountEvent> answers = StatementsOfFile.of(parsed, rows.stream()).stream()
                .flatMap(statement -> answer(statement).stream())
                .toList();
        return new Outcome(
                events,
                answers,
                ReferencesOfFile.of(parsed, rows).map(references::told).orElse(null));
    }

    private List<AccountEvent> answer(RecordStatement statement) {
        List<AccountEvent> answer = accounts.told(statement);
        return answer.isEmpty() ? List.of(knownWhole(statement)) : answer;
    }

    private static StatementRecorded knownWhole(RecordStatement statement) {
        return new StatementRecorded(
                statement.account(),
                statement.file(),
                statement.period(),
                0,
                statement.rows().size());
    }
}
