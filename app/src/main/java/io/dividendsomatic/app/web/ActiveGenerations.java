package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.projection.Standpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which generation of each read model answers now. */
@Component
class ActiveGenerations {
    private final JdbcClient jdbc;

    ActiveGenerations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the name of the read model, in its order. */
    Map<String, Integer> all() {
        return Standpoint.once(ActiveGenerations.class, this::now);
    }

    private Map<String, Integer> now() {
        Map<String, Integer> found = new LinkedHashMap<>();
        jdbc.sql("SELECT name, generation FROM read_model ORDER BY name").query(row -> {
            found.put(row.getString("name"), row.getInt("generation"));
        });
        return Collections.unmodifiableMap(found);
    }
}
