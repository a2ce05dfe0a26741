package io.dividendsomatic.ingestion.source.download;

import io.dividendsomatic.ingestion.source.Schedule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files to fetch.
 *
 * @param download by names of the user's own; none unless configured
 */
@ConfigurationProperties("dividendsomatic.sources")
public record DownloadSettings(@DefaultValue Map<String, Address> download) {
    public DownloadSettings {
        download = Map.copyOf(download);
    }

    /**
     * Where a file is.
     *
     * @param url of the file, or of a zip of files
     * @param hosts where a redirect may lead, beside that of the url
     * @param mapping that reads the file, for a table of no format that is known
     * @param timeout for the whole file
     * @param limit the largest file that is taken
     */
    public record Address(
            URI url,
            @DefaultValue Schedule schedule,
            @DefaultValue List<String> hosts,
            @Nullable String mapping,
            @DefaultValue("2m") Duration timeout,
            @DefaultValue("64MB") DataSize limit) {
        /** Throws IllegalArgumentException for a url without a host. */
        public Address {
            hosts = List.copyOf(hosts);
            if (url.getHost() == null) {
                throw new IllegalArgumentException("a download has the url of a host");
            }
        }
    }
}
