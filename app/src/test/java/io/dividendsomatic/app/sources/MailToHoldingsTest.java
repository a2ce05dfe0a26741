package io.dividendsomatic.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dividendsomatic.app.RunningProgram;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
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

    private static final GreenMail SERVER = server();

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void own(DynamicPropertyRegistry registry) throws Exception {
        Path pem = certificate();
        SERVER.start();
        deliver();
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:mail;DB_CLOSE_DELAY=-1");
        String mailbox = "dividendsomatic.sources.mail.test.";
        registry.add(mailbox + "host", () -> "localhost");
        registry.add(mailbox + "port", () -> SERVER.getImaps().getPort());
        registry.add(mailbox + "user", () -> "me@localhost");
        registry.add(mailbox + "password", () -> PASSWORD);
        registry.add(mailbox + "trust", pem::toString);
        registry.add(mailbox + "schedule.cron", () -> "-");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    private static GreenMail server() {
        return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    }

    private static Path certificate() throws IOException, InterruptedException {
        Path store = keys.resolve("localhost.p12");
        Path pem = keys.resolve("localhost.pem");
        keytool(store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        keytool(store, "-exportcert", "-rfc", "-file", pem.toString());
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", "changeit");
        return pem;
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = Stream.of(
                        Stream.of(tool),
                        Stream.of(arguments),
                        Stream.of("-alias", "server", "-keystore", store.toString(), "-storepass", "changeit"))
                .flatMap(part -> part)
                .toList();
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
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
        GreenMailUser user = SERVER.setUser("me@localhost", "me@localhost", PASSWORD);
        byte[] raw = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
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
