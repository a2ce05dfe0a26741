package io.dividendsomatic.app.backup;

import io.dividendsomatic.app.admin.Audit;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.portfolio.eventstore.EventType;
import io.dividendsomatic.portfolio.eventstore.EventTypes;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds what is kept against itself: each file of the archive against its hash, each stream of events against its
 * numbers, and the newest day of each account against a fresh fold of the account's events.
 */
@Component
class Verification {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Archive archive;
    private final Audit audit;
    private final Accounts accounts;
    private final HeldDays held;
    private final EventTypes types;
    private final Clock clock;

    Verification(
            JdbcClient jdbc,
            Archive archive,
            Audit audit,
            Accounts accounts,
            HeldDays held,
            EventTypes types,
            Clock clock) {
        this.jdbc = jdbc;
        this.archive = archive;
        this.audit = audit;
        this.accounts = accounts;
        this.held = held;
        this.types = types;
        this.clock = clock;
    }

    /**
     * @param holds whether nothing was found
     * @param digest SHA-256 over all events in their order: who has kept it sees whether anything was changed since
     */
    record Findings(boolean holds, Files archive, Events events, Snapshots snapshots, String digest) {}

    /**
     * @param checked how many arrived
     * @param missing those that the archive does not have
     * @param altered those whose bytes are not those that arrived
     */
    record Files(long checked, List<FileId> missing, List<FileId> altered) {}

    /** @param broken streams whose numbers do not count up from 0 */
    record Events(long checked, List<String> broken) {}

    /** @param differing accounts whose newest day is stored otherwise than its events say */
    record Snapshots(int checked, List<AccountId> differing) {}

    Findings run() {
        Files files = files();
        EventDigest digest = new EventDigest();
        Events events = new Events(digestAll(digest), broken());
        Snapshots snapshots = snapshots();
        boolean holds = files.missing().isEmpty()
                && files.altered().isEmpty()
                && events.broken().isEmpty()
                && snapshots.differing().isEmpty();
        return new Findings(holds, files, events, snapshots, digest.value());
    }

    private Files files() {
        List<String> arrived =
                types.of(FileArrived.class).stream().map(EventType::name).toList();
        List<String> streams = jdbc.sql(
                        "SELECT DISTINCT stream_id FROM event WHERE event_type IN (:types) ORDER BY stream_id")
                .param("types", arrived)
                .query((row, number) -> row.getString(1))
                .list();
        List<FileId> missing = new ArrayList<>();
        List<FileId> altered = new ArrayList<>();
        for (String stream : streams) {
            FileId file = new FileId(stream);
            try {
                if (!FileId.of(archive.read(file)).equals(file)) {
                    altered.add(file);
                }
            } catch (UncheckedIOException e) {
                missing.add(file);
            }
        }
        return new Files(streams.size(), missing, altered);
    }

    private long digestAll(EventDigest digest) {
        long count = 0;
        long after = 0;
        for (List<StoredEvent> page = StoredEvent.page(jdbc, after, Long.MAX_VALUE);
                !page.isEmpty();
                page = StoredEvent.page(jdbc, after, Long.MAX_VALUE)) {
            page.forEach(digest::add);
            count += page.size();
            after = page.getLast().index();
        }
        return count;
    }

    private List<String> broken() {
        return jdbc.sql(
                        "SELECT stream_id FROM event GROUP BY stream_id"
                                + " HAVING MIN(sequence_number) <> 0 OR COUNT(*) <> MAX(sequence_number) + 1 ORDER BY stream_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Snapshots snapshots() {
        Instant now = clock.instant();
        List<AccountId> all = accounts.known(now);
        List<AccountId> differing = all.stream()
                .filter(account -> held.newest(account, LAST_DAY, now)
                        .map(newest ->
                                !audit.replay(account, newest.asOf(), now).matchesSnapshot())
                        .orElse(false))
                .toList();
        return new Snapshots(all.size(), differing);
    }
}
