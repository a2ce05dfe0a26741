package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A broker's file arrived and its bytes are in the archive. A file that was refused may arrive again.
 *
 * @param account the account that the sender named, by folder, file name or parameter
 * @param mapping the generic mapping that the sender named
 */
public record FileArrived(
        FileId file,
        FileSource source,
        String name,
        long sizeBytes,
        Instant receivedAt,
        @Nullable AccountId account,
        @Nullable String mapping)
        implements FileEvent {}
