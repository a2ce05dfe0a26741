package io.dividendsomatic.ingestion.source.flex;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In the database, so over restarts and for every node. */
public final class StoredFlexRequests implements FlexRequests {
    private final JdbcClient jdbc;

    public StoredFlexRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Request> last(String source, String query) {
        return jdbc.sql("SELECT accepted_at, url, reference FROM flex_request WHERE source = ? AND query = ?")
                .params(source, query)
                .query((row, number) -> request(row))
                .optional();
    }

    private static Request request(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        FlexTicket ticket = reference == null ? null : new FlexTicket(URI.create(row.getString("url")), reference);
        return new Request(row.getObject("accepted_at", OffsetDateTime.class).toInstant(), ticket);
    }

    @Override
    public void accepted(String source, String query, Instant at, FlexTicket ticket) {
        forget(source, query);
        jdbc.sql("INSERT INTO flex_request (source, query, accepted_at, url, reference) VALUES (?, ?, ?, ?, ?)")
                .params(
                        source,
                        query,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                        ticket.url().toString(),
                        ticket.reference())
                .update();
    }

    @Override
    public void fetched(String source, String query) {
        jdbc.sql("UPDATE flex_request SET url = NULL, reference = NULL WHERE source = ? AND query = ?")
                .params(source, query)
                .update();
    }

    @Override
    public void forget(String source, String query) {
        jdbc.sql("DELETE FROM flex_request WHERE source = ? AND query = ?")
                .params(source, query)
                .update();
    }
}
