package io.dividendsomatic.ingestion.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** Further folders beside the home's inbox, each under a name of the user's: the source {@code folder.<name>}. */
@ConfigurationProperties("dividendsomatic.sources")
public record FolderSettings(@DefaultValue Map<String, Folder> folder) {

    /**
     * One folder with all folders below it; it may lie on a share, and need not be there all the time.
     *
     * @param broker of all accounts in it, whose folders are then called by their numbers
     * @param account {@code broker:number} of files that name none, in no folder that says more
     * @param accounts accounts by names of folders below it
     * @param every how long to rest between two looks, without a cron expression of {@code schedule}
     * @param quiet how long size and time of a file must have stood still before it counts as complete; longer than in the
     *     home's inbox, because a share may tell of changes late
     * @param limit the largest file that is taken
     */
    public record Folder(
            Path path,
            @Nullable String broker,
            @Nullable String account,
            @DefaultValue Map<String, String> accounts,
            @DefaultValue("MOVE") Afterwards afterwards,
            @DefaultValue("10s") Duration every,
            @DefaultValue("10s") Duration quiet,
            @DefaultValue("64MB") DataSize limit,
            @DefaultValue Schedule schedule) {

        /** Throws IllegalArgumentException for an account or a broker that is none. */
        public Folder {
            path = path.toAbsolutePath().normalize();
            accounts = Map.copyOf(accounts);
            new FolderAccounts(broker, account, accounts);
        }

        CsvDirectory.Watching watching() {
            return new CsvDirectory.Watching(quiet, limit, new FolderAccounts(broker, account, accounts));
        }

        /** Looked at all the time, or at the times of the schedule. */
        public Plan plan() {
            return schedule.cron() == null
                    ? new Plan.Watched(every, Plan.Of.FILES)
                    : schedule.plan(schedule.cron(), Duration.ZERO);
        }
    }
}
