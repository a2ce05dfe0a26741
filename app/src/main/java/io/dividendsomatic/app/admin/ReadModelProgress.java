package io.dividendsomatic.app.admin;

import io.dividendsomatic.portfolio.projection.Progress;
import io.dividendsomatic.portfolio.projection.Standpoint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By the places of the processors, which they write in one transaction with their tables. */
@Component
class ReadModelProgress implements Progress {
    private final JdbcClient jdbc;

    ReadModelProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Mark now() {
        Mark seen = Standpoint.seen();
        return seen == null ? read() : seen;
    }

    private Mark read() {
        List<String> places = jdbc.sql("SELECT processor_name, token FROM token ORDER BY processor_name, segment")
                .query((row, number) -> {
                    byte[] token = row.getBytes(2);
                    return row.getString(1) + "=" + (token == null ? "" : new String(token, StandardCharsets.UTF_8));
                })
                .list();
        List<String> generations = jdbc.sql("SELECT name, generation FROM read_model ORDER BY name")
                .query((row, number) -> row.getString(1) + "=" + row.getInt(2))
                .list();
        Instant newest = jdbc.sql("SELECT recorded_at FROM event ORDER BY global_index DESC LIMIT 1")
                .query((row, number) -> Instant.parse(row.getString(1)))
                .optional()
                .orElse(Instant.EPOCH);
        return new Mark(places + " " + generations, newest);
    }
}
