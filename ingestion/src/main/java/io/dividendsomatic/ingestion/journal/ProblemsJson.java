package io.dividendsomatic.ingestion.journal;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Problems in one column: they are read with their file or not at all. */
final class ProblemsJson implements AttributeConverter<List<Problem>, String> {
    private static final JsonMapper JSON = EventJson.mapper();
    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Problem> problems) {
        return JSON.writeValueAsString(problems);
    }

    @Override
    public List<Problem> convertToEntityAttribute(String json) {
        return JSON.readValue(json, PROBLEMS);
    }
}
