package io.dividendsomatic.app.security;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Logs people in by name and password. */
@Component
class PasswordLogin implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordLogin.class);

    private final Users users;
    private final Passwords passwords;
    private final Tries tries;

    PasswordLogin(Users users, Passwords passwords, Tries tries) {
        this.users = users;
        this.passwords = passwords;
        this.tries = tries;
    }

    /** What a session remembers; it is held against the user at every request. */
    record LoggedIn(String name, String stamp) implements AuthenticatedPrincipal, Serializable {
        @Override
        public String getName() {
            return name;
        }

        boolean isStill(User user) {
            return user.stamp().equals(stamp);
        }
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        tries.begin(name, address);
        Optional<User> user = users.find(name);
        if (!passwords.match(String.valueOf(asked.getCredentials()), user)) {
            // Not the name: some type their password there.
            LOG.warn("A log-in from {} failed", address);
            throw new BadCredentialsException("There is no such user, or the password is another one");
        }
        tries.succeeded(name, address);
        return of(user.orElseThrow());
    }

    static Authentication of(User user) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new LoggedIn(user.name(), user.stamp()),
                null,
                List.of(user.role().authority()));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
