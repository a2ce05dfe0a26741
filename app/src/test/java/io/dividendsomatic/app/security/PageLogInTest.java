package io.dividendsomatic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** People log in at a page. */
class PageLogInTest extends WithUsers {
    @Autowired
    @SuppressWarnings("NullAway.Init") // Spring sets it
    private WebServerApplicationContext program;

    private static final String WRONG = "a wrong password, seen nowhere";

    @Test
    void a_page_leads_to_the_log_in_and_back() throws Exception {
        Browser browser = new Browser();
        Answer refused = browser.opens("/holdings?asOf=2026-01-30&q=a%26b");
        String login = refused.header("Location");
        assertThat(refused.status()).isEqualTo(302);
        assertThat(login).isEqualTo("/login?back=%2Fholdings%3FasOf%3D2026-01-30%26q%3Da%2526b");
        assertThat(browser.session()).as("no session before it is needed").isNull();
        assertThat(browser.opens(login).text()).contains("value=\"/holdings?asOf=2026-01-30&amp;q=a%26b\"");

        Answer done = browser.sendsForm(
                "/login",
                browser.formToken("/login"),
                "username",
                VIEWER,
                "password",
                PASSWORD,
                "back",
                "/holdings?asOf=2026-01-30&q=a%26b");
        assertThat(done.header("Location")).isEqualTo("/holdings?asOf=2026-01-30&q=a%26b");
        Answer page = browser.opens("/holdings");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(">" + VIEWER + "<", "action=\"/logout\"");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(browser.opens("/login").header("Location")).isEqualTo("/");
        assertThat(browser.opens("/api/v1/imports").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"})
    void it_leads_to_no_other_site(String back) throws Exception {
        Browser browser = new Browser();
        String token = browser.formToken("/login");

        assertThat(browser.sendsForm("/login", token, "username", VIEWER, "password", PASSWORD, "back", back)
                        .header("Location"))
                .isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"en,Log in", "fi,Kirjaudu sisään", "sv,Logga in"})
    void it_speaks_every_language_and_tells_nothing(String language, String words) throws Exception {
        Answer page =
                send(request("/login").header("Cookie", "language=" + language).build());

        assertThat(page.text())
                .contains("lang=\"" + language + "\"", words, "autocomplete=\"current-password\"", "name=\"_csrf\"")
                .doesNotContain("ibkr:", "lynx:", "/administration", "style=", "<script>");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_of_other_sites() throws Exception {
        Browser browser = new Browser();
        assertThat(cookie(browser.opens("/login"), "dividendsomatic-form")).contains("HttpOnly", "SameSite=Strict");

        assertThat(cookie(browser.logsIn(ADMIN, PASSWORD), "dividendsomatic"))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void over_tls_the_cookies_go_over_tls_only() throws Exception {
        try (SecondDoor door = new SecondDoor(program, "127.0.0.1", true)) {
            Browser browser = new Browser(door.port());

            assertThat(cookie(browser.opens("/login"), "dividendsomatic-form")).contains("; Secure");
            assertThat(cookie(browser.logsIn(ADMIN, PASSWORD), "dividendsomatic"))
                    .contains("; Secure", "HttpOnly");
        }
    }

    @Test
    void who_may_only_read_sees_nothing_to_press_that_changes_anything() throws Exception {
        Browser viewer = new Browser().loggedIn(VIEWER);
        Browser admin = new Browser().loggedIn(ADMIN);

        assertThat(admin.opens("/administration").text()).contains("action=\"/administration/rebuild\"");
        assertThat(admin.opens("/imports").text()).contains("action=\"/upload\"");
        assertThat(viewer.opens("/administration").text())
                .contains("action=\"/preferences\"")
                .doesNotContain("action=\"/administration/");
        assertThat(viewer.opens("/imports").text()).doesNotContain("action=\"/upload\"");
    }

    @Test
    void a_session_from_before_the_log_in_is_worth_nothing_after_it() throws Exception {
        Browser browser = new Browser().loggedIn(VIEWER);
        String before = String.valueOf(browser.session());
        assertThat(browser.opens("/holdings").status()).isEqualTo(200);

        String token = browser.formToken("/holdings");
        browser.sendsForm("/login", token, "username", ADMIN, "password", PASSWORD);

        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.opens("/holdings").text()).contains(">" + ADMIN + "<");
        Browser other = new Browser();
        other.has(before);
        assertThat(other.opens("/holdings").header("Location")).startsWith("/login");
        other.has("0123456789ABCDEF0123456789ABCDEF");
        other.logsIn(ADMIN, PASSWORD);
        assertThat(other.session()).isNotEqualTo("0123456789ABCDEF0123456789ABCDEF");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_wrong_password_is_refused_and_stands_nowhere(CapturedOutput output) throws Exception {
        Browser browser = new Browser();
        Answer failed = browser.logsIn(ADMIN, WRONG);
        assertThat(failed.header("Location")).isEqualTo("/login?told=failed&back=%2F");
        assertThat(browser.session()).isNull();
        assertThat(browser.opens(failed.header("Location")).text()).contains("role=\"alert\"", "not right");
        assertThat(browser.logsIn(WRONG, PASSWORD).header("Location"))
                .as("as for a name that there is not")
                .isEqualTo(failed.header("Location"));

        assertThat(output).contains("A log-in from 127.0.0.1 failed").doesNotContain(WRONG, PASSWORD);
    }

    @Test
    void who_guesses_has_to_wait() throws Exception {
        Browser browser = new Browser();
        user("guessed", Role.VIEWER);
        for (int i = 0; i < Tries.FREE; i++) {
            assertThat(browser.logsIn("guessed", "guess number " + i).header("Location"))
                    .contains("told=failed");
        }
        Answer soon = browser.logsIn("guessed", PASSWORD);

        assertThat(soon.header("Location")).startsWith("/login?told=wait&wait=");
        assertThat(browser.opens(soon.header("Location")).text()).contains("Too many tries");
        assertThat(new Browser().logsIn(ADMIN, PASSWORD).header("Location"))
                .as("others are not kept waiting")
                .isEqualTo("/");
    }

    @Test
    void a_form_without_its_token_does_nothing() throws Exception {
        Browser browser = new Browser();
        browser.opens("/login");
        Answer refused = browser.sendsForm("/login", null, "username", ADMIN, "password", PASSWORD);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("CSRF", "<main");
        assertThat(browser.session()).isNull();
        assertThat(browser.sendsForm("/preferences", null, "language", "fi").status())
                .isEqualTo(403);

        browser.loggedIn(ADMIN);
        String ofAnother = new Browser().formToken("/login");
        for (String path : new String[] {"/administration/poll", "/preferences", "/logout", "/upload"}) {
            assertThat(browser.sendsForm(path, null, "source", "inbox").status())
                    .as(path)
                    .isEqualTo(403);
            assertThat(browser.sendsForm(path, ofAnother, "source", "inbox").status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(code(browser.sends(browser.asks("/api/v1/admin/verify")
                        .POST(BodyPublishers.noBody())
                        .build())))
                .isEqualTo("CSRF");
        assertThat(browser.opens("/holdings").status()).as("still logged in").isEqualTo(200);
    }

    @Test
    void a_form_or_a_script_of_a_page_does_what_it_says() throws Exception {
        Browser browser = new Browser().loggedIn(ADMIN);
        String token = browser.formToken("/administration");

        assertThat(browser.sendsForm("/administration/poll", token, "source", "inbox")
                        .header("Location"))
                .isEqualTo("/administration");
        assertThat(browser.sends(browser.asks("/upload")
                                .header("Content-Type", "multipart/form-data; boundary=b")
                                .POST(BodyPublishers.ofString(
                                        "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                                                + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"of-form.csv\"\r\n\r\nno statement"
                                                + "\r\n--b--\r\n"))
                                .build())
                        .header("Location"))
                .startsWith("/imports?uploaded=");
        assertThat(browser.sends(browser.asks("/api/v1/imports")
                                .header("X-CSRF-TOKEN", token)
                                .POST(BodyPublishers.noBody())
                                .build())
                        .status())
                .isEqualTo(415);
        assertThat(browser.opens("/imports").text()).contains("<meta name=\"csrf\" content=");
    }

    @Test
    void another_site_does_nothing_even_with_session_and_token() throws Exception {
        Browser browser = new Browser().loggedIn(ADMIN);
        String token = browser.formToken("/administration");

        for (String[] header : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            Answer answer = browser.sends(browser.asks("/api/v1/admin/verify")
                    .header("X-CSRF-TOKEN", token)
                    .header(header[0], header[1])
                    .POST(BodyPublishers.noBody())
                    .build());
            assertThat(code(answer)).as(header[1]).isEqualTo("CROSS_SITE");
        }
    }

    /** Else a page of another site could leave out the form's token by sending a worthless one in its place. */
    @Test
    void a_worthless_token_is_not_made_good_by_a_session() throws Exception {
        Browser browser = new Browser().loggedIn(ADMIN);

        Answer answer = browser.sends(browser.asks("/api/v1/imports")
                .header("Authorization", "Bearer worthless")
                .build());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("BAD_TOKEN");
    }

    @Test
    void after_the_log_out_the_session_is_worth_nothing() throws Exception {
        Browser browser = new Browser().loggedIn(ADMIN);
        String session = String.valueOf(browser.session());

        Answer out = browser.sendsForm("/logout", browser.formToken("/holdings"));
        assertThat(out.header("Location")).isEqualTo("/login?told=out");
        assertThat(browser.opens("/login?told=out").text()).contains("You have logged out");
        Browser other = new Browser();
        other.has(session);
        assertThat(other.opens("/holdings").header("Location")).startsWith("/login");
    }

    @Test
    void another_password_or_the_end_of_a_user_ends_the_sessions() throws Exception {
        Browser viewer = new Browser().loggedIn(VIEWER);
        assertThat(with(
                                adminToken,
                                "PUT",
                                "/api/v1/admin/users/" + VIEWER + "/password",
                                "{\"password\": \"another long one\"}")
                        .status())
                .isEqualTo(204);
        assertThat(viewer.opens("/holdings").header("Location")).startsWith("/login");
        assertThat(viewer.logsIn(VIEWER, PASSWORD).header("Location")).contains("told=failed");
        assertThat(viewer.logsIn(VIEWER, "another long one").header("Location")).isEqualTo("/");

        users.remove(VIEWER);
        assertThat(viewer.opens("/holdings").header("Location")).startsWith("/login");
    }

    @Test
    void a_viewer_who_presses_a_button_of_administrators_is_told_so() throws Exception {
        Browser viewer = new Browser().loggedIn(VIEWER);

        Answer refused =
                viewer.sendsForm("/administration/poll", viewer.formToken("/administration"), "source", "inbox");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("Only an administrator", "ADMIN_ONLY", "<main");
    }

    @Test
    void a_part_of_a_page_that_comes_after_the_session_ended_leads_to_the_log_in() throws Exception {
        Answer answer = send(request("/holdings?q=x")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost:" + port() + "/holdings?asOf=2026-01-30")
                .build());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/login?back=%2Fholdings%3FasOf%3D2026-01-30");
    }

    /** Thymeleaf puts the token into forms whose address it writes. */
    @Test
    void every_form_that_posts_has_a_token() throws Exception {
        Pattern form = Pattern.compile("<form[^>]*method=\"post\"[^>]*>");
        List<String> forms = new ArrayList<>();
        try (DirectoryStream<Path> pages = Files.newDirectoryStream(Path.of("src/main/resources/templates"))) {
            for (Path page : pages) {
                form.matcher(Files.readString(page)).results().forEach(found -> forms.add(found.group()));
            }
        }
        assertThat(forms).hasSizeGreaterThan(4).allMatch(one -> one.contains("th:action=\"@{"));
    }
}
