package io.dividendsomatic.app;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program with a home of its own, on H2; spoken to over HTTP only. All such tests share it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(CountedStatements.class)
public abstract class RunningProgram {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "----part";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Made once, so that every test class of the same context has the same. */
    protected static final Path HOME = newHome();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        // By the variable: of one property the class farthest from the test wins, and a test may have a home of its
        // own.
        registry.add("DIVIDENDSOMATIC_HOME", HOME::toString);
        registry.add("dividendsomatic.forecasts.first", () -> "PT10H");
        registry.add("dividendsomatic.inbox.quiet", () -> "200ms");
        registry.add("dividendsomatic.inbox.every", () -> "100ms");
    }

    private static Path newHome() {
        try {
            Path home = Files.createTempDirectory("home");
            home.toFile().deleteOnExit();
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<byte[]> response) {
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    protected int port() {
        return port;
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    protected Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), response);
    }

    protected Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    protected Answer upload(String name, byte[] content, @Nullable AccountId account)
            throws IOException, InterruptedException {
        return upload(account == null ? "" : "?account=" + account, name, content);
    }

    protected Answer upload(String query, String name, byte[] content) throws IOException, InterruptedException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n";
        return send(request("/api/v1/imports" + query)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        content,
                        ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                .build());
    }
}
