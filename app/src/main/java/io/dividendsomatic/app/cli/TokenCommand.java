package io.dividendsomatic.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says by which tokens programs log in. */
@Command(
        name = "token",
        description = "Says by which tokens programs log in: token create, list, revoke.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenCommand.Create.class, TokenCommand.All.class, TokenCommand.Revoke.class})
final class TokenCommand {
    private static final String TOKENS = "/api/v1/admin/tokens";

    @Command(name = "create", description = "Makes a token, and prints it this once.")
    static final class Create extends ProgramCommand {
        @Parameters(paramLabel = "NAME", description = "By which it is listed and revoked")
        private String name = "";

        @Option(
                names = "--user",
                paramLabel = "USER",
                description = "Whose it is to be; else whose token asks, or the only user")
        private @Nullable String user;

        @Option(
                names = "--expires",
                paramLabel = "WHEN",
                description = "After days, as 90d, or a last day in UTC, as 2031-12-31; never without it")
        private @Nullable String expires;

        @Override
        int ask(Connection program) {
            ObjectNode token = Connection.object().put("name", name);
            if (user != null) {
                token.put("user", user);
            }
            if (expires != null) {
                token.put("expires", expires);
            }
            out().println(program.post(TOKENS, token).done().path("token").asString(""));
            return CommandLineProgram.DONE;
        }
    }

    @Command(name = "list", description = "Lists the tokens, without what they are.")
    static final class All extends ProgramCommand {
        @Override
        int ask(Connection program) {
            for (JsonNode token : program.get(TOKENS).done()) {
                out().println("%s of %s, created %s, last used %s, expires %s"
                        .formatted(
                                token.path("name").asString(""),
                                token.path("user").asString(""),
                                token.path("createdAt").asString(""),
                                token.path("lastUsedOn").asString("never"),
                                token.path("expiresAt").asString("never")));
            }
            return CommandLineProgram.DONE;
        }
    }

    @Command(name = "revoke", description = "Makes a token worth nothing.")
    static final class Revoke extends ProgramCommand {
        @Parameters(paramLabel = "NAME", description = "Which one")
        private String name = "";

        @Override
        int ask(Connection program) {
            program.delete(TOKENS + "/{name}", name).done();
            return CommandLineProgram.DONE;
        }
    }
}
