package io.dividendsomatic.app.security;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.ingestion.source.Secret;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** How passwords are kept: hashed by bcrypt, or by whatever stands in braces before an older hash. */
@Component
class Passwords {
    private static final int FEWEST_CHARACTERS = 12;

    /** Bcrypt looks at no more. */
    private static final int MOST_BYTES = 72;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private @Nullable Secret nobodys;

    /** Throws ApiProblem for a password that is too short, too long or the name. */
    Secret hashed(String name, String password) {
        String plain = composed(password);
        if (plain.length() < FEWEST_CHARACTERS
                || plain.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                || plain.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_PASSWORD",
                    "A password has at least %d characters and at most %d bytes, and is not the name"
                            .formatted(FEWEST_CHARACTERS, MOST_BYTES));
        }
        return Secret.of(String.valueOf(encoder.encode(plain)));
    }

    /** Takes as long for a user whom there is not. */
    boolean match(String password, Optional<User> user) {
        Secret nobody = nobodys();
        Secret kept = user.map(User::password).orElse(nobody);
        return encoder.matches(composed(password), kept.reveal()) && user.isPresent();
    }

    /** Made when it is first needed: hashing is slow, which is its purpose. */
    private synchronized Secret nobodys() {
        Secret made = nobodys;
        if (made == null) {
            made = Secret.of(String.valueOf(encoder.encode(UUID.randomUUID().toString())));
            nobodys = made;
        }
        return made;
    }

    /** Some keyboards compose a letter and its accent, others leave them two. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
