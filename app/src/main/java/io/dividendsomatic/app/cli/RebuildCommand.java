package io.dividendsomatic.app.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Builds a read model again from the first event, and takes it. */
@Command(name = "rebuild", description = "Builds a read model again from the first event.")
final class RebuildCommand extends ProgramCommand {
    private static final Set<String> RUNNING = Set.of("RUNNING", "READY");
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    @Parameters(paramLabel = "NAME", description = "imports, holdings, transactions, dividends, reporting")
    private String name = "";

    @Override
    int ask(Connection program) throws InterruptedException {
        Progress progress = Progress.on(out());
        JsonNode state = program.post("/api/v1/admin/projections/{name}/rebuild?accept=always", name)
                .done();
        String rebuild = "/api/v1/admin/rebuilds/" + state.path("id").asString("");
        while (RUNNING.contains(state.path("status").asString(""))) {
            progress.at(
                    new BigDecimal(state.path("progress").asString("0"))
                            .multiply(PERCENT)
                            .longValue(),
                    100,
                    "% of " + name);
            Thread.sleep(LOOK);
            state = program.get(rebuild).done();
        }
        String status = state.path("status").asString("");
        progress.line(name + ": " + status + ", " + state.path("eventsReplayed").asString("0") + " events");
        return status.equals("ACCEPTED") ? CommandLineProgram.DONE : CommandLineProgram.REFUSED;
    }
}
