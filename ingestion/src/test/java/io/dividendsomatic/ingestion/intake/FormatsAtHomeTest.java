package io.dividendsomatic.ingestion.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsAtHomeTest {
    private static final byte[] TABLE = "Mood day,Paper,Sum,Coin\n2031-03-03,US000000AA16,12.5,USD\n".getBytes(UTF_8);
    private static final String MAPPING = """
            name: moods
            version: 1
            broker: moods
            recognise:
              columns: [Mood day, Paper]
            numbers: dot
            dates: [uuuu-MM-dd]
            columns:
              date: Mood day
              isin: Paper
              amount: Sum
              currency: Coin
            rows:
              - fact: {kind: DIVIDEND}
            """;

    @TempDir
    private Path home;

    @Test
    void a_mapping_counts_as_soon_as_it_is_there_or_has_changed() throws IOException {
        FormatsAtHome formats = new FormatsAtHome(home.resolve("mappings"));
        assertThat(read(formats, null)).isInstanceOf(FileRejected.class);

        write("moods.yaml", MAPPING);
        assertThat(read(formats, null)).isInstanceOfSatisfying(FileParsed.class, parsed -> {
            assertThat(parsed.format()).isEqualTo("generic:moods");
            assertThat(parsed.parserVersion()).isEqualTo(1);
        });
        assertThat(formats.hasMapping("moods")).isTrue();

        write("moods.yaml", MAPPING.replace("version: 1", "version: 22"));
        assertThat(read(formats, "moods"))
                .isInstanceOfSatisfying(
                        FileParsed.class,
                        parsed -> assertThat(parsed.parserVersion()).isEqualTo(22));

        Files.delete(home.resolve("mappings/moods.yaml"));
        assertThat(formats.hasMapping("moods")).isFalse();
    }

    @Test
    void one_that_cannot_be_used_is_told_and_keeps_no_other_out() throws IOException {
        write("broken.yaml", MAPPING.replace("version: 1", "version: one"));
        write("moods.yaml", MAPPING);
        FormatsAtHome formats = new FormatsAtHome(home.resolve("mappings"));

        assertThat(formats.problems()).singleElement().asString().startsWith("broken.yaml, line 2, version");
        assertThat(read(formats, null)).isInstanceOf(FileParsed.class);
    }

    @Test
    void one_of_the_name_of_a_built_in_mapping_replaces_it() throws IOException {
        write("mine.yaml", MAPPING.replace("name: moods", "name: schwab"));
        FormatsAtHome formats = new FormatsAtHome(home.resolve("mappings"));

        assertThat(read(formats, "generic:schwab")).isInstanceOf(FileParsed.class);
        assertThat(formats.hasMapping("trading212")).isTrue();
    }

    private void write(String name, String yaml) throws IOException {
        Files.createDirectories(home.resolve("mappings"));
        Files.writeString(home.resolve("mappings").resolve(name), yaml);
    }

    private static FileEvent read(FormatsAtHome formats, @Nullable String mapping) {
        AccountId account = AccountId.parse("moods:1");
        FileArrived arrival = new FileArrived(
                FileId.of(TABLE), FileSource.UPLOAD, "a.csv", TABLE.length, Instant.EPOCH, account, mapping);
        return formats.read(arrival, TABLE).getLast();
    }
}
