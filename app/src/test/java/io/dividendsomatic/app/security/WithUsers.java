package io.dividendsomatic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.ingestion.source.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shared program with an administrator and a viewer, who are gone afterwards: then it is open again. */
abstract class WithUsers extends RunningProgram {
    static final String ADMIN = "maija";
    static final String VIEWER = "ville";
    static final String PASSWORD = "correct horse battery";
    private static @Nullable Secret hashed;
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    Users users;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    Tokens tokens;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    Passwords passwords;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    JdbcClient jdbc;

    String adminToken = "";
    String viewerToken = "";

    @BeforeEach
    void somebody_can_log_in() {
        adminToken = tokens.create("of-admin", user(ADMIN, Role.ADMIN), null);
        viewerToken = tokens.create("of-viewer", user(VIEWER, Role.VIEWER), null);
    }

    /** With {@link #PASSWORD}, which is hashed once: that is slow, which is its purpose. */
    User user(String name, Role role) {
        Secret kept = hashed == null ? passwords.hashed("nobody", PASSWORD) : hashed;
        hashed = kept;
        jdbc.sql("INSERT INTO login_user (name, role, password, stamp, created_at)"
                        + " VALUES (:name, :role, :password, :stamp, CURRENT_TIMESTAMP)")
                .param("name", name)
                .param("role", role.name())
                .param("password", kept.reveal())
                .param("stamp", UUID.randomUUID().toString())
                .update();
        return users.one(name);
    }

    @AfterEach
    void nobody_can_log_in() {
        jdbc.sql("DELETE FROM login_user").update();
    }

    Answer with(String token, String method, String path) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build());
    }

    Answer with(String token, String method, String path, String json) throws IOException, InterruptedException {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    static String code(Answer answer) {
        return answer.json().path("code").asString("");
    }

    static String cookie(Answer answer, String name) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .reduce((first, last) -> last)
                .orElse("");
    }

    /** A browser with its cookies, which follows no redirects. */
    final class Browser {
        private final Map<String, String> cookies = new TreeMap<>();
        private final int door;

        Browser() {
            this(port());
        }

        Browser(int door) {
            this.door = door;
        }

        HttpRequest.Builder asks(String path) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost:" + door + path));
            if (!cookies.isEmpty()) {
                builder.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            return builder;
        }

        Answer sends(HttpRequest request) throws IOException, InterruptedException {
            Answer answer = send(request);
            answer.response().headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        }

        private void keep(String cookie) {
            String[] named = cookie.split(";", 2)[0].split("=", 2);
            if (named[1].isEmpty()) {
                cookies.remove(named[0]);
            } else {
                cookies.put(named[0], named[1]);
            }
        }

        Answer opens(String path) throws IOException, InterruptedException {
            return sends(asks(path).build());
        }

        @Nullable
        String session() {
            return cookies.get("dividendsomatic");
        }

        void has(String session) {
            cookies.put("dividendsomatic", session);
        }

        /** Sends a form with the token of a page that was opened before; {@code null} for none. */
        Answer sendsForm(String path, @Nullable String token, String... fields)
                throws IOException, InterruptedException {
            StringBuilder body = new StringBuilder(token == null ? "" : "_csrf=" + encoded(token));
            for (int i = 0; i < fields.length; i += 2) {
                body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
            }
            return sends(asks(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body.toString()))
                    .build());
        }

        String formToken(String path) throws IOException, InterruptedException {
            String page = opens(path).text();
            return FORM_TOKEN
                    .matcher(page)
                    .results()
                    .findFirst()
                    .map((MatchResult found) -> found.group(1))
                    .orElseThrow(() -> new AssertionError("no token in a form of " + path + ": " + page));
        }

        Answer logsIn(String name, String password) throws IOException, InterruptedException {
            return sendsForm("/login", formToken("/login"), "username", name, "password", password);
        }

        Browser loggedIn(String name) throws IOException, InterruptedException {
            assertThat(logsIn(name, PASSWORD).header("Location")).isEqualTo("/");
            return this;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
