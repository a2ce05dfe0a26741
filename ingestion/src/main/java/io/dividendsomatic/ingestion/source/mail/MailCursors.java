package io.dividendsomatic.ingestion.source.mail;

import java.util.OptionalLong;

/** How far each folder of each mailbox was read. */
public interface MailCursors {

    /** The last message that was read, as long as the server counts as it did then (RFC 9051, 2.3.1.1). */
    OptionalLong last(String source, String folder, long uidValidity);

    /** Everything up to this message was read. */
    void moveTo(String source, String folder, long uidValidity, long uid);
}
