package io.dividendsomatic.portfolio.holdings;

import static io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel.NAME;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.KeptAnswers;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What brokers reported of the accounts' days, for those who hold bookings against it. */
@Component
public class ReportedDays {
    /** One takes two hundred bytes or so; five accounts that report daily have 13,000 in ten years. */
    private static final int MOST_REPORTS = 40_000;

    private final StoredTellings tellings;
    private final StoredPositions positions;
    private final Snapshots snapshots;
    private final Generations generations;
    private final JdbcClient jdbc;
    private final KeptAnswers<Of, Right> right = new KeptAnswers<>(known -> 1 + known.reports.size(), MOST_REPORTS);

    ReportedDays(
            StoredTellings tellings,
            StoredPositions positions,
            Snapshots snapshots,
            Generations generations,
            JdbcClient jdbc) {
        this.tellings = tellings;
        this.positions = positions;
        this.snapshots = snapshots;
        this.generations = generations;
        this.jdbc = jdbc;
    }

    /**
     * A report as one file tells it.
     *
     * @param number of the event that told it
     */
    public record Report(LocalDate asOf, FileId file, long number, Instant recordedAt) {}

    /** The generation that answers now. */
    public int generation() {
        return generations.active(NAME);
    }

    /** The number of the newest event that told a report, took one back or restored it; −1 when there is none. */
    public long newest(AccountId account) {
        long told = jdbc.sql("SELECT number FROM holdings_telling WHERE generation = ? AND account = ?"
                        + " ORDER BY generation DESC, account DESC, number DESC LIMIT 1")
                .params(generation(), account.toString())
                .query(Long.class)
                .optional()
                .orElse(-1L);
        return Math.max(told, tellings.withdrawals(generation(), account).newest());
    }

    /** The same of every account that has any. */
    public Map<AccountId, Long> newest() {
        return Standpoint.once(ReportedDays.class, this::newestNow);
    }

    private Map<AccountId, Long> newestNow() {
        int generation = generation();
        Withdrawals withdrawals = Withdrawals.read(jdbc, NAME, generation);
        Map<AccountId, Long> newest = new HashMap<>();
        jdbc.sql("SELECT a.account, (SELECT t.number FROM holdings_telling t"
                        + " WHERE t.generation = a.generation AND t.account = a.account"
                        + " ORDER BY t.generation DESC, t.account DESC, t.number DESC LIMIT 1) AS newest"
                        + " FROM holdings_account a WHERE a.generation = ?")
                .param(generation)
                .query(row -> {
                    long told = row.getLong("newest");
                    long newestTold = row.wasNull() ? -1 : told;
                    AccountId account = AccountId.parse(row.getString("account"));
                    newest.put(account, Math.max(newestTold, withdrawals.newest(account)));
                });
        return Map.copyOf(newest);
    }

    /** The days of which events after that one tell a report; absent when one of them took something back or restored it. */
    public Optional<SortedSet<LocalDate>> daysSince(AccountId account, long number) {
        if (tellings.withdrawals(generation(), account).newest() > number) {
            return Optional.empty();
        }
        return Optional.of(new TreeSet<>(jdbc.sql(
                        "SELECT DISTINCT as_of FROM holdings_telling WHERE generation = ? AND account = ? AND number > ?")
                .params(generation(), account.toString(), number)
                .query(LocalDate.class)
                .list()));
    }

    /** The first day of which events after that one state a rate. */
    public Optional<LocalDate> firstRateSince(AccountId account, long number) {
        return Optional.ofNullable(jdbc.sql(
                        "SELECT MIN(rate_date) FROM holdings_fx_rate WHERE generation = ? AND account = ? AND number > ?")
                .params(generation(), account.toString(), number)
                .query((row, place) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst());
    }

    /** When the latest report was recorded, taken back or restored; the beginning of 1970 when there is none. */
    public Instant recordedAt(AccountId account) {
        return tellings.all(generation(), account).values().stream()
                .flatMap(day -> day.tellings().stream())
                .flatMap(Telling::turns)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The report that was right of each day. */
    public SortedMap<LocalDate, Report> right(AccountId account, Instant knownAt) {
        if (Standpoint.seen() == null || knownAt.isBefore(Standpoints.WHATEVER_IS_KNOWN)) {
            return rightNow(account, knownAt);
        }
        long newest = newest().getOrDefault(account, -1L);
        Of of = new Of(generation(), account);
        Right known = right.find(of).orElse(null);
        if (known == null || known.newest != newest) {
            known = new Right(newest, Collections.unmodifiableSortedMap(rightNow(account, knownAt)));
            right.keep(of, known);
        }
        return known.reports;
    }

    private record Of(int generation, AccountId account) {}

    /** @param newest the number of the event up to which they are taken in, at least */
    private record Right(long newest, SortedMap<LocalDate, Report> reports) {}

    private SortedMap<LocalDate, Report> rightNow(AccountId account, Instant knownAt) {
        SortedMap<LocalDate, Report> right = new TreeMap<>();
        tellings.all(generation(), account)
                .forEach((day, told) -> told.winner(knownAt).ifPresent(telling -> right.put(day, report(telling))));
        return right;
    }

    /** Every report of every file, by file and day. */
    public List<Report> all(AccountId account, Instant knownAt) {
        return tellings.all(generation(), account).values().stream()
                .flatMap(told -> told.known(knownAt).stream())
                .map(ReportedDays::report)
                .sorted(Comparator.comparing(Report::file).thenComparing(Report::asOf))
                .toList();
    }

    private static Report report(Telling telling) {
        return new Report(telling.asOf(), telling.file(), telling.number(), telling.recordedAt());
    }

    /** The positions that were right of a day, with the lines of all files that tell them so. */
    public List<HeldPosition> positions(AccountId account, LocalDate asOf, Instant knownAt) {
        return snapshots
                .current(account, asOf, knownAt)
                .map(AccountSnapshot::positions)
                .orElse(List.of());
    }

    /** The positions as one file tells them, with its lines. */
    public List<HeldPosition> positions(AccountId account, Report report) {
        int generation = generation();
        return tellings.ofDay(generation, account, report.asOf()).tellings().stream()
                .filter(telling -> telling.number() == report.number())
                .findFirst()
                .map(telling -> positions.of(generation, account, telling, List.of(telling)))
                .orElse(List.of());
    }
}
