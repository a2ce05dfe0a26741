package io.dividendsomatic.app.security;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a user may do. */
public enum Role {
    /** Reads figures, files and how the program is. */
    VIEWER,
    /** Also imports, takes back, decides, polls, rebuilds, backs up, and says who may log in. */
    ADMIN;

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }
}
