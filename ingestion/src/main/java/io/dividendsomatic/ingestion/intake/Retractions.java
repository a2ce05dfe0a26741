package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.account.WhatIf;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.RestoreStatement;
import io.dividendsomatic.portfolio.statement.RetractStatement;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Takes files back, and undoes it. Who asks for what is so already changes nothing. */
public final class Retractions {
    private final FileStreams streams;
    private final WhatIf accounts;
    private final StreamWork work;
    private final Clock clock;

    public Retractions(FileStreams streams, WhatIf accounts, StreamWork work, Clock clock) {
        this.streams = streams;
        this.accounts = accounts;
        this.work = work;
        this.clock = clock;
    }

    /** Answers whether anything changed. Throws RetractionRefused. */
    public boolean retract(FileId file, String reason) {
        Instant now = now();
        return append(file, newest -> FileLife.retract(file, newest, reason, now));
    }

    /** Answers whether anything changed. Throws RetractionRefused. */
    public boolean restore(FileId file) {
        Instant now = now();
        return append(file, newest -> FileLife.restore(file, newest, now));
    }

    /** What each account would answer to the retraction. Keeps nothing. Throws RetractionRefused. */
    public List<AccountEvent> rehearseRetraction(FileId file, String reason) {
        return FileLife.retract(file, streams.newest(file), reason, now()).isEmpty()
                ? List.of()
                : answers(
                        file,
                        account -> accounts.retracted(
                                new RetractStatement(account, file, RetractionCause.FILE_RETRACTED)));
    }

    /** What each account would answer to its undoing. Keeps nothing. Throws RetractionRefused. */
    public List<AccountEvent> rehearseRestoration(FileId file) {
        return FileLife.restore(file, streams.newest(file), now()).isEmpty()
                ? List.of()
                : answers(file, account -> accounts.restored(new RestoreStatement(account, file)));
    }

    private List<AccountEvent> answers(FileId file, Function<AccountId, List<AccountEvent>> answer) {
        FileStreams.Reading reading = streams.reading(file).orElseThrow();
        try (Stream<RowVerdict> rows = streams.rows(file)) {
            return StatementsOfFile.accounts(reading.parsed(), rows).stream()
                    .flatMap(account -> answer.apply(account).stream())
                    .toList();
        }
    }

    private boolean append(FileId file, Function<Optional<FileEvent>, List<FileEvent>> decision) {
        return work.inTransaction(() -> {
            List<FileEvent> events = decision.apply(streams.newest(file));
            if (!events.isEmpty()) {
                streams.append(file, streams.lastSequence(file).orElseThrow(), events);
            }
            return !events.isEmpty();
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
