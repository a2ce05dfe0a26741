package io.dividendsomatic.ingestion.source.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.dividendsomatic.ingestion.source.SourceFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {
    private static final String CANARY = "canary-4711";
    private static final int LIMIT = 1_000;

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().dynamicHttpsPort())
            .build();

    private final Web web =
            new Web(new Hosts(List.of("localhost")), Duration.ofSeconds(2), LIMIT, Map.of("User-Agent", "Java/Test"));

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void an_answer_comes_whole_and_our_name_goes_along() {
        SERVER.stubFor(get(urlPathEqualTo("/a"))
                .withHeader("User-Agent", equalTo("Java/Test"))
                .willReturn(ok("hello")));
        WebAnswer answer = web.get(address("/a"));
        assertThat(new String(answer.content("it"), StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @Test
    void a_redirect_stays_among_the_allowed_hosts() {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(temporaryRedirect("/b?t=1")));
        SERVER.stubFor(get(urlPathEqualTo("/b")).willReturn(ok("there")));
        assertThat(web.get(address("/a")).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("there");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/steal",
                "https://localhost@evil.example/",
                "//evil.example/",
                "https://localhost.evil.example/",
                "ftp://localhost/",
                "file:///etc/passwd",
                "http://127.0.0.1:1/"
            })
    void a_redirect_elsewhere_is_refused(String location) {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(temporaryRedirect(location)));
        SourceFailed failed = failure("/a");
        assertThat(failed.code()).isIn("FOREIGN_HOST", "UNPROTECTED");
        assertThat(failed.isLasting()).isTrue();
    }

    @Test
    void redirects_in_a_circle_end() {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(temporaryRedirect("/a")));
        assertThat(failure("/a").code()).isEqualTo("REDIRECTED");
    }

    @Test
    void other_machines_are_asked_by_https_only() {
        Hosts hosts = new Hosts(List.of("ndcdyn.interactivebrokers.com"));
        assertThatThrownBy(() -> hosts.checked(URI.create("http://ndcdyn.interactivebrokers.com/x")))
                .hasMessage("ndcdyn.interactivebrokers.com is asked by https only");
        assertThat(hosts.checked(URI.create("https://NDCDYN.interactivebrokers.com/x")))
                .hasPath("/x");
    }

    @Test
    void a_server_that_signed_its_own_certificate_is_refused() {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(ok("hello")));
        URI https = URI.create("https://localhost:" + SERVER.getHttpsPort() + "/a?t=" + CANARY);
        SourceFailed failed = catchThrowableOfType(SourceFailed.class, () -> web.get(https));
        assertThat(failed.code()).isEqualTo("UNTRUSTED_SERVER");
        assertThat(failed.isLasting()).isTrue();
        tellsNoSecret(failed);
        assertThat(SERVER.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 300_000})
    void an_answer_that_is_too_large_is_dropped(int size) {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(ok("x".repeat(size))));
        SourceFailed failed = failure("/a");
        assertThat(failed.code()).isEqualTo("TOO_LARGE");
        assertThat(failed).hasMessageContaining("more than 1,000 bytes");
    }

    @Test
    void an_answer_of_exactly_the_limit_is_taken() {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(ok("x".repeat(LIMIT))));
        assertThat(web.get(address("/a")).body()).hasSize(LIMIT);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_cut_connection_passes(Fault fault) {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(aResponse().withFault(fault)));
        SourceFailed failed = failure("/a");
        assertThat(failed.isLasting()).isFalse();
        assertThat(failed.code()).isEqualTo("BROKEN_ANSWER");
        tellsNoSecret(failed);
    }

    @Test
    void a_body_that_stops_in_the_middle_is_no_answer() throws IOException, InterruptedException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> answerHalf(socket));
            URI address = URI.create("http://localhost:" + socket.getLocalPort() + "/a?t=" + CANARY);
            SourceFailed failed = catchThrowableOfType(SourceFailed.class, () -> web.get(address));
            server.join();
            assertThat(failed.code()).isEqualTo("BROKEN_ANSWER");
            assertThat(failed.isLasting()).isFalse();
            tellsNoSecret(failed);
        }
    }

    private static void answerHalf(ServerSocket socket) {
        try (Socket client = socket.accept()) {
            client.getInputStream().read(new byte[8_192]);
            client.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void who_trickles_is_not_waited_for() {
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(ok("x".repeat(500)).withChunkedDribbleDelay(50, 20_000)));
        assertThat(failure("/a").code()).isEqualTo("NO_ANSWER");
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP_400, true",
        "401, UNAUTHORIZED, true",
        "403, FORBIDDEN, true",
        "404, HTTP_404, true",
        "408, SERVER_TROUBLE, false",
        "429, TOO_MANY_REQUESTS, false",
        "500, SERVER_TROUBLE, false",
        "503, SERVER_TROUBLE, false"
    })
    void a_status_tells_whether_to_ask_again(int status, String code, boolean lasting) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(status).withHeader("Retry-After", "90");
        SERVER.stubFor(get(urlPathEqualTo("/a")).willReturn(answer));
        WebAnswer given = web.get(address("/a"));
        SourceFailed failed = catchThrowableOfType(SourceFailed.class, () -> given.content("the server"));
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.isLasting()).isEqualTo(lasting);
        assertThat(failed.after().orElse(Duration.ZERO)).isEqualTo(lasting ? Duration.ZERO : Duration.ofSeconds(90));
    }

    @Test
    void nobody_there_passes() {
        SourceFailed failed =
                catchThrowableOfType(SourceFailed.class, () -> web.get(URI.create("http://localhost:1/a?t=" + CANARY)));
        assertThat(failed.code()).isEqualTo("NO_CONNECTION");
        tellsNoSecret(failed);
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + SERVER.getPort() + path + "?t=" + CANARY);
    }

    private SourceFailed failure(String path) {
        return catchThrowableOfType(SourceFailed.class, () -> web.get(address(path)));
    }

    private static void tellsNoSecret(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(CANARY);
        }
    }
}
