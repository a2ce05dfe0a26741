package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed.Described;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an account answers when a statement is told: the events, or none when it knows the file already. */
final class Statements {

    private Statements() {}

    static List<AccountEvent> decide(RecordStatement statement, AccountState state) {
        if (state.hasRecorded(statement.file())) {
            return List.of();
        }
        List<AccountEvent> events = new ArrayList<>();
        if (!state.isOpen()) {
            events.add(new AccountOpened(statement.account()));
        }
        Optional<BaseCurrency> base = BaseCurrency.of(statement.rows());
        base.ifPresent(found -> events.add(new BaseCurrencyStated(
                statement.account(), statement.file(), statement.edition(), found.currency(), found.inferred())));
        Tally tally = new Tally(statement.rows().size());
        describeInstruments(statement, state, events, tally);
        stateRates(statement, base, state, events, tally);
        InstrumentList instruments = new InstrumentList(statement.rows(), statement.shared());
        SnapshotFold.fold(statement.rows(), instruments)
                .forEach((day, positions) -> events.add(snapshot(statement, day, positions, state, tally)));
        events.add(new StatementRecorded(statement.account(), statement.file(), tally.rows - tally.known, tally.known));
        return events;
    }

    private static AccountEvent snapshot(
            RecordStatement statement, LocalDate day, List<Position> positions, AccountState state, Tally tally) {
        List<ContentHash> versions = state.versionsOf(day);
        int known = versions.indexOf(ContentHash.of(positions));
        if (known >= 0) {
            tally.known += positions.stream()
                    .mapToInt(position -> position.lines().size())
                    .sum();
            return new SnapshotConfirmed(
                    statement.account(), day, known + 1, statement.file(), statement.edition(), positions);
        }
        if (versions.isEmpty()) {
            return new SnapshotTaken(
                    statement.account(), day, Origin.REPORTED, statement.file(), statement.edition(), positions);
        }
        return new SnapshotCorrected(
                statement.account(),
                day,
                versions.size() + 1,
                Origin.REPORTED,
                statement.file(),
                statement.edition(),
                positions);
    }

    private static void describeInstruments(
            RecordStatement statement, AccountState state, List<AccountEvent> events, Tally tally) {
        List<Described> described = new ArrayList<>();
        for (StatementLine line : statement.rows()) {
            if (line.row() instanceof InstrumentDetail detail) {
                described.add(new Described(line.line(), detail.instrument()));
                tally.known += state.knows(detail.instrument()) ? 1 : 0;
            }
        }
        if (!described.isEmpty()) {
            events.add(new InstrumentsDescribed(statement.account(), statement.file(), described));
        }
    }

    private static void stateRates(
            RecordStatement statement,
            Optional<BaseCurrency> base,
            AccountState state,
            List<AccountEvent> events,
            Tally tally) {
        List<StatedRate> rates = new ArrayList<>();
        for (StatementLine line : statement.rows()) {
            if (line.row() instanceof FxRateToBase row) {
                StatedRate rate = new StatedRate(row.date(), row.currency(), row.rate(), line.line());
                rates.add(rate);
                tally.known += state.knows(rate) ? 1 : 0;
            }
        }
        rates.addAll(RatesOfPositions.of(statement.rows()));
        if (!rates.isEmpty()) {
            events.add(new RatesStated(
                    statement.account(),
                    statement.file(),
                    statement.edition(),
                    base.map(BaseCurrency::currency).orElse(null),
                    rates));
        }
    }

    /** Rows of the statement, and how many of them an earlier file had told. A heading's lines are always new. */
    private static final class Tally {
        private final int rows;
        private int known;

        private Tally(int rows) {
            this.rows = rows;
        }
    }
}
