package io.dividendsomatic.app.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.events.DividendEvents;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.IngestionEvents;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.portfolio.events.PortfolioEvents;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.eventstore.EventSerializer;
import io.dividendsomatic.portfolio.eventstore.EventType;
import io.dividendsomatic.portfolio.eventstore.EventTypes;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** An event once stored is read forever: these files are what stands in people's databases. */
class StoredEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/events");
    private static final EventTypes TYPES =
            new EventTypes(PortfolioEvents.TYPES, IngestionEvents.TYPES, DividendEvents.TYPES);
    private static final JsonMapper MAPPER = EventJson.mapper(IngestionEvents.json());
    private static final EventSerializer SERIALIZER =
            new EventSerializer(TYPES, MAPPER, Jackson3Serializer.builder().build());

    static List<Object> events() {
        return SampleEvents.ALL;
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_written_as_it_always_was(Object event) {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(event, byte[].class);
        EventType type = TYPES.of(event.getClass()).orElseThrow();
        assertThat(stored.getType().getName()).isEqualTo(type.name());
        assertThat(stored.getType().getRevision()).isEqualTo(type.revision());
        assertThat(pretty(SERIALIZER.json(stored.getData()))).isEqualTo(pretty(golden(type, event)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_stored_event_reads_back_as_itself(Object event) {
        SerializedObject<byte[]> stored = SERIALIZER.serialize(event, byte[].class);
        assertThat(SERIALIZER.<byte[], Object>deserialize(stored)).isEqualTo(event);
        EventType type = TYPES.of(event.getClass()).orElseThrow();
        assertThat(MAPPER.readValue(golden(type, event), type.event())).isEqualTo(event);
    }

    @Test
    void a_refusal_that_was_stored_before_its_rows_were_kept_has_none() {
        FileRejected older = new FileRejected(
                new FileId("ab".repeat(32)), null, null, Problem.ofFile(ProblemCode.EMPTY_FILE, "no content"));
        String stored = """
                {"file":"%s","problem":{"line":0,"code":"EMPTY_FILE","message":"no content"},
                "rows":{"total":0,"parsed":0,"rejected":0,"ignored":0},"problems":[]}""".formatted(older.file());
        assertThat(MAPPER.readValue(stored, FileRejected.class)).isEqualTo(older);
        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(older))).isEqualTo(MAPPER.readTree(stored));
    }

    @Test
    void bookings_that_were_stored_before_their_period_was_kept_have_none() {
        TransactionsBooked older = new TransactionsBooked(
                AccountId.parse("ibkr:U1"),
                new FileId("ab".repeat(32)),
                new Edition(Instant.EPOCH, 10),
                List.of(),
                List.of(),
                List.of());
        String stored = """
                {"account":"ibkr:U1","file":"%s","edition":{"statedAt":"1970-01-01T00:00:00Z","precedence":10},
                "booked":[],"retold":[],"restated":[]}""".formatted(older.file());
        assertThat(MAPPER.readValue(stored, TransactionsBooked.class)).isEqualTo(older);
        assertThat(MAPPER.readTree(MAPPER.writeValueAsString(older))).isEqualTo(MAPPER.readTree(stored));
    }

    @Test
    void an_action_that_was_stored_before_its_currency_was_kept_has_none() {
        CorporateAction older = new CorporateAction(
                LocalDate.of(2031, 3, 3),
                null,
                null,
                CorporateAction.Kind.SPLIT,
                null,
                Instrument.ofSymbol("ALFA"),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                References.NONE);
        String stored = """
                {"kind":"CorporateAction","date":"2031-03-03","action":"SPLIT","instrument":{"symbol":"ALFA"},
                "cancelled":false,"references":{}}""";
        assertThat(MAPPER.readValue(stored, StatementRow.class)).isEqualTo(older);
        assertThat(MAPPER.readTree(MAPPER.writerFor(StatementRow.class).writeValueAsString(older)))
                .isEqualTo(MAPPER.readTree(stored));
    }

    @Test
    void every_event_has_a_sample_and_every_file_an_event() throws IOException {
        assertThat(SampleEvents.ALL.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        TYPES.all().stream().map(EventType::event).toList());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            TYPES.all().stream().map(StoredEventsTest::fileName).toList());
        }
    }

    /** With {@code -Dapprove=true} the file is written anew: only for an event that nobody has stored yet. */
    private static String golden(EventType type, Object event) {
        Path file = GOLDEN.resolve(fileName(type));
        try {
            if (Boolean.getBoolean("approve")) {
                Files.createDirectories(GOLDEN);
                Files.writeString(file, pretty(MAPPER.writeValueAsString(event)) + "\n");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("no approved form of " + type.name(), e);
        }
    }

    private static String fileName(EventType type) {
        return type.name() + "-" + type.revision() + ".json";
    }

    private static String pretty(String json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(json));
    }
}
