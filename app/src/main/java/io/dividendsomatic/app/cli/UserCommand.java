package io.dividendsomatic.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says who may log in. */
@Command(
        name = "user",
        description = "Says who may log in: user add, list, remove, password.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.Add.class,
            UserCommand.Everybody.class,
            UserCommand.Remove.class,
            UserCommand.Change.class
        })
final class UserCommand {
    private static final String USERS = "/api/v1/admin/users";

    /** What the program knows by these names. */
    enum Role {
        ADMIN,
        VIEWER
    }

    @Command(
            name = "add",
            description = "Makes a user; from the first one on, who is an administrator, everybody has to log in.")
    static final class Add extends ProgramCommand {
        @Parameters(paramLabel = "NAME", description = "By which the user logs in")
        private String name = "";

        @Option(
                names = "--role",
                description = "${COMPLETION-CANDIDATES}; without it the first is ADMIN, others VIEWER")
        private @Nullable Role role;

        @Option(
                names = "--token",
                paramLabel = "TOKEN",
                description = "Also make a token of that name, and print it this once")
        private @Nullable String token;

        @ArgGroup
        private PasswordSource source = new PasswordSource();

        private String password = "";

        @Override
        void prepare() throws IOException {
            password = source.read(name);
        }

        @Override
        int ask(Connection program) {
            ObjectNode user = Connection.object().put("name", name).put("password", password);
            if (role != null) {
                user.put("role", role.name());
            }
            if (token != null) {
                user.put("token", token);
            }
            JsonNode made = program.post(USERS, user).done();
            if (token != null) {
                out().println(made.path("token").asString(""));
            } else {
                out().println(made.path("name").asString("") + " "
                        + made.path("role").asString(""));
            }
            return CommandLineProgram.DONE;
        }
    }

    @Command(name = "list", description = "Lists the users.")
    static final class Everybody extends ProgramCommand {
        @Override
        int ask(Connection program) {
            for (JsonNode user : program.get(USERS).done()) {
                out().println("%s %s since %s"
                        .formatted(
                                user.path("name").asString(""),
                                user.path("role").asString(""),
                                user.path("createdAt").asString("")));
            }
            return CommandLineProgram.DONE;
        }
    }

    @Command(name = "remove", description = "Removes a user, with tokens and sessions.")
    static final class Remove extends ProgramCommand {
        @Parameters(paramLabel = "NAME", description = "Who is to go")
        private String name = "";

        @Override
        int ask(Connection program) {
            program.delete(USERS + "/{name}", name).done();
            return CommandLineProgram.DONE;
        }
    }

    @Command(name = "password", description = "Gives a user another password, and ends the user's sessions.")
    static final class Change extends ProgramCommand {
        @Parameters(paramLabel = "NAME", description = "Whose it is")
        private String name = "";

        @ArgGroup
        private PasswordSource source = new PasswordSource();

        private String password = "";

        @Override
        void prepare() throws IOException {
            password = source.read(name);
        }

        @Override
        int ask(Connection program) {
            ObjectNode change = Connection.object().put("password", password);
            program.put(USERS + "/{name}/password", name, change).done();
            return CommandLineProgram.DONE;
        }
    }
}
