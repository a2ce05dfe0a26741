package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** When a file has been parsed, then each of its accounts is told what it says; what belongs to none is recorded. */
public final class WhenFileParsedThenRecordStatement {
    private final FileStreams streams;
    private final CommandGateway commands;

    public WhenFileParsedThenRecordStatement(FileStreams streams, CommandGateway commands) {
        this.streams = streams;
        this.commands = commands;
    }

    @EventHandler
    void on(FileParsed parsed, @SequenceNumber long sequence) {
        try (Stream<RowVerdict> rows = streams.rows(parsed, sequence)) {
            List<RowVerdict> verdicts = rows.toList();
            ReferencesOfFile.of(parsed, verdicts).ifPresent(commands::sendAndWait);
            List<RecordStatement> statements = StatementsOfFile.of(parsed, verdicts.stream());
            statements.forEach(commands::sendAndWait);
        }
    }
}
