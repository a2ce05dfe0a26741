package io.dividendsomatic.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks all paths that the program has, so that a new one cannot be forgotten. */
class EveryPathTest extends WithUsers {
    /** Where a viewer does something: how the pages are shown to that person. */
    private static final Set<String> VIEWERS_OWN = Set.of("POST /preferences");

    private static final Set<String> OPEN = Set.of("GET /login", "POST /preferences");
    private static final Set<String> SECRET =
            Set.of("GET /api/v1/admin/backup", "GET /api/v1/admin/users", "GET /api/v1/admin/tokens");

    /** It goes on until the listener leaves. */
    private static final String ENDLESS = "GET /imports/live";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    @SuppressWarnings("NullAway.Init") // Spring sets it
    private RequestMappingHandlerMapping mappings;

    private List<String> paths(boolean reading) {
        List<String> found = new ArrayList<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                if ((method == RequestMethod.GET || method == RequestMethod.HEAD) == reading) {
                    mapping.getPatternValues().forEach(path -> found.add(method + " " + path));
                }
            }
        });
        found.remove(ENDLESS);
        return found.stream().distinct().sorted().toList();
    }

    private Answer ask(String path, String token) throws Exception {
        String[] words = path.replaceAll("\\{[^}]+}", "x").split(" ", 2);
        return token.isEmpty()
                ? send(request(words[1])
                        .method(words[0], java.net.http.HttpRequest.BodyPublishers.noBody())
                        .build())
                : with(token, words[0], words[1]);
    }

    @Test
    void a_viewer_changes_nothing() throws Exception {
        List<String> changing = paths(false);
        assertThat(changing)
                .hasSizeGreaterThan(15)
                .contains("POST /api/v1/imports", "POST /upload", "DELETE /api/v1/admin/users/{name}");

        for (String path : changing) {
            if (!VIEWERS_OWN.contains(path)) {
                Answer answer = ask(path, viewerToken);
                assertThat(answer.status()).as(path).isEqualTo(403);
                assertThat(answer.text()).as(path).contains("ADMIN_ONLY");
            }
        }
    }

    @Test
    void a_viewer_reads_everything_but_what_is_secret() throws Exception {
        for (String path : paths(true)) {
            int status = ask(path, viewerToken).status();
            if (SECRET.contains(path)) {
                assertThat(status).as(path).isEqualTo(403);
            } else {
                assertThat(status).as(path).isNotIn(401, 403);
            }
        }
    }

    @Test
    void nobody_else_is_answered_anything() throws Exception {
        List<String> all = new ArrayList<>(paths(true));
        all.addAll(paths(false));
        for (String path : all) {
            if (!OPEN.contains(path)) {
                Answer answer = ask(path, "");
                if (path.contains(" /api/") || path.contains(" /v3/") || path.contains(" /actuator/")) {
                    assertThat(answer.status()).as(path).isEqualTo(401);
                } else {
                    assertThat(answer.header("Location")).as(path).startsWith("/login");
                }
            }
        }
        assertThat(get("/swagger-ui/index.html").header("Location")).startsWith("/login");
        assertThat(get("/imports/live").header("Location")).startsWith("/login");
    }

    @Test
    void an_administrator_is_refused_nowhere() throws Exception {
        for (String path : paths(true)) {
            assertThat(ask(path, adminToken).status()).as(path).isNotIn(401, 403);
        }
    }
}
