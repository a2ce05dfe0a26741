package io.dividendsomatic.ingestion.source;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the inbox is watched.
 *
 * @param accounts accounts ({@code broker:number}) by names of folders below it, beside those that name one themselves
 * @param every how long to rest between two looks
 * @param quiet how long size and time of a file must have stood still before it counts as complete
 * @param limit the largest file that is taken
 */
@ConfigurationProperties("dividendsomatic.inbox")
public record InboxSettings(
        @DefaultValue Map<String, String> accounts,
        @DefaultValue("MOVE") Afterwards afterwards,
        @DefaultValue("1s") Duration every,
        @DefaultValue("5s") Duration quiet,
        @DefaultValue("64MB") DataSize limit) {

    CsvDirectory.Watching watching() {
        return new CsvDirectory.Watching(quiet, limit, new FolderAccounts(null, null, accounts));
    }
}
