package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<String> KINDS = List.of(".csv", ".xml", ".json", ".yaml", ".zip");

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> KINDS.stream().anyMatch(file.toString()::endsWith)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_file_reads_as_approved(Path fixture) throws IOException {
        List<FileEvent> events = read(fixture);
        StringBuilder text = new StringBuilder();
        Arrivals.verdicts(events)
                .forEach(verdict -> text.append(Golden.print(verdict)).append('\n'));
        text.append(Golden.printLines((Record) events.getLast()));
        String name = fixture.getFileName().toString();
        Golden.check(fixture.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt"), text.toString());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_bad_input_is_refused_whole_and_any_other_is_not(Path fixture) throws IOException {
        boolean bad = fixture.startsWith(RESOURCES.resolve("bad-input"));
        assertThat(read(fixture).getLast()).isInstanceOf(bad ? FileRejected.class : FileParsed.class);
    }

    private static List<FileEvent> read(Path fixture) throws IOException {
        String name = fixture.getFileName().toString();
        @Nullable AccountId given = name.contains("nobody-named") ? null : Arrivals.GIVEN;
        return Arrivals.read(name, Files.readAllBytes(fixture), given);
    }
}
