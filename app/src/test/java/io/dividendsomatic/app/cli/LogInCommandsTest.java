package io.dividendsomatic.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A program runs on HOME; none on the other home. */
class LogInCommandsTest extends RunningProgram {
    private static final String PASSWORD = "correct horse battery";
    private static final byte[] POSITIONS = """
            ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,AssetClass,FXRateToBase,ISIN
            2031-02-03,EUR,KUUSI,3,9,27,24,STK,1,FI0000000011
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    private JdbcClient jdbc;

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int code, String out, String err) {}

    private static Ended run(Path home, Map<String, String> environment, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Arrays.stream(words), Stream.of("--home", home.toString()))
                .toArray(String[]::new);
        int code = CommandLineProgram.run(environment, new PrintWriter(out), new PrintWriter(err), all);
        return new Ended(code, out.toString(), err.toString());
    }

    private String password() throws IOException {
        return Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString();
    }

    /** Another program of the tests, on this home too, may have taken it along at its end. */
    @BeforeEach
    void the_program_is_announced() throws IOException {
        Files.writeString(HOME.resolve(".address"), "http://127.0.0.1:" + port() + "\n");
    }

    @AfterEach
    void nobody_can_log_in() {
        jdbc.sql("DELETE FROM login_user").update();
    }

    @Test
    void users_and_tokens_are_made_listed_and_taken_back() throws Exception {
        Ended first = run(HOME, Map.of(), "user", "add", "maija", "--token", "laptop", "--password-file", password());
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).startsWith("dividendsomatic_").doesNotContain(PASSWORD);
        Path kept = Files.writeString(folder.resolve("token"), first.out());
        Map<String, String> own = Map.of("DIVIDENDSOMATIC_TOKEN_FILE", kept.toString());

        assertThat(run(HOME, own, "user", "add", "ville", "--password-file", password())
                        .out())
                .isEqualTo("ville VIEWER" + System.lineSeparator());
        assertThat(run(HOME, own, "user", "list").out()).contains("maija ADMIN since", "ville VIEWER since");
        String made = run(HOME, own, "token", "create", "script", "--user", "ville", "--expires", "30d")
                .out()
                .strip();
        assertThat(made).startsWith("dividendsomatic_");
        assertThat(run(HOME, own, "token", "list").out())
                .contains("laptop of maija, created ", "script of ville, created ", "last used never")
                .containsPattern("laptop .* last used 20.* expires never")
                .doesNotContain(made);

        Map<String, String> viewer = Map.of("DIVIDENDSOMATIC_TOKEN", made);
        assertThat(run(HOME, viewer, "export", "accounts").code()).isZero();
        Ended refused = run(HOME, viewer, "verify");
        assertThat(refused.code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(refused.err()).contains("ADMIN_ONLY");

        assertThat(run(HOME, own, "user", "password", "ville", "--password-file", password())
                        .code())
                .isZero();
        assertThat(run(HOME, own, "token", "revoke", "script").code()).isZero();
        assertThat(run(HOME, viewer, "export", "accounts").err()).contains("DIVIDENDSOMATIC_TOKEN");
        assertThat(run(HOME, own, "user", "remove", "maija").err()).contains("LAST_ADMINISTRATOR");
        assertThat(run(HOME, own, "user", "remove", "ville").code()).isZero();
        assertThat(run(HOME, own, "user", "remove", "maija").code()).isZero();
        assertThat(get("/api/v1/accounts").status()).as("open again").isEqualTo(200);
    }

    @Test
    void without_a_token_a_command_is_refused_and_told_how() throws Exception {
        run(HOME, Map.of(), "user", "add", "maija", "--password-file", password());

        Ended refused = run(HOME, Map.of(), "export", "accounts");
        assertThat(refused.code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("DIVIDENDSOMATIC_TOKEN", "DIVIDENDSOMATIC_TOKEN_FILE", "token create");
        Path absent = folder.resolve("absent");
        assertThat(run(HOME, Map.of("DIVIDENDSOMATIC_TOKEN_FILE", absent.toString()), "export", "accounts")
                        .err())
                .contains("DIVIDENDSOMATIC_TOKEN_FILE", absent.toString());
    }

    @Test
    void a_password_is_read_from_the_input_or_a_file_and_is_no_word_of_the_command() throws Exception {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((PASSWORD + "\nnot this").getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run(HOME, Map.of(), "user", "add", "maija", "--password-stdin")
                            .out())
                    .startsWith("maija ADMIN");
        } finally {
            System.setIn(before);
        }
        assertThat(run(HOME, Map.of(), "user", "add", "ville", PASSWORD).code()).isEqualTo(2);
        assertThat(run(HOME, Map.of(), "user", "add", "ville", "--password", PASSWORD)
                        .code())
                .isEqualTo(2);
        assertThat(run(HOME, Map.of(), "user", "add", "ville", "--password-stdin", "--password-file", password())
                        .code())
                .isEqualTo(2);
        assertThat(run(
                                HOME,
                                Map.of(),
                                "user",
                                "add",
                                "ville",
                                "--password-file",
                                folder.resolve("absent").toString())
                        .err())
                .contains("cannot be read");
        assertThat(run(HOME, Map.of(), "user").code()).isEqualTo(2);
        assertThat(run(HOME, Map.of(), "token", "--help").out()).contains("create", "list", "revoke");
    }

    /** Who can read the home and its database needs no token; a backup of elsewhere leaves its users alone. */
    @Test
    void on_a_home_where_no_program_runs_no_token_is_needed_and_a_restore_keeps_the_users() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Path backups = folder.resolve("backups");
        upload("told.csv", POSITIONS, AccountId.parse("lynx:C7000003"));
        assertThat(run(HOME, Map.of(), "backup", backups.toString()).code()).isZero();

        Ended made = run(elsewhere, Map.of(), "user", "add", "maija", "--password-file", password());
        assertThat(made.code()).as(made.err()).isZero();
        Ended restored = run(elsewhere, Map.of(), "restore", backups.toString());
        assertThat(restored.code()).as(restored.err()).isZero();

        Ended token = run(elsewhere, Map.of(), "token", "create", "laptop");
        assertThat(token.code()).as(token.err()).isZero();
        assertThat(token.out()).startsWith("dividendsomatic_");
    }

    @Test
    void a_token_that_cannot_be_one_is_refused_and_not_shown() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "a warning\ndividendsomatic_canary\n");
        Ended ended = run(HOME, Map.of("DIVIDENDSOMATIC_TOKEN_FILE", file.toString()), "user", "list");

        assertThat(ended.code()).isEqualTo(CommandLineProgram.REFUSED);
        assertThat(ended.err()).contains("is no token").doesNotContain("canary");
    }
}
