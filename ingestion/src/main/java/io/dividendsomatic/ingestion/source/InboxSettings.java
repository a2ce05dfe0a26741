package io.dividendsomatic.ingestion.source;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the inbox is watched.
 *
 * @param every how long to rest between two looks
 * @param quiet how long size and time of a file must have stood still before it counts as complete
 * @param limit the largest file that is taken
 */
@ConfigurationProperties("dividendsomatic.inbox")
public record InboxSettings(
        @DefaultValue("1s") Duration every,
        @DefaultValue("5s") Duration quiet,
        @DefaultValue("64MB") DataSize limit) {}
