package io.dividendsomatic.app.security;

import io.dividendsomatic.app.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** By what programs log in. */
@RestController
@RequestMapping("/api/v1/admin/tokens")
@Tag(name = "Administration")
class TokensController {
    private static final int LONGEST_DAYS = 36_500;

    private final Users users;
    private final Tokens tokens;
    private final Clock clock;

    TokensController(Users users, Tokens tokens, Clock clock) {
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A token to be. */
    record NewToken(
            @Nullable String name,

            @Schema(description = "Whose it is to be; without it, who asks") @Nullable
            String user,

            @Schema(description = "Days from now, as 90d, or the last day in UTC; never without it", example = "90d")
            @Nullable
            String expires) {}

    /** The one time that a token is told. */
    record MadeToken(String name, String user, @Nullable Instant expiresAt, String token) {
        @Override
        public String toString() {
            return "MadeToken[" + name + "]";
        }
    }

    @GetMapping
    @Operation(summary = "All tokens, without what they are")
    List<Tokens.Token> all() {
        return tokens.all();
    }

    @PostMapping
    @Operation(summary = "Makes a token, which is told this once", description = "It may do what its user may.")
    ResponseEntity<MadeToken> create(@RequestBody NewToken asked, @Nullable Principal who) {
        User user = asked.user() == null ? asker(who) : users.one(asked.user());
        Instant expiresAt = asked.expires() == null ? null : expiry(asked.expires());
        String name = asked.name() == null ? "" : asked.name();
        String token = tokens.create(name, user, expiresAt);
        return ResponseEntity.created(URI.create("/api/v1/admin/tokens/" + name))
                .body(new MadeToken(name, user.name(), expiresAt, token));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Makes a token worth nothing")
    void revoke(@PathVariable String name) {
        tokens.revoke(name);
    }

    private User asker(@Nullable Principal who) {
        List<User> all = users.all();
        return all.stream()
                .filter(user -> all.size() == 1 || (who != null && user.name().equals(who.getName())))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.CONFLICT,
                        "USER_REQUIRED",
                        all.isEmpty()
                                ? "A token belongs to a user, and there is none yet"
                                : "Say whose the token is to be"));
    }

    private Instant expiry(String asked) {
        Instant at = null;
        try {
            at = asked.matches("\\d{1,5}d")
                    ? clock.instant().plus(Duration.ofDays(Long.parseLong(asked.substring(0, asked.length() - 1))))
                    : LocalDate.parse(asked).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // told below, as a day that is over is
        }
        Instant now = clock.instant();
        if (at == null || !at.isAfter(now) || at.isAfter(now.plus(Duration.ofDays(LONGEST_DAYS)))) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "BAD_PARAMETER",
                    "expires: '" + asked
                            + "' is neither days from now, such as 90d, nor a day to come, such as 2031-12-31");
        }
        return at;
    }
}
