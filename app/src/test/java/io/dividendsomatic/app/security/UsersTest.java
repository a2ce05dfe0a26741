package io.dividendsomatic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class UsersTest extends WithUsers {
    private static final String USERS = "/api/v1/admin/users";

    private Answer add(String json) throws Exception {
        return with(adminToken, "POST", USERS, json);
    }

    @Test
    void an_administrator_makes_and_lists_users_without_their_passwords() throws Exception {
        Answer made = add("{\"name\": \"åsa\", \"password\": \"" + PASSWORD + "\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("role").asString()).isEqualTo("VIEWER");
        assertThat(with(adminToken, "GET", USERS).text())
                .contains("\"åsa\"", "\"" + ADMIN + "\"")
                .doesNotContain("password", "bcrypt");
        assertThat(users.one("åsa").password().reveal())
                .startsWith("{bcrypt}$2")
                .doesNotContain(PASSWORD);
        assertThat(users.one("åsa").toString()).doesNotContain("bcrypt");
        assertThat(code(add("{\"name\": \"åsa\", \"password\": \"" + PASSWORD + "\"}")))
                .isEqualTo("USER_EXISTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-x", "a b", "../x", "<b>"})
    void a_name_is_one_plain_word(String name) throws Exception {
        assertThat(code(add("{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\"}")))
                .isEqualTo("BAD_NAME");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_password_is_long_enough_and_not_the_name_and_stands_in_no_answer(CapturedOutput output) throws Exception {
        for (String bad : List.of("", "short one", "ö".repeat(40), "a-name-of-many-letters")) {
            Answer answer = add("{\"name\": \"a-name-of-many-letters\", \"password\": \"" + bad + "\"}");
            assertThat(code(answer)).as(bad).isEqualTo("BAD_PASSWORD");
        }
        Answer broken = add("{\"name\": \"x\", \"password\": \"canary of a password\", \"role\": \"KING\"}");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.text()).doesNotContain("canary");
        assertThat(output).doesNotContain("canary");
    }

    @Test
    void a_letter_and_its_accent_are_the_same_password_however_they_are_typed() throws Exception {
        users.add("composed", "pässword of ä kind", Role.VIEWER);

        assertThat(new Browser()
                        .logsIn("composed", "pa\u0308ssword of a\u0308 kind")
                        .header("Location"))
                .isEqualTo("/");
    }

    @Test
    void the_last_administrator_stays_while_there_are_others() throws Exception {
        Answer refused = with(adminToken, "DELETE", USERS + "/" + ADMIN);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("LAST_ADMINISTRATOR");

        user("second", Role.ADMIN);
        assertThat(with(adminToken, "DELETE", USERS + "/" + ADMIN).status()).isEqualTo(204);
        assertThat(code(with(adminToken, "GET", USERS))).isEqualTo("BAD_TOKEN");
    }

    @Test
    void of_two_administrators_who_are_removed_at_once_one_stays() throws Exception {
        user("second", Role.ADMIN);
        Callable<Boolean> first = () -> removed(ADMIN);
        Callable<Boolean> second = () -> removed("second");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            int removed = 0;
            for (Future<Boolean> each : both.invokeAll(List.of(first, second))) {
                removed += each.get() ? 1 : 0;
            }
            assertThat(removed).isOne();
        }
    }

    private boolean removed(String name) {
        try {
            users.remove(name);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    @Test
    void without_its_last_user_the_program_is_open_to_this_machine_again() throws Exception {
        assertThat(get("/api/v1/imports").status()).isEqualTo(401);
        with(adminToken, "DELETE", USERS + "/" + VIEWER);
        assertThat(with(adminToken, "DELETE", USERS + "/" + ADMIN).status()).isEqualTo(204);

        assertThat(get("/api/v1/imports").status()).isEqualTo(200);
        assertThat(code(send(request("/api/v1/imports")
                        .header("X-Forwarded-For", "192.0.2.9")
                        .build())))
                .isEqualTo("NO_ADMINISTRATOR");
    }

    @Test
    void the_first_user_is_an_administrator() throws Exception {
        jdbc.sql("DELETE FROM login_user").update();
        String viewer = "{\"name\": \"first\", \"password\": \"" + PASSWORD + "\", \"role\": \"VIEWER\"}";
        assertThat(code(add(viewer))).isEqualTo("FIRST_USER");
        assertThat(code(with("", "POST", "/api/v1/admin/tokens", "{\"name\": \"early\"}")))
                .isEqualTo("USER_REQUIRED");

        Answer made = add(viewer.replace(", \"role\": \"VIEWER\"", ""));
        assertThat(made.json().get("role").asString()).isEqualTo("ADMIN");
        assertThat(get("/api/v1/imports").status()).isEqualTo(401);
    }

    @Test
    void a_user_whom_there_is_not_is_told() throws Exception {
        assertThat(code(with(adminToken, "DELETE", USERS + "/nobody"))).isEqualTo("UNKNOWN_USER");
        assertThat(code(with(adminToken, "PUT", USERS + "/nobody/password", "{\"password\": \"" + PASSWORD + "\"}")))
                .isEqualTo("UNKNOWN_USER");
    }
}
