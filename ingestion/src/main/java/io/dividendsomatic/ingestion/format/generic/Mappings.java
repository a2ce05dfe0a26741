package io.dividendsomatic.ingestion.format.generic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.ingestion.format.StatementFormat.Rank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The formats that mappings describe: those that come with the program, and the user's own. */
public final class Mappings {
    /** In the folder of this package's resources; a class path cannot be listed. */
    private static final List<String> BUILT_IN = List.of(
            "aj-bell",
            "avanza",
            "bank-releve-fr",
            "bux",
            "canonical",
            "canonical-comma",
            "degiro-account",
            "degiro-transactions",
            "delta",
            "directa",
            "disnat",
            "dividends",
            "etoro",
            "exante",
            "fidelity",
            "fineco",
            "finpension",
            "flatex",
            "flatex-cash",
            "freetrade",
            "ghostfolio",
            "hl",
            "holdings",
            "investengine",
            "investimental",
            "lightyear",
            "parqet",
            "questrade",
            "rabobank",
            "revolut",
            "robinhood",
            "saxo",
            "scalable",
            "schwab",
            "schwab-positions",
            "sharesight",
            "sure",
            "swissquote",
            "trade-republic",
            "trade-republic-export",
            "trading212",
            "ubs",
            "vanguard-uk",
            "wealthfolio",
            "wealthsimple",
            "xtb",
            "zerodha");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private Mappings() {}

    /**
     * The user's mappings.
     *
     * @param problems of those that cannot be used
     */
    public record Loaded(List<StatementFormat> formats, List<MappingProblem> problems) {
        public Loaded {
            formats = List.copyOf(formats);
            problems = List.copyOf(problems);
        }
    }

    /** Throws InvalidMapping, which a test of the program would have shown. */
    public static List<StatementFormat> builtIn() {
        return BUILT_IN.stream().map(Mappings::builtIn).toList();
    }

    /** The YAML files of a folder; none where there is no such folder. A bad one is reported and keeps no other out. */
    public static Loaded read(Path folder) {
        Map<String, StatementFormat> formats = new TreeMap<>();
        Map<String, String> fileOf = new HashMap<>();
        List<MappingProblem> problems = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = String.valueOf(file.getFileName());
            try {
                StatementFormat format = parse(name, Files.readString(file, UTF_8), Rank.USER);
                String first = fileOf.putIfAbsent(format.name(), name);
                if (first == null) {
                    formats.put(format.name(), format);
                } else {
                    problems.add(new MappingProblem(
                            name,
                            0,
                            "name",
                            first + " is the mapping " + format.name() + " already; this file is not used"));
                }
            } catch (InvalidMapping invalid) {
                problems.add(invalid.problem());
            } catch (IOException e) {
                problems.add(new MappingProblem(name, 0, "", "cannot be read: " + e.getMessage()));
            }
        }
        return new Loaded(List.copyOf(formats.values()), problems);
    }

    /** The format of one mapping. Throws InvalidMapping, which names file, line and key. */
    public static StatementFormat parse(String file, String yaml, Rank rank) {
        try {
            return new MappedFormat(YAML.readValue(yaml, MappedFile.class), rank);
        } catch (JacksonException e) {
            throw new InvalidMapping(problem(file, yaml, e));
        }
    }

    private static StatementFormat builtIn(String name) {
        String file = name + ".yaml";
        try (InputStream stream = Mappings.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new InvalidMapping(new MappingProblem(file, 0, "", "is not there"));
            }
            return parse(file, new String(stream.readAllBytes(), UTF_8), Rank.BUILT_IN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MappingProblem problem(String file, String yaml, JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String place = !(e instanceof DatabindException)
                ? ""
                : e.getPath().stream()
                        .map(step -> step.getPropertyName() != null
                                ? "." + step.getPropertyName()
                                : "[" + (step.getIndex() + 1) + "]")
                        .collect(Collectors.joining())
                        .replaceFirst("^\\.", "");
        int line = location == null ? 0 : Math.max(location.getLineNr(), 0);
        return new MappingProblem(file, lineOf(e, yaml).orElse(line), place, message(e));
    }

    /** Of an unknown key, where it stands; the parser tells where its place ends. */
    private static OptionalInt lineOf(JacksonException e, String yaml) {
        if (!(e.getCause() instanceof UnknownKey unknown)) {
            return OptionalInt.empty();
        }
        List<String> lines = yaml.lines().toList();
        Pattern key = Pattern.compile("(^|[\\s{,])" + Pattern.quote(unknown.key()) + "\\s*:");
        return IntStream.rangeClosed(1, lines.size())
                .filter(line -> key.matcher(lines.get(line - 1)).find())
                .findFirst();
    }

    private static String message(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key '" + unknown.getPropertyName() + "'; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException value
                && value.getTargetType() != null
                && value.getTargetType().isEnum()) {
            return "'" + value.getValue() + "' is none of "
                    + Stream.of(value.getTargetType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        Throwable cause = e.getCause();
        String message = cause != null && !(cause instanceof JacksonException) && cause.getMessage() != null
                ? cause.getMessage()
                : e.getOriginalMessage();
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
