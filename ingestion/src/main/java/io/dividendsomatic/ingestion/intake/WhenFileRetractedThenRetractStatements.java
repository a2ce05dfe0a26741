package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.references.StoredReferences;
import io.dividendsomatic.portfolio.statement.RestoreReferences;
import io.dividendsomatic.portfolio.statement.RestoreStatement;
import io.dividendsomatic.portfolio.statement.RetractReferences;
import io.dividendsomatic.portfolio.statement.RetractStatement;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** When a file has been taken back or restored, then each account that it told takes back or restores what it told. */
public final class WhenFileRetractedThenRetractStatements {
    private final FileStreams streams;
    private final StoredReferences references;
    private final CommandGateway commands;

    public WhenFileRetractedThenRetractStatements(
            FileStreams streams, StoredReferences references, CommandGateway commands) {
        this.streams = streams;
        this.references = references;
        this.commands = commands;
    }

    @EventHandler
    void on(FileRetracted retracted, @SequenceNumber long sequence) {
        FileId file = retracted.file();
        if (references.isRecorded(file)) {
            commands.sendAndWait(new RetractReferences(file, RetractionCause.FILE_RETRACTED));
        }
        accounts(file, sequence)
                .forEach(account ->
                        commands.sendAndWait(new RetractStatement(account, file, RetractionCause.FILE_RETRACTED)));
    }

    @EventHandler
    void on(FileRestored restored, @SequenceNumber long sequence) {
        FileId file = restored.file();
        if (references.isRecorded(file)) {
            commands.sendAndWait(new RestoreReferences(file));
        }
        accounts(file, sequence).forEach(account -> commands.sendAndWait(new RestoreStatement(account, file)));
    }

    private Set<AccountId> accounts(FileId file, long sequence) {
        FileStreams.Reading reading = streams.reading(file, sequence).orElseThrow();
        try (Stream<RowVerdict> rows = streams.rows(reading)) {
            return StatementsOfFile.accounts(reading.parsed(), rows);
        }
    }
}
