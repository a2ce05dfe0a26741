package io.dividendsomatic.ingestion.source.mail;

import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In the table {@code mail_cursor}; one node at a time writes a mailbox's rows, the one that holds the source's lease. */
@Component
class StoredMailCursors implements MailCursors {
    private final JdbcClient jdbc;

    StoredMailCursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalLong last(String source, String folder, long uidValidity) {
        Optional<Long> last = jdbc.sql("SELECT last_uid FROM mail_cursor WHERE source = :source AND folder = :folder"
                        + " AND uid_validity = :validity")
                .param("source", source)
                .param("folder", folder)
                .param("validity", uidValidity)
                .query(Long.class)
                .optional();
        return last.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public void moveTo(String source, String folder, long uidValidity, long uid) {
        int updated = write(
                "UPDATE mail_cursor SET uid_validity = :validity, last_uid = :uid"
                        + " WHERE source = :source AND folder = :folder",
                source,
                folder,
                uidValidity,
                uid);
        if (updated == 0) {
            write(
                    "INSERT INTO mail_cursor (source, folder, uid_validity, last_uid)"
                            + " VALUES (:source, :folder, :validity, :uid)",
                    source,
                    folder,
                    uidValidity,
                    uid);
        }
    }

    private int write(String sql, String source, String folder, long uidValidity, long uid) {
        return jdbc.sql(sql)
                .param("validity", uidValidity)
                .param("uid", uid)
                .param("source", source)
                .param("folder", folder)
                .update();
    }
}
