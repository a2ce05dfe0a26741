package io.dividendsomatic.app.security;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.ingestion.source.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may log in. The first user is an administrator. While there are others, the last administrator cannot be removed,
 * because nobody could make another one; when the last user of all is removed, the program is open to this machine again.
 */
@Component
class Users {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,59}");
    private static final String SELECT = "SELECT name, role, password, stamp, created_at FROM login_user";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Clock clock;

    Users(JdbcClient jdbc, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Whether there is any; asked anew each time, because another node or a command may have made one. */
    boolean exist() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM login_user)")
                .query(Boolean.class)
                .single();
    }

    List<User> all() {
        return jdbc.sql(SELECT + " ORDER BY name").query(Users::user).list();
    }

    Optional<User> find(String name) {
        return jdbc.sql(SELECT + " WHERE name = :name")
                .param("name", name)
                .query(Users::user)
                .optional();
    }

    /** Throws ApiProblem for a name that there is not. */
    User one(String name) {
        return find(name)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_USER", "There is no user " + name));
    }

    /**
     * Without a role, the first user is an administrator and every other a viewer. Throws ApiProblem for a name or a
     * password that cannot be, a name that is there, or a viewer as the first.
     */
    User add(String name, String password, @Nullable Role asked) {
        if (!NAME.matcher(name).matches()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_NAME",
                    "A name has 1 to 60 letters, digits and . _ @ - and begins with a letter or a digit");
        }
        boolean first = !exist();
        if (first && asked == Role.VIEWER) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "FIRST_USER", "The first user is an administrator, who can make others");
        }
        Role role = asked != null ? asked : first ? Role.ADMIN : Role.VIEWER;
        User user = new User(name, role, passwords.hashed(name, password), stamp(), clock.instant());
        try {
            jdbc.sql("INSERT INTO login_user (name, role, password, stamp, created_at)"
                            + " VALUES (:name, :role, :password, :stamp, :at)")
                    .param("name", name)
                    .param("role", role.name())
                    .param("password", user.password().reveal())
                    .param("stamp", user.stamp())
                    .param("at", user.createdAt().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ApiProblem(HttpStatus.CONFLICT, "USER_EXISTS", "There is a user " + name + " already");
        }
        return user;
    }

    /** Also ends the sessions of this user; tokens stay. */
    void changePassword(String name, String password) {
        User user = one(name);
        jdbc.sql("UPDATE login_user SET password = :password, stamp = :stamp WHERE name = :name")
                .param("password", passwords.hashed(user.name(), password).reveal())
                .param("stamp", stamp())
                .param("name", user.name())
                .update();
    }

    /** With the user's tokens and sessions. */
    @Transactional
    void remove(String name) {
        // Holds the administrators, so that of two who are removed at once one is found to be the last.
        List<String> administrators = jdbc.sql("SELECT name FROM login_user WHERE role = :role FOR UPDATE")
                .param("role", Role.ADMIN.name())
                .query((row, number) -> row.getString("name"))
                .list();
        User user = one(name);
        boolean others = all().size() > 1;
        if (administrators.equals(List.of(user.name())) && others) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "LAST_ADMINISTRATOR",
                    name + " is the last administrator: make another one, or remove the other users first");
        }
        jdbc.sql("DELETE FROM login_user WHERE name = :name")
                .param("name", user.name())
                .update();
    }

    private static String stamp() {
        return UUID.randomUUID().toString();
    }

    static User user(ResultSet row, int number) throws SQLException {
        return new User(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Secret.of(row.getString("password")),
                row.getString("stamp"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
