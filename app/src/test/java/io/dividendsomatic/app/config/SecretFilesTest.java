package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_gives_what_the_variable_would_without_its_line_end() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");

        assertThat(SecretFiles.read(Map.of(
                        "DIVIDENDSOMATIC_SOURCES_MAIL_HOME_PASSWORD_FILE", file.toString(),
                        "OTHER_FILE", file.toString())))
                .isEqualTo(Map.of("DIVIDENDSOMATIC_SOURCES_MAIL_HOME_PASSWORD", "s3cret"));
    }

    @Test
    void a_file_that_is_not_there_keeps_the_program_from_starting() {
        Map<String, Object> variables =
                Map.of("DIVIDENDSOMATIC_X_FILE", folder.resolve("none").toString());

        assertThatThrownBy(() -> SecretFiles.read(variables))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DIVIDENDSOMATIC_X_FILE");
    }
}
