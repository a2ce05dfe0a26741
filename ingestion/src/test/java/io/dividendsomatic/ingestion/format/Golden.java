package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Approved results beside the fixtures; {@code -Dapprove=true} writes them anew for a person to read the difference. */
final class Golden {
    /** Of a file's bytes and of how often they were read, which no format tells. */
    private static final Set<String> NOT_OF_THE_FORMAT = Set.of("file", "reading");

    private Golden() {}

    static void check(Path approved, String actual) {
        try {
            if (Boolean.getBoolean("approve")) {
                Files.writeString(approved, actual, UTF_8);
            }
            assertThat(approved)
                    .as("approved result; run with -Dapprove=true to write it")
                    .exists();
            assertThat(actual).isEqualTo(Files.readString(approved, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records by their present components; values that print themselves, as they do. */
    static String print(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Record plain when overridesToString(plain) -> plain.toString();
            case Record composed -> composed.getClass().getSimpleName() + components(composed);
            case Collection<?> items -> items.stream().map(Golden::print).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> map.toString();
            default -> value.toString();
        };
    }

    /** A line for each component that a format tells. */
    static String printLines(Record record) {
        StringBuilder lines = new StringBuilder(record.getClass().getSimpleName()).append('\n');
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!NOT_OF_THE_FORMAT.contains(component.getName())) {
                String value = print(read(component, record)).replace("), ", "),\n    ");
                lines.append("  ")
                        .append(component.getName())
                        .append(": ")
                        .append(value)
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static String components(Record composed) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : composed.getClass().getRecordComponents()) {
            Object value = read(component, composed);
            if (value != null && !value.equals(List.of())) {
                parts.add(component.getName() + "=" + print(value));
            }
        }
        return parts.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static @Nullable Object read(RecordComponent component, Record composed) {
        try {
            return component.getAccessor().invoke(composed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The kernel's values print themselves; a record's own form begins with its name. */
    private static boolean overridesToString(Record value) {
        return !value.toString().startsWith(value.getClass().getSimpleName() + "[");
    }
}
