package io.dividendsomatic.app.admin;

import io.dividendsomatic.portfolio.eventstore.EventType;
import io.dividendsomatic.portfolio.eventstore.EventTypes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts, positions and heads of the stored events, as committed. Positions are global indexes; 0 is before the first. */
@Component
class EventLog {
    private final JdbcClient jdbc;
    private final EventTypes types;
    private final Jackson3Serializer tokens = Jackson3Serializer.builder().build();

    EventLog(JdbcClient jdbc, EventTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    long head() {
        return jdbc.sql("SELECT COALESCE(MAX(global_index), 0) FROM event")
                .query(Long.class)
                .single();
    }

    /** What is said of the event with that global index besides its payload. */
    Optional<DeadLetter.Event> find(long position) {
        return jdbc.sql("SELECT event_type, stream_id, recorded_at FROM event WHERE global_index = :position")
                .param("position", position)
                .query((row, number) -> new DeadLetter.Event(
                        position, row.getString(1), row.getString(2), Instant.parse(row.getString(3))))
                .optional();
    }

    /** How many events of those classes stand after a position. */
    long countAfter(long position, Collection<Class<?>> events) {
        return countBetween(position, Long.MAX_VALUE, events);
    }

    /** How many events of those classes stand after a position and not after another. */
    long countBetween(long after, long last, Collection<Class<?>> events) {
        List<String> names = events.stream()
                .flatMap(event -> types.of(event).stream())
                .map(EventType::name)
                .toList();
        return jdbc.sql("SELECT COUNT(*) FROM event"
                        + " WHERE global_index > :after AND global_index <= :last AND event_type IN (:names)")
                .param("after", after)
                .param("last", last)
                .param("names", names)
                .query(Long.class)
                .single();
    }

    /** How far a processor has committed. */
    long position(String processor) {
        return jdbc
                .sql("SELECT token, token_type FROM token WHERE processor_name = :name AND token IS NOT NULL")
                .param("name", processor)
                .query((row, number) -> {
                    TrackingToken token = tokens.deserialize(new SimpleSerializedObject<>(
                            row.getBytes("token"), byte[].class, row.getString("token_type"), null));
                    return token.position().orElse(0);
                })
                .list()
                .stream()
                .mapToLong(position -> position)
                .min()
                .orElse(0);
    }

    void forget(String processor) {
        jdbc.sql("DELETE FROM token WHERE processor_name = :name")
                .param("name", processor)
                .update();
    }
}
