package io.dividendsomatic.app.security;

import io.dividendsomatic.app.web.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By what programs log in: 256 random bits, of which only the SHA-256 is kept. A hash that is slow has no use where there
 * is nothing to guess.
 */
@Component
class Tokens {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,59}");
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** By which people, and programs that look for secrets in wrong places, know what it is. */
    private static final String PREFIX = "dividendsomatic_";

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is known of a token.
     *
     * @param lastUsedOn in UTC; a day is enough to find those that nobody uses
     * @param expiresAt absent for never
     */
    record Token(
            String name,
            String user,
            Instant createdAt,
            @Nullable LocalDate lastUsedOn,
            @Nullable Instant expiresAt) {}

    List<Token> all() {
        return jdbc.sql("SELECT name, user_name, created_at, last_used_on, expires_at FROM login_token ORDER BY name")
                .query(Tokens::token)
                .list();
    }

    /** Returns the token itself, which cannot be told again. Throws ApiProblem for a name that is there or cannot be. */
    String create(String name, User user, @Nullable Instant expiresAt) {
        if (!NAME.matcher(name).matches()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_NAME",
                    "A name has 1 to 60 letters, digits and . _ @ - and begins with a letter or a digit");
        }
        String token = fresh();
        try {
            jdbc.sql("INSERT INTO login_token (name, user_name, sha256, created_at, expires_at)"
                            + " VALUES (:name, :user, :sha256, :at, :expires)")
                    .param("name", name)
                    .param("user", user.name())
                    .param("sha256", sha256(token))
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("expires", expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ApiProblem(HttpStatus.CONFLICT, "TOKEN_EXISTS", "There is a token " + name + " already");
        }
        return token;
    }

    /** A new one, which nobody has yet. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Throws ApiProblem for a name that there is not. */
    void revoke(String name) {
        int revoked = jdbc.sql("DELETE FROM login_token WHERE name = :name")
                .param("name", name)
                .update();
        if (revoked == 0) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_TOKEN", "There is no token " + name);
        }
    }

    /** Whose a token is, if it counts now; the day of it is kept. */
    Optional<User> userOf(String token) {
        String sha256 = sha256(token);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Optional<Found> found = jdbc.sql("SELECT t.name AS token_name, t.sha256, t.last_used_on, t.expires_at,"
                        + " u.name, u.role, u.password, u.stamp, u.created_at"
                        + " FROM login_token t JOIN login_user u ON u.name = t.user_name WHERE t.sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, number) -> new Found(
                        row.getString("token_name"),
                        row.getString("sha256"),
                        row.getObject("last_used_on", LocalDate.class),
                        instant(row, "expires_at"),
                        Users.user(row, number)))
                .optional()
                .filter(one -> same(one.sha256(), sha256))
                .filter(one -> one.expiresAt() == null || now.isBefore(one.expiresAt()));
        found.filter(one -> !today.equals(one.lastUsedOn())).ifPresent(one -> used(one.name(), today));
        return found.map(Found::user);
    }

    private record Found(
            String name,
            String sha256,
            @Nullable LocalDate lastUsedOn,
            @Nullable Instant expiresAt,
            User user) {}

    private void used(String name, LocalDate today) {
        jdbc.sql("UPDATE login_token SET last_used_on = :today WHERE name = :name")
                .param("today", today)
                .param("name", name)
                .update();
    }

    /** In a time that does not tell how much of them is the same. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getString("name"),
                row.getString("user_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_used_on", LocalDate.class),
                instant(row, "expires_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
