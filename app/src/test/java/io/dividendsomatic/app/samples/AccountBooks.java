package io.dividendsomatic.app.samples;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.ledger.reconciliation.OpeningBalances;
import io.dividendsomatic.portfolio.ledger.reconciliation.Ours;
import io.dividendsomatic.portfolio.ledger.reconciliation.Reconciliation;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.OpenPosition.Detail;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the events of one account tell, and what follows from them. */
final class AccountBooks {
    private final Map<FileId, @Nullable Period> periods;
    private final List<Telling> tellings = new ArrayList<>();
    private final Map<FactId, StatementRow> booked = new HashMap<>();
    private final SortedMap<FileId, List<StatementLine>> figures = new TreeMap<>();
    private final Map<String, BigDecimal> rates = new HashMap<>();
    private int events;

    AccountBooks(Map<FileId, @Nullable Period> periods) {
        this.periods = periods;
    }

    void on(AccountEvent event) {
        events++;
        switch (event) {
            case TransactionsBooked told -> on(told);
            case FiguresPrinted printed -> figuresOf(printed.file()).addAll(printed.rows());
            case SnapshotTold told ->
                told.positions().forEach(position -> figuresOf(told.file()).add(line(told.asOf(), position)));
            case RatesStated stated ->
                stated.rates().stream()
                        .filter(rate -> rate.occasion() == null)
                        .forEach(rate -> rates.put(
                                rate.date() + " " + rate.currency(), rate.rate().value()));
            default -> {} // tells nothing that is booked or compared
        }
    }

    /** How many events there are. */
    int events() {
        return events;
    }

    List<Telling> tellings() {
        return tellings;
    }

    AccountLedger ledger() {
        return AccountLedger.of(tellings, rules(), openingBalances());
    }

    LotPosition position(String symbol) {
        return ledger().fifo().positions().values().stream()
                .filter(position -> symbol.equals(position.instrument().symbol()))
                .findFirst()
                .orElseThrow();
    }

    /** Every comparison with what the files print, by file. */
    List<ReconciliationLine> reconciliation() {
        AccountLedger ledger = ledger();
        Ours ours = new Ours(ledger.bookings(), ledger.fifo(), rules(), ledger.cash(), this::rate, this::reported);
        return files().stream()
                .flatMap(file -> Reconciliation.of(file, ours).stream())
                .toList();
    }

    /** A test of rates themselves would be another one: of a day whatever any file of the account states last. */
    private Optional<BigDecimal> rate(CurrencyCode from, CurrencyCode to, LocalDate day) {
        return Optional.ofNullable(rates.get(day + " " + from));
    }

    private Optional<StatementFile> reported(LocalDate day) {
        return Optional.empty(); // the files of these tests list positions beside what they are worth
    }

    /** What was there of each currency before the first booking. */
    private Map<CurrencyCode, OpeningBalance> openingBalances() {
        return OpeningBalances.of(
                files(), Matching.match(tellings, rules().identify()).bookings(), tellings);
    }

    /** A contract number is the broker's own, so that an ISIN which any file tells beside it is that of all its rows. */
    private LotRules rules() {
        Map<String, Instrument> listed = new HashMap<>();
        tellings.stream()
                .map(telling -> RowView.of(telling.row()).instrument())
                .filter(instrument -> instrument != null && instrument.isin() != null)
                .forEach(instrument -> listed.put(
                        String.valueOf(Objects.requireNonNull(instrument).conid()), instrument));
        return LotRules.PLAIN.identifying(instrument -> instrument.isin() == null && instrument.conid() != null
                ? listed.getOrDefault(instrument.conid(), instrument).key()
                : instrument.key());
    }

    private List<StatementFile> files() {
        return figures.entrySet().stream()
                .map(entry -> new StatementFile(entry.getKey(), periods.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void on(TransactionsBooked told) {
        for (TransactionsBooked.Booked fact : told.booked()) {
            booked.put(fact.fact(), fact.row());
            tellings.add(
                    new Telling(fact.fact(), told.file(), told.edition(), fact.lines(), fact.row(), told.period()));
        }
        for (TransactionsBooked.Booked fact : told.restated()) {
            tellings.add(
                    new Telling(fact.fact(), told.file(), told.edition(), fact.lines(), fact.row(), told.period()));
        }
        for (TransactionsBooked.Retold fact : told.retold()) {
            tellings.add(new Telling(
                    fact.fact(), told.file(), told.edition(), fact.lines(), known(fact.fact()), told.period()));
        }
    }

    private StatementRow known(FactId fact) {
        StatementRow row = booked.get(fact);
        if (row == null) {
            throw new IllegalStateException("retold before it was booked: " + fact);
        }
        return row;
    }

    private List<StatementLine> figuresOf(FileId file) {
        return figures.computeIfAbsent(file, first -> new ArrayList<>());
    }

    private static StatementLine line(LocalDate asOf, Position position) {
        return new StatementLine(
                position.lines().getFirst(),
                new OpenPosition(
                        asOf,
                        position.instrument(),
                        Detail.SUMMARY,
                        position.currency(),
                        position.quantity(),
                        position.markPrice(),
                        position.marketValue(),
                        null,
                        position.costBasis(),
                        position.unrealizedPnl(),
                        position.fxRateToBase()));
    }
}
