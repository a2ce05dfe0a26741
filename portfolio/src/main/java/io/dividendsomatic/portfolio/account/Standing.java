package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of one account count, after all of them are known: those of a file that was taken back do not, nor do
 * those of a reading whose place another one took. Given every event once, in order, it tells of each.
 */
public final class Standing {
    private final Set<FileId> retracted = new HashSet<>();
    private final Map<FileId, Long> replaced = new HashMap<>();

    /** @param number of the event on the account's stream */
    public void on(AccountEvent event, long number) {
        switch (event) {
            case StatementRetracted taken -> {
                switch (taken.cause()) {
                    case FILE_RETRACTED -> retracted.add(taken.file());
                    case READ_ANEW -> replaced.put(taken.file(), number);
                }
            }
            case StatementRestored restored -> retracted.remove(restored.file());
            default -> {} // tells something, and takes nothing back
        }
    }

    public boolean counts(AccountEvent event, long number) {
        return tellingFile(event)
                .map(file -> !retracted.contains(file) && number > replaced.getOrDefault(file, -1L))
                .orElse(true);
    }

    /** The file that tells something with an event. */
    private static Optional<FileId> tellingFile(AccountEvent event) {
        return switch (event) {
            case BaseCurrencyStated stated -> Optional.of(stated.file());
            case InstrumentsDescribed described -> Optional.of(described.file());
            case RatesStated stated -> Optional.of(stated.file());
            case SnapshotTold told -> Optional.of(told.file());
            case TransactionsBooked told -> Optional.of(told.file());
            case FiguresPrinted printed -> Optional.of(printed.file());
            case StatementRecorded recorded -> Optional.of(recorded.file());
            case AccountOpened opened -> Optional.empty();
            case StatementRetracted retracted -> Optional.empty();
            case StatementRestored restored -> Optional.empty();
        };
    }
}
