package io.dividendsomatic.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same contract on the database for real use; the server ends with the JVM, after the program. */
@ActiveProfiles("postgres")
@DirtiesContext
class ImportsOnPostgresTest extends ImportsApiTest {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void users_and_tokens_are_kept_there_too() throws Exception {
        String user = "{\"name\": \"maija\", \"password\": \"correct horse battery\", \"token\": \"laptop\"}";
        Answer made = send(request("/api/v1/admin/users")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(user))
                .build());
        assertThat(made.status()).isEqualTo(201);
        String token = "Bearer " + made.json().get("token").asString();

        assertThat(get("/api/v1/admin/tokens").status()).isEqualTo(401);
        for (int i = 0; i < 2; i++) {
            Answer tokens = send(request("/api/v1/admin/tokens")
                    .header("Authorization", token)
                    .build());
            assertThat(tokens.json().get(0).get("lastUsedOn").asString()).startsWith("20");
        }
        assertThat(send(request("/api/v1/admin/users/maija")
                                .header("Authorization", token)
                                .DELETE()
                                .build())
                        .status())
                .isEqualTo(204);
        assertThat(get("/api/v1/admin/tokens").json()).isEmpty();
    }
}
