package io.dividendsomatic.ingestion.intake;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.portfolio.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A file as a source brings it.
 *
 * @param name as the sender calls it, without folders
 * @param account that the sender names, for files that name none
 * @param mapping that the sender names
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way in; deliveries are never compared
public record Delivery(
        FileSource source,
        String name,
        byte[] content,
        @Nullable AccountId account,
        @Nullable String mapping) {}
