package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** When a file has been parsed, then each of its accounts is told what it says. */
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
            List<RecordStatement> statements = StatementsOfFile.of(parsed, rows);
            statements.forEach(commands::sendAndWait);
        }
    }
}
