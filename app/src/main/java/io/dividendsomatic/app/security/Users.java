package io.dividendsomatic.app.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may log in. */
@Component
class Users {
    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is any; asked anew each time, because another node or a command may have made one. */
    boolean exist() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM login_user)")
                .query(Boolean.class)
                .single();
    }
}
