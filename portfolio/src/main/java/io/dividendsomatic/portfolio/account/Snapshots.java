package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an account makes of the positions of a statement: each of its days is taken, confirmed or corrected. */
final class Snapshots {

    private Snapshots() {}

    static Answer of(RecordStatement statement, InstrumentList instruments, AccountState state) {
        List<SnapshotTold> days = new ArrayList<>();
        SnapshotFold.fold(statement.rows(), instruments)
                .forEach((day, positions) -> days.add(told(statement, day, positions, state.versionsOf(day))));
        int known = days.stream()
                .filter(told -> state.knows(told.asOf(), told.version()))
                .flatMap(told -> told.positions().stream())
                .mapToInt(position -> position.lines().size())
                .sum();
        return new Answer(days, known);
    }

    private static SnapshotTold told(
            RecordStatement statement, LocalDate day, List<Position> positions, List<ContentHash> versions) {
        AccountId account = statement.account();
        FileId file = statement.file();
        Edition edition = statement.edition();
        int known = versions.indexOf(ContentHash.of(positions));
        if (known >= 0) {
            return new SnapshotConfirmed(account, day, known + 1, file, edition, positions);
        }
        if (versions.isEmpty()) {
            return new SnapshotTaken(account, day, Origin.REPORTED, file, edition, positions);
        }
        return new SnapshotCorrected(account, day, versions.size() + 1, Origin.REPORTED, file, edition, positions);
    }
}
