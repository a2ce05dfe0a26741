package io.dividendsomatic.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.RunningProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A broker's mail becomes holdings, and the mailbox's password stands nowhere afterwards. */
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class MailToHoldingsTest extends RunningProgram {
    private static final String SOURCE = "/api/v1/admin/sources/mail.test";
    private static final String PASSWORD = "canary-20260203-4711";

    @TempDir
    static Path keys;

    private static LoopbackMail mailbox;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) throws Exception {
        mailbox = new LoopbackMail(keys, PASSWORD);
        deliver();
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:mail;DB_CLOSE_DELAY=-1");
        mailbox.settings("test").forEach((name, value) -> registry.add(name, () -> value));
        registry.add("dividendsomatic.sources.mail.test.password", () -> PASSWORD);
    }

    @AfterAll
    static void stop() {
        mailbox.close();
    }

    private static void deliver() throws Exception {
        String mail = """
                From: donotreply@interactivebrokers.com
                To: me@localhost
                Subject: Activity Flex for 02/02/2026
                Message-ID: <1@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/csv
                Content-Disposition: attachment; filename="flex.csv"

                ClientAccountID,ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
                U8000077,2026-02-02,EUR,KUUSI,300,21.6,6480,5670,1,FI0000000011
                --b
                Content-Type: text/csv
                Content-Disposition: attachment; filename="menu.csv"

                Soup,Bread
                --b--
                """;
        mailbox.deliver(mail);
    }

    @Test
    void a_mail_becomes_holdings_and_the_password_stands_nowhere(CapturedOutput output) throws Exception {
        assertThat(send(request(SOURCE + "/poll").POST(BodyPublishers.noBody()).build())
                        .status())
                .isEqualTo(202);
        JsonNode over = await().atMost(Duration.ofSeconds(60))
                .until(() -> get(SOURCE).json(), state -> state.path("lastRun").has("endedAt"));
        assertThat(over.get("lastRun").get("taken").asInt()).as(over.toString()).isEqualTo(2);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/v1/holdings?asOf=2026-02-02").text().contains("\"300\""));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/api/v1/imports").text().contains("UNKNOWN_FORMAT"));

        assertThat(get("/api/v1/admin/sources").text()).doesNotContain(PASSWORD);
        assertThat(output.getAll()).doesNotContain(PASSWORD);
        String hex = HexFormat.of().formatHex(PASSWORD.getBytes(StandardCharsets.UTF_8));
        assertThat(String.join("\n", jdbc.sql("SCRIPT").query(String.class).list())
                        .toLowerCase(Locale.ROOT))
                .contains("mail.test")
                .doesNotContain(PASSWORD)
                .doesNotContain(hex);
        try (Stream<Path> files = Files.walk(HOME)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(file -> read(file).contains(PASSWORD));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
