package io.dividendsomatic.app.cli;

import io.dividendsomatic.app.config.Announcement;
import io.dividendsomatic.app.security.CommandToken;
import io.dividendsomatic.ingestion.source.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A program to talk to: the one that runs on the home, which its announcement in the home tells, or else one of our own
 * that ends with the command. So a command does the same in both cases.
 */
final class Connection implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A large file is answered when all of its facts are stored. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration LOOK = Duration.ofMillis(50);

    /** What a command writes is its answer alone. */
    static final String LOG_TO_STDERR = "classpath:logback-command.xml";

    private final RestClient client;
    private final @Nullable ConfigurableApplicationContext own;

    private Connection(URI address, Optional<Secret> token, @Nullable ConfigurableApplicationContext own) {
        this.client = client(address, token);
        this.own = own;
    }

    private static RestClient client(URI address, Optional<Secret> token) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        return RestClient.builder()
                .baseUrl(address.toString())
                .requestFactory(requests)
                .defaultHeaders(headers -> token.ifPresent(secret -> headers.setBearerAuth(secret.reveal())))
                .build();
    }

    /**
     * Throws Unreachable when no program runs on the home and none can be started, and Refused when one runs and wants a
     * token that is not there.
     */
    static Connection open(Path home, Class<?> program, Optional<Secret> token) {
        Optional<URI> announced = Announcement.read(home);
        if (announced.isPresent() && answers(announced.get())) {
            Connection running = new Connection(announced.get(), token, null);
            running.letsIn();
            return running;
        }
        try {
            CommandToken own = CommandToken.fresh();
            ConfigurableApplicationContext started = start(home, program, own);
            String port = started.getEnvironment().getRequiredProperty("local.server.port");
            return new Connection(URI.create("http://127.0.0.1:" + port), Optional.of(own.value()), started);
        } catch (RuntimeException e) {
            throw new Unreachable(
                    "No program runs on " + home + ", and none could be started; what is above says why.", e);
        }
    }

    private static ConfigurableApplicationContext start(Path home, Class<?> program, CommandToken own) {
        return new SpringApplicationBuilder(program)
                .initializers(context -> context.getBeanFactory().registerSingleton("commandToken", own))
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(
                        "--dividendsomatic.home=" + home,
                        "--dividendsomatic.one-command=true", // no schedule, and no file taken that nobody asked for
                        "--server.address=127.0.0.1",
                        "--server.port=0",
                        "--logging.config=" + LOG_TO_STDERR);
    }

    /** In a program of our own, waits for what an earlier one had begun. */
    void awaitBegun() throws InterruptedException {
        if (own != null) {
            awaitRead();
        }
    }

    /** Waits until what has arrived is read and every read model has it. Throws Refused when that takes too long. */
    void awaitRead() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isRead()) {
            if (System.nanoTime() > deadline) {
                throw new Refused("What has arrived is still being read after " + PATIENCE.toMinutes() + " minutes.");
            }
            Thread.sleep(LOOK);
        }
    }

    private boolean isRead() {
        for (JsonNode model : get("/api/v1/admin/projections").done()) {
            if (model.path("lag").asLong(0) > 0) {
                return false;
            }
        }
        for (JsonNode file : get("/api/v1/imports?size=100").done().path("items")) {
            if (file.path("status").asString("").equals("RUNNING")) {
                return false;
            }
        }
        return true;
    }

    /** Asked without a token: the address may be left over, and somebody else listen there. */
    private static boolean answers(URI address) {
        try {
            return "UP"
                    .equals(client(address, Optional.empty())
                            .get()
                            .uri("/actuator/health")
                            .exchange((request, response) -> JSON.readTree(response.getBody())
                                    .path("status")
                                    .asString("")));
        } catch (ResourceAccessException | JacksonException e) {
            return false; // it was killed, and something else or nothing listens there now
        }
    }

    private void letsIn() {
        if (get("/api/v1/imports?size=1").status() == HttpStatus.UNAUTHORIZED.value()) {
            throw new Refused(
                    "The program that runs there has users, and no token of one was sent: put a token that counts"
                            + " into DIVIDENDSOMATIC_TOKEN, or name its file by DIVIDENDSOMATIC_TOKEN_FILE. While no program"
                            + " runs, token create NAME needs none.");
        }
    }

    /** What came back. */
    record Answer(int status, JsonNode body) {

        /** Throws Refused with the program's own words unless the status is one of success. */
        JsonNode done() {
            if (HttpStatusCode.valueOf(status).is2xxSuccessful()) {
                return body;
            }
            throw new Refused(problem());
        }

        String problem() {
            return body.path("code").asString("HTTP_" + status) + ": "
                    + body.path("detail").asString("");
        }
    }

    Answer get(String path, Object... names) {
        return answer(() -> client.get().uri(path, names));
    }

    Answer post(String path, Object... names) {
        return answer(() -> client.post().uri(path, names));
    }

    Answer post(String path, ObjectNode body) {
        return answer(() ->
                client.post().uri(path).contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(body)));
    }

    Answer put(String path, String name, ObjectNode body) {
        return answer(() -> client.put()
                .uri(path, name)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(body)));
    }

    Answer delete(String path, String name) {
        return answer(() -> client.delete().uri(path, name));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** For requests that say more. */
    RestClient client() {
        return client;
    }

    Answer answer(Supplier<RestClient.RequestHeadersSpec<?>> request) {
        return request.get().exchange((sent, response) -> {
            byte[] body = response.getBody().readAllBytes();
            return new Answer(response.getStatusCode().value(), json(body));
        });
    }

    static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public void close() {
        if (own != null) {
            SpringApplication.exit(own);
        }
    }
}
