package io.dividendsomatic.app.cli;

import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Has the program hold what it keeps against itself. */
@Command(name = "verify", description = "Holds archive, events and read models against each other.")
final class VerifyCommand extends ProgramCommand {

    @Override
    int ask(Connection program) {
        JsonNode found = program.post("/api/v1/admin/verify").done();
        out().println(found.toPrettyString());
        return found.path("holds").asBoolean(false) ? CommandLineProgram.DONE : CommandLineProgram.REFUSED;
    }
}
