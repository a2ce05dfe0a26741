package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void a_home_gets_its_folders() {
        Home home = new Home(folder.resolve("new")).prepared();

        assertThat(home.folder())
                .isDirectoryContaining("glob:**/inbox")
                .isDirectoryContaining("glob:**/processed")
                .isDirectoryContaining("glob:**/failed")
                .isDirectoryContaining("glob:**/archive")
                .isDirectoryContaining("glob:**/mappings")
                .isDirectoryContaining("glob:**/db");
    }

    @Test
    void a_home_that_cannot_be_made_refuses_the_start() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new Home(file).prepared())
                .satisfies(refused -> assertThat(refused.action()).contains("DIVIDENDSOMATIC_HOME"));
    }

    @Test
    void the_demo_takes_an_empty_home_and_knows_it_again() throws IOException {
        Home home = new Home(folder).prepared().forDemo();
        Files.createFile(folder.resolve("db/dividendsomatic.mv.db"));

        assertThatNoException().isThrownBy(home::forDemo);
    }

    @Test
    void the_demo_refuses_a_home_with_other_data() throws IOException {
        Home home = new Home(folder).prepared();
        Files.createFile(folder.resolve("db/dividendsomatic.mv.db"));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(home::forDemo)
                .withMessageContaining("holds other data");
    }
}
