package io.dividendsomatic.ingestion.aliases;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dividendsomatic.portfolio.instruments.DecideByFile;
import io.dividendsomatic.portfolio.instruments.DecideByFile.Line;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML of the alias file: a list of instruments. It is used whole or, with anything wrong in it, not at all. */
final class AliasFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AliasFile() {}

    /** Throws InvalidAliases. */
    static DecideByFile read(byte[] content) {
        String yaml = new String(content, UTF_8);
        FileId file = FileId.of(content);
        boolean saysNothing =
                yaml.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
        return new DecideByFile(file, saysNothing ? List.of() : lines(yaml));
    }

    private static List<Line> lines(String yaml) {
        try {
            return YAML.readValue(yaml, new TypeReference<List<Entry>>() {}).stream()
                    .flatMap(entry -> entry.lines().stream())
                    .toList();
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidAliases ours) {
                throw ours;
            }
            int line = e.getLocation() == null ? 0 : Math.max(e.getLocation().getLineNr(), 0);
            throw new InvalidAliases(
                    line,
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("cannot be read"));
        }
    }
}
