package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.RecordReferences;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.RetractReferences;
import io.dividendsomatic.portfolio.statement.RetractStatement;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/**
 * When a file has been parsed, then each of its accounts is told what it says; what belongs to none is recorded. Those whom
 * an earlier reading of the file told something, and this one nothing, take that back.
 */
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
            Optional<RecordReferences> references = ReferencesOfFile.of(parsed, verdicts);
            references.ifPresent(commands::sendAndWait);
            List<RecordStatement> statements = StatementsOfFile.of(parsed, verdicts.stream());
            statements.forEach(commands::sendAndWait);
            if (parsed.readingNumber() > 1) {
                Set<AccountId> told = StatementsOfFile.accounts(parsed, verdicts.stream());
                withdrawEarlier(parsed.file(), sequence - parsed.chunks() - 1, told, references.isPresent());
            }
        }
    }

    /** @param before where the reading ended whose place another one takes */
    private void withdrawEarlier(FileId file, long before, Set<AccountId> told, boolean toldReferences) {
        FileStreams.Reading earlier = streams.reading(file, before).orElseThrow();
        try (Stream<RowVerdict> rows = streams.rows(earlier)) {
            List<RowVerdict> verdicts = rows.toList();
            StatementsOfFile.accounts(earlier.parsed(), verdicts.stream()).stream()
                    .filter(account -> !told.contains(account))
                    .forEach(account ->
                            commands.sendAndWait(new RetractStatement(account, file, RetractionCause.READ_ANEW)));
            if (!toldReferences
                    && ReferencesOfFile.of(earlier.parsed(), verdicts).isPresent()) {
                commands.sendAndWait(new RetractReferences(file, RetractionCause.READ_ANEW));
            }
        }
    }
}
