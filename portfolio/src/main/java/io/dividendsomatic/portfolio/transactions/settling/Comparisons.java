package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.reconciliation.HoldingLines;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.Ours;
import io.dividendsomatic.portfolio.ledger.reconciliation.Reconciliation;
import io.dividendsomatic.portfolio.ledger.reconciliation.ReconciliationLine;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatedRates;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what each file of an account prints against what all of its files together come to. */
final class Comparisons {
    private final Settlement settlement;
    private final LotRules rules;
    private final Stretches stretches;
    private final Function<Report, List<HeldPosition>> positions;
    private final StatedRates rates;
    private final Map<FileId, List<PrintedFigure>> figures = new HashMap<>();
    private final Map<FileId, NavigableSet<LocalDate>> booked = new HashMap<>();

    /** @param positions of a report as its file tells them */
    Comparisons(
            Settlement settlement,
            LotRules rules,
            Stretches stretches,
            Function<Report, List<HeldPosition>> positions,
            StatedRates rates) {
        this.settlement = settlement;
        this.rules = rules;
        this.stretches = stretches;
        this.positions = positions;
        this.rates = rates;
        settlement
                .figures()
                .forEach(figure -> figures.computeIfAbsent(figure.file(), first -> new ArrayList<>())
                        .add(figure));
        for (Booking booking : settlement.ledger().bookings()) {
            booking.sources()
                    .forEach(source -> booked.computeIfAbsent(source.fileId(), first -> new TreeSet<>())
                            .add(booking.date()));
        }
    }

    /**
     * The lines of one file.
     *
     * @param stated the period that the file says to cover
     * @param reports of positions that it tells
     */
    List<Comparison> of(FileId file, @Nullable Period stated, List<Report> reports) {
        List<StatementLine> rows = new ArrayList<>();
        Map<SourceRef, List<SourceRef>> lines = new HashMap<>();
        figures.getOrDefault(file, List.of()).stream()
                .sorted(Comparator.comparingInt(PrintedFigure::line))
                .forEach(figure -> rows.add(new StatementLine(figure.line(), figure.row())));
        for (Report report : reports) {
            for (HeldPosition held : positions.apply(report)) {
                List<SourceRef> all = held.sources();
                if (!all.isEmpty()) {
                    rows.add(new StatementLine(all.getFirst().line(), reported(report.asOf(), held)));
                    lines.put(all.getFirst(), all);
                }
            }
        }
        Period covered = stated != null ? stated : covered(file, rows);
        StatementFile statement = new StatementFile(file, covered, rows);
        LotView rolled = stretches.rolledTo(
                reports.stream().map(Report::asOf).distinct().sorted().toList());
        Map<String, Integer> places = new HashMap<>();
        return Stream.concat(
                        Reconciliation.of(statement, ours(rolled)).stream(),
                        HoldingLines.of(statement, ours(settlement.told())).stream())
                .map(line -> explained(line, lines))
                .map(line -> {
                    InstrumentKey instrument =
                            line.instrument() == null ? null : rules.identify().apply(line.instrument());
                    int place = places.merge(Comparison.key(line, instrument, 0), 1, Integer::sum);
                    return new Comparison(settlement.account(), covered, Comparison.key(line, instrument, place), line);
                })
                .toList();
    }

    private Ours ours(LotView lots) {
        return new Ours(
                settlement.ledger().bookings(), lots, rules, settlement.ledger().cash(), rates, this::reported);
    }

    /** The right report of that day. */
    private Optional<StatementFile> reported(LocalDate day) {
        return stretches
                .reported(day)
                .map(report -> new StatementFile(
                        report.file(),
                        null,
                        positions.apply(report).stream()
                                .filter(held -> !held.sources().isEmpty())
                                .map(held -> new StatementLine(
                                        held.sources().getFirst().line(), reported(day, held)))
                                .toList()));
    }

    private static OpenPosition reported(LocalDate day, HeldPosition held) {
        return new OpenPosition(
                day,
                held.instrument(),
                OpenPosition.Detail.SUMMARY,
                held.currency(),
                held.quantity(),
                held.markPrice(),
                held.marketValue(),
                null,
                held.costBasis(),
                held.unrealizedPnl(),
                held.fxRateToBase());
    }

    /** From the first to the last day of which it tells anything; absent when it tells no day. */
    private @Nullable Period covered(FileId file, List<StatementLine> rows) {
        NavigableSet<LocalDate> days = new TreeSet<>(booked.getOrDefault(file, new TreeSet<>()));
        rows.forEach(line -> day(line.row()).ifPresent(days::add));
        return days.isEmpty() ? null : new Period(days.first(), days.last());
    }

    private static Optional<LocalDate> day(StatementRow row) {
        return Optional.ofNullable(
                switch (row) {
                    case OpenPosition r -> r.asOf();
                    case CashBalance r -> r.asOf();
                    case NetAssetValue r -> r.asOf();
                    case HoldingAfter r -> r.date();
                    default -> null;
                });
    }

    /** With every line of a position; where it breaks, also the bookings since the report before. */
    private ReconciliationLine explained(ReconciliationLine line, Map<SourceRef, List<SourceRef>> lines) {
        List<SourceRef> sources = new ArrayList<>();
        line.sources().forEach(source -> sources.addAll(lines.getOrDefault(source, List.of(source))));
        Period period = line.period();
        boolean ofPosition = line.item() == Item.POSITION_QUANTITY || line.item() == Item.POSITION_COST;
        if (ofPosition && line.verdict() == Verdict.BREAK && period != null && line.instrument() != null) {
            InstrumentKey instrument = rules.identify().apply(line.instrument());
            stretches.through(period.to()).bookings().stream()
                    .filter(booking -> booking.view().instrument() != null)
                    .filter(booking -> instrument.equals(rules.identify()
                            .apply(Objects.requireNonNull(booking.view().instrument()))))
                    .forEach(booking -> sources.addAll(booking.sources()));
        }
        return new ReconciliationLine(
                line.file(),
                period,
                line.item(),
                line.instrument(),
                line.currency(),
                line.printed(),
                line.ours(),
                line.difference(),
                line.verdict(),
                sources);
    }
}
