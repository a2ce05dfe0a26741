package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.RowCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads every real broker file that the environment's folder of samples holds, and compares with a table of what each
 * must come to: format, headers, rows by verdict, facts and sums by kind and currency. A file that must be refused stands
 * there with its code.
 */
class ConformanceTest {
    private static final String FOLDER = Objects.requireNonNullElse(System.getenv("DIVIDENDSOMATIC_SAMPLES"), "");
    private static final Path TABLE = Path.of("src/test/resources/conformance.tsv");
    /** Results that others computed from the samples, and the notes about them. */
    private static final Set<String> NO_SAMPLES = Set.of("expected", "");

    @Test
    void every_real_file_comes_to_what_is_expected_of_it() throws IOException {
        assumeFalse(FOLDER.isEmpty(), "skipped: DIVIDENDSOMATIC_SAMPLES names no folder of samples");
        String actual = samples().stream().map(ConformanceTest::line).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("approve")) {
            Files.writeString(TABLE, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(TABLE, UTF_8));
    }

    private static String line(Path file) {
        String name = Path.of(FOLDER).relativize(file).toString();
        List<FileEvent> events = read(file);
        String result = switch (events.getLast()) {
            case FileParsed parsed -> {
                RowCounts rows = parsed.rows();
                yield String.join(
                        "\t",
                        parsed.format(),
                        headers(file, rows.total()),
                        rows.parsed() + " parsed",
                        rows.rejected() + " rejected",
                        rows.ignored() + " ignored",
                        Sums.of(Arrivals.facts(events)));
            }
            case FileRejected rejected ->
                rejected.problem().code() + "\t" + rejected.problem().message();
            case FileEvent other -> throw new IllegalStateException("a reading ends otherwise: " + other);
        };
        return name + "\t" + result;
    }

    /** The records of a table that have no verdict: they can only be headers and the frames of tables. */
    private static String headers(Path file, int verdicts) {
        Document document = new Document(bytes(file));
        if (!document.isTable()) {
            return "no table";
        }
        int records = 0;
        for (CsvRow row : document.table(Dialect.PLAIN)) {
            records += row.cells().isEmpty() ? 0 : 1;
        }
        return records - verdicts + " headers";
    }

    private static List<FileEvent> read(Path file) {
        return Arrivals.read(file.getFileName().toString(), bytes(file), Arrivals.GIVEN);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> samples() throws IOException {
        Path root = Path.of(FOLDER);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !NO_SAMPLES.contains(
                            Objects.toString(root.relativize(file).getParent(), "")))
                    .sorted()
                    .toList();
        }
    }
}
