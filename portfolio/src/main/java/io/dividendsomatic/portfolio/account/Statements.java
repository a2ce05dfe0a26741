package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed.Described;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an account answers when a statement is told: the events, or none when it knows the file already. */
final class Statements {

    private Statements() {}

    static List<AccountEvent> decide(RecordStatement statement, AccountState state) {
        if (state.readingOf(statement.file()) >= statement.reading()) {
            return List.of();
        }
        Optional<BaseCurrency> base = BaseCurrency.of(statement.rows());
        InstrumentList instruments = new InstrumentList(statement.rows(), statement.shared());
        List<Answer> answers = List.of(
                state.isOpen() ? Answer.NOTHING : Answer.of(new AccountOpened(statement.account())),
                base.map(found -> stated(found, statement)).orElse(Answer.NOTHING),
                describedInstruments(statement, state),
                statedRates(statement, base, state),
                Snapshots.of(statement, instruments, state),
                Bookings.of(statement, instruments, state),
                PrintedFigures.of(statement, instruments, state));
        List<AccountEvent> events = new ArrayList<>();
        answers.forEach(answer -> events.addAll(answer.events()));
        events.add(recorded(statement, answers.stream().mapToInt(Answer::known).sum()));
        return events;
    }

    private static Answer stated(BaseCurrency base, RecordStatement statement) {
        return Answer.of(new BaseCurrencyStated(
                statement.account(), statement.file(), statement.edition(), base.currency(), base.inferred()));
    }

    private static Answer describedInstruments(RecordStatement statement, AccountState state) {
        List<Described> described = new ArrayList<>();
        int known = 0;
        for (StatementLine line : statement.rows()) {
            if (line.row() instanceof InstrumentDetail detail) {
                described.add(new Described(line.line(), detail.instrument()));
                known += state.knows(detail.instrument()) ? 1 : 0;
            }
        }
        return described.isEmpty()
                ? Answer.NOTHING
                : new Answer(
                        List.of(new InstrumentsDescribed(statement.account(), statement.file(), described)), known);
    }

    /** Rows of rates are facts, and may be known; rates on other rows are counted with those. */
    private static Answer statedRates(RecordStatement statement, Optional<BaseCurrency> base, AccountState state) {
        List<StatedRate> rates = new ArrayList<>();
        for (StatementLine line : statement.rows()) {
            if (line.row() instanceof FxRateToBase row) {
                rates.add(new StatedRate(row.date(), row.currency(), row.rate(), line.line()));
            }
        }
        int known = (int) rates.stream().filter(state::knows).count();
        rates.addAll(RatesOfRows.of(statement.rows()));
        @Nullable CurrencyCode currency = base.map(BaseCurrency::currency).orElse(null);
        return new Answer(
                Chunks.of(onePerPlace(rates), RatesStated.MAX_RATES).stream()
                        .map(chunk -> new RatesStated(
                                statement.account(), statement.file(), statement.edition(), currency, chunk))
                        .toList(),
                known);
    }

    /** A row that tells several facts tells one rate of a day and currency. */
    private static List<StatedRate> onePerPlace(List<StatedRate> rates) {
        record Place(LocalDate date, CurrencyCode currency, int line) {}
        Set<Place> told = new HashSet<>();
        return rates.stream()
                .filter(rate -> told.add(new Place(rate.date(), rate.currency(), rate.line())))
                .toList();
    }

    /** A heading's lines are always new. Reference rows belong to no account and are not counted in one. */
    private static StatementRecorded recorded(RecordStatement statement, int known) {
        int rows = statement.rows().size()
                - RowUse.select(RowUse.REFERS, statement.rows()).size();
        return new StatementRecorded(
                statement.account(),
                statement.file(),
                statement.period(),
                rows - known,
                known,
                statement.reading() == 1 ? null : statement.reading());
    }
}
