package io.dividendsomatic.app.web;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest extends RunningProgram {
    private static final String UNKNOWN = "/api/v1/imports/" + "0".repeat(64);

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("GET", "/api/v1/nothing", 404, "NOT_FOUND"),
                Arguments.of("GET", UNKNOWN, 404, "NOT_FOUND"),
                Arguments.of("GET", "/api/v1/imports/no-id", 404, "NOT_FOUND"),
                Arguments.of("GET", UNKNOWN + "/rows", 404, "NOT_FOUND"),
                Arguments.of("GET", UNKNOWN + "/content", 404, "NOT_FOUND"),
                Arguments.of("DELETE", "/api/v1/imports", 405, "METHOD_NOT_ALLOWED"),
                Arguments.of("GET", UNKNOWN + "/rows?status=LOST", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/transactions?kind=NOPE", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/reports/reconciliation?item=NOPE", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/imports?page=x", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/imports?size=501", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/imports?page=2147483647&size=500", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/holdings?asOf=-4800-01-01", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/holdings?asOf=%2B999999999-12-31", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/holdings?knownAt=%2B1000000000-12-31T23:59:59Z", 400, "BAD_PARAMETER"),
                Arguments.of("GET", "/api/v1/holdings?account=%00", 400, "BAD_PARAMETER"),
                Arguments.of("POST", "/api/v1/imports", 415, "UNSUPPORTED_MEDIA_TYPE"),
                Arguments.of("GET", "/api/v1/imports?x=%00&%zz", 400, "BAD_REQUEST"),
                Arguments.of("GET", "/api/v1/imports/%2F", 400, "BAD_REQUEST"),
                Arguments.of("GET", "/api/v1/{imports}", 400, "BAD_REQUEST"),
                Arguments.of("GET", "/api/v1/%zz", 400, "BAD_REQUEST"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void every_mistake_is_answered_with_a_problem(String method, String path, int status, String code)
            throws IOException {
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Length: 0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
        assertThat(answer)
                .contains("\"code\":\"" + code + "\"", "\"status\":" + status, "\"title\"", "\"detail\"", "\"type\"")
                .doesNotContain("Exception", "\tat ", "io.dividendsomatic");
    }

    @Test
    void an_answer_in_a_form_that_there_is_not_is_a_problem() throws Exception {
        Answer answer =
                send(request("/api/v1/imports").header("Accept", "image/png").build());

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void an_upload_without_its_file_names_what_is_missing() throws Exception {
        Answer answer = send(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(ofString("--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n"))
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("MISSING_PARAMETER");
        assertThat(answer.json().get("detail").asString()).contains("file");
    }

    @Test
    void an_upload_that_is_no_multipart_is_a_problem() throws Exception {
        Answer answer = send(request("/api/v1/imports")
                .header("Content-Type", "multipart/form-data")
                .POST(ofString("no boundary"))
                .build());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_wrong_account_is_told_in_our_words() throws Exception {
        Answer answer = upload("?account=nobody", "a.csv", FlexFile.unique());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("code").asString()).isEqualTo("BAD_PARAMETER");
        assertThat(answer.json().get("detail").asString()).contains("broker:number");
    }

    @Test
    void a_file_over_the_limit_is_too_large() throws Exception {
        Answer answer = upload("", "large.csv", new byte[(64 << 20) + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("code").asString()).isEqualTo("TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8080", "10.0.0.1", "[::2]"})
    void a_foreign_host_is_refused(String host) throws IOException {
        String answer = raw("GET /api/v1/imports HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("application/problem+json", "FOREIGN_HOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "LOCALHOST"})
    void this_machine_by_any_of_its_names_is_answered(String host) throws IOException {
        String answer = raw("GET /api/v1/imports HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void another_site_changes_nothing(String header) throws Exception {
        String[] parts = header.split(": ", 2);
        HttpRequest post = request("/api/v1/imports")
                .header(parts[0], parts[1])
                .POST(noBody())
                .build();

        Answer answer = send(post);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("code").asString()).isEqualTo("CROSS_SITE");
    }

    /** Where a person has the browser hide where requests come from, the origin is null. */
    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:", "null"})
    void a_page_of_our_own_may_post(String origin) throws Exception {
        HttpRequest post = request("/api/v1/imports")
                .header("Origin", origin.equals("null") ? origin : origin + port())
                .header("Sec-Fetch-Site", "same-origin")
                .POST(noBody())
                .build();

        assertThat(send(post).status()).isEqualTo(415);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
