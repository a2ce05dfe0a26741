package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.eventstore.EventType;
import java.util.List;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** The stored names and revisions of this module's events. A line here is never changed, only followed by another. */
public final class IngestionEvents {
    public static final List<EventType> TYPES = List.of(
            new EventType("ingestion.FileArrived", "1", FileArrived.class),
            new EventType("ingestion.RowsParsed", "1", RowsParsed.class),
            new EventType("ingestion.FileParsed", "1", FileParsed.class),
            new EventType("ingestion.FileRejected", "1", FileRejected.class),
            new EventType("ingestion.FileRetracted", "1", FileRetracted.class),
            new EventType("ingestion.FileRestored", "1", FileRestored.class));

    private IngestionEvents() {}

    /** What the mapper of stored events must know of this module. */
    public static JacksonModule json() {
        SimpleModule module = new SimpleModule("ingestion");
        module.setMixInAnnotation(RowVerdict.class, EventJson.ByKind.class);
        module.registerSubtypes(
                new NamedType(RowParsed.class, "RowParsed"),
                new NamedType(RowRejected.class, "RowRejected"),
                new NamedType(RowIgnored.class, "RowIgnored"));
        return module;
    }
}
