package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest extends RunningProgram {

    /** The paths that other programs rely on, one a line: method and path. */
    static List<String> promised() throws IOException, URISyntaxException {
        Path list = Path.of(Objects.requireNonNull(ContractTest.class.getResource("/api-paths.txt"))
                .toURI());
        return Files.readAllLines(list).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("promised")
    void the_document_has_every_promised_path(String promise) throws Exception {
        String[] methodAndPath = promise.split(" ", 2);
        var operations = get("/v3/api-docs").json().get("paths").get("/api/v1" + methodAndPath[1]);

        assertThat(operations).as(promise).isNotNull();
        assertThat(operations.has(methodAndPath[0].toLowerCase(Locale.ROOT)))
                .as(promise)
                .isTrue();
    }

    @Test
    void the_document_is_open_api_3_1() throws Exception {
        assertThat(get("/v3/api-docs").json().get("openapi").asString()).startsWith("3.1");
    }

    @Test
    void health_is_up_and_nothing_more() throws Exception {
        assertThat(get("/actuator/health").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/env", "/beans", "/info", "/metrics", "/loggers", "/heapdump", "/health/db"})
    void no_other_actuator_endpoint_is_there(String endpoint) throws Exception {
        assertThat(get("/actuator" + endpoint).status()).isEqualTo(404);
    }
}
