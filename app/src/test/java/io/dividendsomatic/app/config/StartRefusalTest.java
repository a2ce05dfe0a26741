package io.dividendsomatic.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.app.Dividendsomatic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartRefusalTest {
    @TempDir
    private Path home;

    @Test
    void a_refused_start_says_why_and_what_to_do_without_a_stack_trace(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        Dividendsomatic.class,
                        "--dividendsomatic.home=" + home,
                        "--management.server.port=0",
                        "--management.server.address=0.0.0.0"))
                .isInstanceOf(StartRefused.class);

        assertThat(output)
                .contains("management.server.address is 0.0.0.0", "Set it to 127.0.0.1")
                .doesNotContain("\tat ");
        assertThat(home).isEmptyDirectory();
    }
}
