package io.dividendsomatic.app.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may log in. */
@RestController
@RequestMapping("/api/v1/admin/users")
@Tag(name = "Administration")
class UsersController {
    private final Users users;
    private final Tokens tokens;

    UsersController(Users users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    /** A user as an administrator sees it. */
    record UserLine(String name, Role role, Instant createdAt) {
        static UserLine of(User user) {
            return new UserLine(user.name(), user.role(), user.createdAt());
        }
    }

    /** A user to be; does not show the password. */
    record NewUser(
            @Nullable String name,
            @Nullable String password,
            @Nullable Role role,

            @Schema(description = "The name of a token that is to be made with the user") @Nullable
            String token) {
        @Override
        public String toString() {
            return "NewUser[" + name + "]";
        }
    }

    /** A user who was made; a token is told this once. */
    record MadeUser(
            String name,
            Role role,
            Instant createdAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String token) {
        @Override
        public String toString() {
            return "MadeUser[" + name + "]";
        }
    }

    /** Does not show itself. */
    record NewPassword(@Nullable String password) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    @GetMapping
    @Operation(summary = "Everybody who may log in")
    List<UserLine> all() {
        return users.all().stream().map(UserLine::of).toList();
    }

    @PostMapping
    @Operation(summary = "Makes a user", description = """
                    The first one is an administrator, and from then on everybody has to log in. Without a role, every \
                    other is a viewer. With the name of a token, makes that too: the way to the first one while the \
                    program runs.""")
    @Transactional
    ResponseEntity<MadeUser> add(@RequestBody NewUser asked) {
        User user = users.add(text(asked.name()), text(asked.password()), asked.role());
        String token = asked.token() == null ? null : tokens.create(asked.token(), user, null);
        return ResponseEntity.created(URI.create("/api/v1/admin/users/" + user.name()))
                .body(new MadeUser(user.name(), user.role(), user.createdAt(), token));
    }

    @PutMapping("/{name}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives a user another password, and ends the user's sessions")
    void changePassword(@PathVariable String name, @RequestBody NewPassword asked) {
        users.changePassword(name, text(asked.password()));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a user with the user's tokens and sessions", description = """
                    The last administrator stays while there are others. Without any user the program is open to its \
                    own machine again, and closed to every other.""")
    void remove(@PathVariable String name) {
        users.remove(name);
    }

    private static String text(@Nullable String asked) {
        return asked == null ? "" : asked;
    }
}
