package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.source.Afterwards;
import io.dividendsomatic.ingestion.source.FolderSettings.Folder;
import io.dividendsomatic.ingestion.source.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class FoldersConfigurationTest {
    private static final Home HOME = new Home(Path.of("/data/home"));

    private static Folder folder(String path) {
        return new Folder(
                Path.of(path),
                null,
                null,
                Map.of(),
                Afterwards.MOVE,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1),
                new Schedule(null, ZoneOffset.UTC, null));
    }

    @Test
    void folders_beside_one_another_are_several_inboxes() {
        assertThatCode(() -> FoldersConfiguration.keepApart(
                        HOME, Map.of("one", folder("/data/one"), "two", folder("/data/two"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_folder_in_or_around_the_home_or_another_one_is_refused() {
        for (String path : new String[] {"/data/home/processed", "/data", "/data/one/deep"}) {
            assertThatThrownBy(() -> FoldersConfiguration.keepApart(
                            HOME, Map.of("one", folder("/data/one"), "two", folder(path))))
                    .as(path)
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("lie in one another");
        }
    }

    @Test
    void a_link_to_the_home_or_to_another_folder_is_what_it_leads_to(@TempDir Path folder) throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Files.createSymbolicLink(folder.resolve("link"), home);

        assertThatThrownBy(() -> FoldersConfiguration.keepApart(
                        new Home(home),
                        Map.of("one", folder(folder.resolve("link/inbox").toString()))))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("the home folder");
    }
}
