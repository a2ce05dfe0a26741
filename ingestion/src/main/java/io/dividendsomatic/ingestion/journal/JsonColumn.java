package io.dividendsomatic.ingestion.journal;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is read with its file or not at all, as JSON in one column. */
abstract class JsonColumn<T> implements AttributeConverter<T, String> {
    private static final JsonMapper JSON = EventJson.mapper();

    private final TypeReference<T> type;

    JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        return JSON.writeValueAsString(value);
    }

    @Override
    public T convertToEntityAttribute(String json) {
        return JSON.readValue(json, type);
    }

    /** What is wrong with a file and its rows. */
    static final class Problems extends JsonColumn<List<Problem>> {
        Problems() {
            super(new TypeReference<>() {});
        }
    }

    /** How a file's tables differ from what their format knows. */
    static final class Drifts extends JsonColumn<List<Drift>> {
        Drifts() {
            super(new TypeReference<>() {});
        }
    }

    /** How many rows were passed over, by reason. */
    static final class Reasons extends JsonColumn<SortedMap<String, Integer>> {
        Reasons() {
            super(new TypeReference<>() {});
        }
    }
}
