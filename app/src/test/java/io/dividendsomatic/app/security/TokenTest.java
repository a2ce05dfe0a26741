package io.dividendsomatic.app.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs log in by a token. */
class TokenTest extends WithUsers {
    private static final String LIST = "/api/v1/imports";

    @ParameterizedTest
    @ValueSource(strings = {LIST, "/api/v1/nothing", "/v3/api-docs", "/v3/api-docs.yaml", "/actuator/env"})
    void without_one_programs_are_told_to_send_one(String path) throws Exception {
        Answer answer = get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
        assertThat(code(answer)).isEqualTo("LOGIN_REQUIRED");
        assertThat(answer.json().get("detail").asString()).contains("token create");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/dividendsomatic.css",
                "/dividendsomatic.js",
                "/icon.svg",
                "/vendor/htmx-2.0.10/htmx.min.js",
                "/login"
            })
    void what_pages_are_drawn_with_and_health_stay_open(String path) throws Exception {
        assertThat(get(path).status()).isEqualTo(200);
        assertThat(with("worthless", "GET", path).status()).isEqualTo(200);
    }

    @Test
    void its_user_is_answered() throws Exception {
        assertThat(with(adminToken, "GET", LIST).status()).isEqualTo(200);
        assertThat(with(adminToken, "GET", "/v3/api-docs").status()).isEqualTo(200);
        assertThat(with(viewerToken, "GET", LIST).status()).isEqualTo(200);
        assertThat(send(request(LIST)
                                .header("Authorization", "bearer  " + viewerToken)
                                .build())
                        .status())
                .isEqualTo(200);
        assertThat(with(adminToken, "POST", LIST).status()).isEqualTo(415);
    }

    private void assertWorthless(String token) throws Exception {
        Answer answer = with(token, "GET", LIST);
        assertThat(answer.status()).as(token).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("BAD_TOKEN");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ").contains("invalid_token");
        assertThat(answer.text()).doesNotContain("dividendsomatic_");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void one_that_is_wrong_is_worth_nothing() throws Exception {
        for (String wrong : List.of(
                "",
                "x",
                adminToken.substring(1),
                adminToken + "A",
                adminToken.toUpperCase(Locale.ROOT),
                Tokens.sha256(adminToken),
                Tokens.fresh())) {
            assertWorthless(wrong);
        }
    }

    @Test
    void one_that_has_expired_is_worth_nothing() throws Exception {
        String expired =
                tokens.create("expired", users.one(ADMIN), Instant.now().minusSeconds(1));
        String notYet = tokens.create("not-yet", users.one(ADMIN), Instant.now().plus(Duration.ofHours(1)));

        assertWorthless(expired);
        assertThat(with(notYet, "GET", LIST).status()).isEqualTo(200);
    }

    @Test
    void one_that_was_revoked_is_worth_nothing_at_once() throws Exception {
        assertThat(with(viewerToken, "GET", LIST).status()).isEqualTo(200);
        assertThat(with(adminToken, "DELETE", "/api/v1/admin/tokens/of-viewer").status())
                .isEqualTo(204);

        assertWorthless(viewerToken);
        assertThat(code(with(adminToken, "DELETE", "/api/v1/admin/tokens/of-viewer")))
                .isEqualTo("UNKNOWN_TOKEN");
    }

    @Test
    void one_of_a_user_who_was_removed_is_worth_nothing_at_once() throws Exception {
        assertThat(with(adminToken, "DELETE", "/api/v1/admin/users/" + VIEWER).status())
                .isEqualTo(204);

        assertWorthless(viewerToken);
    }

    @Test
    void it_is_told_once_and_kept_as_a_hash() throws Exception {
        Answer made = with(
                adminToken,
                "POST",
                "/api/v1/admin/tokens",
                "{\"name\": \"nightly\", \"user\": \"" + VIEWER + "\", \"expires\": \"90d\"}");
        String token = made.json().get("token").asString();

        assertThat(made.status()).isEqualTo(201);
        assertThat(token).matches("dividendsomatic_[A-Za-z0-9_-]{43}");
        assertThat(made.json().get("user").asString()).isEqualTo(VIEWER);
        assertThat(Instant.parse(made.json().get("expiresAt").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(89)));
        assertThat(with(token, "GET", LIST).status()).isEqualTo(200);
        assertThat(jdbc.sql("SELECT * FROM login_token").query().listOfRows().toString())
                .contains(Tokens.sha256(token))
                .doesNotContain(token, token.substring("dividendsomatic_".length()));
        assertThat(with(adminToken, "GET", "/api/v1/admin/tokens").text())
                .contains("nightly")
                .doesNotContain(token, Tokens.sha256(token));
    }

    @Test
    void the_day_of_its_last_use_is_kept() throws Exception {
        with(viewerToken, "GET", LIST);

        assertThat(tokens.all().stream()
                        .filter(token -> token.name().equals("of-viewer"))
                        .findFirst()
                        .orElseThrow()
                        .lastUsedOn())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2020-01-01", "0d", "99999d", "+999999999-12-31"})
    void a_day_that_is_over_or_none_is_no_expiry(String expires) throws Exception {
        Answer answer = with(
                adminToken, "POST", "/api/v1/admin/tokens", "{\"name\": \"short\", \"expires\": \"" + expires + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("BAD_PARAMETER");
    }

    @Test
    void without_a_user_it_is_of_who_asks() throws Exception {
        assertThat(with(adminToken, "POST", "/api/v1/admin/tokens", "{\"name\": \"mine\"}")
                        .json()
                        .get("user")
                        .asString())
                .isEqualTo(ADMIN);
        assertThat(code(with(adminToken, "POST", "/api/v1/admin/tokens", "{\"name\": \"mine\"}")))
                .isEqualTo("TOKEN_EXISTS");
        assertThat(code(with(adminToken, "POST", "/api/v1/admin/tokens", "{\"name\": \"../x\"}")))
                .isEqualTo("BAD_NAME");
        assertThat(code(with(adminToken, "POST", "/api/v1/admin/tokens", "{\"name\": \"x\", \"user\": \"nobody\"}")))
                .isEqualTo("UNKNOWN_USER");
    }

    /** How long a comparison takes must not tell how much of it was right. */
    @Test
    void it_is_compared_in_constant_time() {
        var imported = new ClassFileImporter().importClasses(Tokens.class, CommandToken.class);
        classes()
                .that()
                .belongToAnyOf(Tokens.class)
                .should()
                .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
                .check(imported);
        noClasses()
                .should()
                .callMethod(String.class, "equals", Object.class)
                .orShould()
                .callMethod(String.class, "compareTo", String.class)
                .check(imported);
        assertThat(Tokens.same("one", "one")).isTrue();
        assertThat(Tokens.same("one", "on")).isFalse();
        assertThat(Tokens.same("one", "two")).isFalse();
    }

    @Test
    void the_document_names_the_scheme() throws Exception {
        var document = with(adminToken, "GET", "/v3/api-docs").json();

        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/security/0").has("token")).isTrue();
    }

    @Test
    void a_backup_holds_no_user_and_no_token() throws Exception {
        Answer backup = with(adminToken, "GET", "/api/v1/admin/backup");
        String hash = users.one(ADMIN).password().reveal();

        assertThat(backup.status()).isEqualTo(200);
        assertThat(Zips.text(backup.response().body()))
                .contains("\"format\"")
                .doesNotContain(hash, Tokens.sha256(adminToken), adminToken, "login_user");
    }
}
