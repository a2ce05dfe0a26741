package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.RestoreStatement;
import io.dividendsomatic.portfolio.statement.RetractStatement;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import java.util.List;

/** What an account answers when a file is taken back, or when that is undone; nothing when it is so already. */
final class Retractions {

    private Retractions() {}

    static List<AccountEvent> decide(RetractStatement command, AccountState state) {
        refuseUnknown(command.file(), state);
        return state.stands(command.file()) ? List.of(retracted(command, state)) : List.of();
    }

    static List<AccountEvent> decide(RestoreStatement command, AccountState state) {
        refuseUnknown(command.file(), state);
        return state.isRetracted(command.file())
                ? List.of(new StatementRestored(command.account(), command.file()))
                : List.of();
    }

    /** A file that is read anew tells nothing any more of what it told before. */
    static List<AccountEvent> ofEarlierReading(RecordStatement statement, AccountState state) {
        boolean replaces = state.stands(statement.file()) && state.readingOf(statement.file()) < statement.reading();
        return replaces
                ? List.of(retracted(
                        new RetractStatement(statement.account(), statement.file(), RetractionCause.READ_ANEW), state))
                : List.of();
    }

    private static StatementRetracted retracted(RetractStatement command, AccountState state) {
        int told = state.toldBy(command.file());
        int alone = state.toldOnlyBy(command.file());
        return new StatementRetracted(command.account(), command.file(), command.cause(), alone, told - alone);
    }

    /** Throws NeverRecorded. */
    private static void refuseUnknown(FileId file, AccountState state) {
        if (!state.hasRecorded(file)) {
            throw new NeverRecorded(file);
        }
    }
}
