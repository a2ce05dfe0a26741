package io.dividendsomatic.app.sources;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.dividendsomatic.app.RunningProgram;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** On the database for real use: what comes by itself becomes holdings, and the secrets stand nowhere afterwards. */
@ActiveProfiles("postgres")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class SourcesOnPostgresTest extends RunningProgram {
    private static final String SOURCES = "/api/v1/admin/sources";
    private static final String PASSWORD = "canary-password-20260203-4711";
    private static final String WRONG_PASSWORD = "canary-wrong-20260203-4711";
    private static final String FLEX_TOKEN = "canary-flex-20260203-4711";
    private static final String CLIENT_SECRET = "canary-client-20260203-4711";
    private static final String REFRESH_TOKEN = "canary-refresh-20260203-4711";
    private static final String EXPIRED_TOKEN = "canary-expired-20260203-4711";
    private static final String NEXT_TOKEN = "canary-next-20260203-4711";
    private static final String HEADER = "ClientAccountID,ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,"
            + "PositionValue,CostBasisMoney,FXRateToBase,ISIN\n";
    private static final String MAIL = """
            From: donotreply@interactivebrokers.com
            To: me@localhost
            Subject: Activity Flex for 02/02/2026
            Message-ID: <1@example.com>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/csv
            Content-Disposition: attachment; filename="flex.csv"

            %sU8000077,2026-02-02,EUR,KUUSI,300,21.6,6480,5670,1,FI0000000011
            --b
            Content-Type: text/csv
            Content-Disposition: attachment; filename="menu.csv"

            Soup,Bread
            --b--
            """.formatted(HEADER);

    private static final WireMockServer WEB =
            new WireMockServer(wireMockConfig().dynamicPort());
    private static final EmbeddedPostgres POSTGRES = postgres();
    private static final LoopbackMail MAILBOX = mailbox();

    @TempDir
    static Path home;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) throws Exception {
        MAILBOX.deliver(MAIL);
        WEB.start();
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        for (String name : List.of("test", "wrong", "token", "expired")) {
            MAILBOX.settings(name).forEach((key, value) -> registry.add(key, () -> value));
        }
        registry.add("dividendsomatic.sources.mail.test.password", () -> PASSWORD);
        registry.add("dividendsomatic.sources.mail.wrong.password", () -> WRONG_PASSWORD);
        byToken(registry, "token", REFRESH_TOKEN);
        byToken(registry, "expired", EXPIRED_TOKEN);
        String flex = "dividendsomatic.sources.flex.own.";
        registry.add(flex + "token", () -> FLEX_TOKEN);
        registry.add(flex + "queries[0].id", () -> "100001");
        registry.add(flex + "url", () -> WEB.baseUrl() + "/flex");
        registry.add(flex + "hosts", () -> "localhost");
        registry.add(flex + "schedule.cron", () -> "-");
    }

    /** It ends with the JVM, after the program. */
    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoopbackMail mailbox() {
        try {
            return new LoopbackMail(Files.createTempDirectory("keys"), PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The mail server takes the mailbox's password for a token. */
    private static void byToken(DynamicPropertyRegistry registry, String name, String refreshToken) {
        String oauth = "dividendsomatic.sources.mail." + name + ".oauth.";
        registry.add(oauth + "token-url", () -> WEB.baseUrl() + "/token");
        registry.add(oauth + "client-id", () -> "client");
        registry.add(oauth + "client-secret", () -> CLIENT_SECRET);
        registry.add(oauth + "refresh-token", () -> refreshToken);
        WEB.stubFor(post("/token")
                .withRequestBody(containing(REFRESH_TOKEN))
                .willReturn(okJson("{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"expires_in\":3600}"
                        .formatted(PASSWORD, NEXT_TOKEN))));
        WEB.stubFor(post("/token")
                .withRequestBody(containing(EXPIRED_TOKEN))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody("{\"error\":\"%s\",\"error_description\":\"%s of %s is expired\"}"
                                .formatted(EXPIRED_TOKEN, EXPIRED_TOKEN, CLIENT_SECRET))));
    }

    @AfterAll
    static void stop() {
        MAILBOX.close();
        WEB.stop();
    }

    @Test
    void mails_and_statements_become_holdings_and_secrets_stand_nowhere(CapturedOutput output) throws Exception {
        aDiskThatTakesNothingCostsNothing();
        JsonNode run = polled("mail.test");
        assertThat(run.get("taken").asInt()).as(run.toString()).isEqualTo(2);
        assertThat(polled("mail.test").get("taken").asInt()).isZero();
        assertThat(cursor("mail.test")).isEqualTo(1);
        assertThat(polled("mail.token").get("known").asInt())
                .as("what was refused is tried again")
                .isPositive();
        assertThat(cursor("mail.token")).isEqualTo(1);
        aFlexStatementComes();
        assertThat(polled("mail.wrong").get("problem").get("code").asString()).isEqualTo("LOGIN_REFUSED");
        assertThat(polled("mail.expired").get("problem").get("code").asString()).isEqualTo("TOKEN_REFUSED");
        for (String held : List.of("asOf=2026-02-02", "asOf=2026-02-03&account=ibkr:U8000078")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> get("/api/v1/holdings?" + held).text().contains("FI0000000011"));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/v1/imports").text().contains("UNKNOWN_FORMAT"));

        Traces traces = new Traces()
                .database(jdbc)
                .files(home)
                .text(output.getAll())
                .text(get(SOURCES).text())
                .text(get("/administration").text())
                .text(get("/").text())
                .tell("mail.test") // in the log and in the tables
                .tell("inflated: {"); // events
        for (String secret : List.of(
                PASSWORD, WRONG_PASSWORD, FLEX_TOKEN, CLIENT_SECRET, REFRESH_TOKEN, EXPIRED_TOKEN, NEXT_TOKEN)) {
            traces.doNotTell(secret);
        }
    }

    /** Where the archive's folders should be stand files: nothing can be kept. */
    private void aDiskThatTakesNothingCostsNothing() throws Exception {
        for (int i = 0; i < 256; i++) {
            Files.createFile(home.resolve("archive/%02x".formatted(i)));
        }
        JsonNode problem = polled("mail.test").get("problem");
        assertThat(problem.get("code").asString()).isEqualTo("STORAGE_FAILED");
        assertThat(problem.get("lasting").asBoolean()).isFalse();
        assertThat(get("/api/v1/imports").json().get("total").asInt()).isZero();
        for (int i = 0; i < 256; i++) {
            Files.delete(home.resolve("archive/%02x".formatted(i)));
        }
    }

    private void aFlexStatementComes() throws Exception {
        WEB.stubFor(WireMock.get(urlPathEqualTo("/flex/SendRequest"))
                .willReturn(ok("<FlexStatementResponse><Status>Success</Status><ReferenceCode>77</ReferenceCode><Url>"
                        + WEB.baseUrl() + "/flex/GetStatement</Url></FlexStatementResponse>")));
        WEB.stubFor(WireMock.get(urlPathEqualTo("/flex/GetStatement"))
                .willReturn(ok(HEADER + "U8000078,2026-02-03,EUR,KUUSI,7,21.6,151.2,140,1,FI0000000011\n")));
        assertThat(polled("flex.own").get("taken").asInt()).isEqualTo(1);
        assertThat(polled("flex.own").get("taken").asInt()).isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM flex_request WHERE source = 'flex.own' AND reference IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private long cursor(String source) {
        return jdbc.sql("SELECT last_uid FROM mail_cursor WHERE source = :source")
                .param("source", source)
                .query(Long.class)
                .single();
    }

    private JsonNode polled(String source) throws Exception {
        String path = SOURCES + "/" + source;
        long runs = get(path).json().get("runs").asLong();
        assertThat(send(request(path + "/poll").POST(BodyPublishers.noBody()).build())
                        .status())
                .isEqualTo(202);
        JsonNode over = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> get(path).json(),
                        now -> now.get("runs").asLong() > runs
                                && now.get("lastRun").has("endedAt"));
        return over.get("lastRun");
    }
}
