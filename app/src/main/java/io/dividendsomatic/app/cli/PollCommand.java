package io.dividendsomatic.app.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Asks sources for files now, and waits until what they bring is read. */
@Command(name = "poll", description = "Fetches what the sources have now.")
final class PollCommand extends ProgramCommand {
    private static final String SOURCES = "/api/v1/admin/sources";
    private static final Duration LOOK = Duration.ofMillis(200);

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "The sources; all that are there without one")
    private List<String> names = List.of();

    @Override
    int ask(Connection program) throws InterruptedException {
        Progress progress = Progress.on(out());
        boolean all = true;
        for (String name : names.isEmpty() ? available(program) : names) {
            all &= poll(program, name, progress);
        }
        program.awaitRead();
        return all ? CommandLineProgram.DONE : CommandLineProgram.REFUSED;
    }

    private static List<String> available(Connection program) {
        List<String> found = new ArrayList<>();
        for (JsonNode source : program.get(SOURCES).done()) {
            if (!source.path("state").asString("").equals("UNAVAILABLE")) {
                found.add(source.path("name").asString(""));
            }
        }
        return found;
    }

    private static boolean poll(Connection program, String name, Progress progress) throws InterruptedException {
        String source = SOURCES + "/" + name;
        long before = program.get(source).done().path("runs").asLong(0);
        program.post(source + "/poll").done();
        JsonNode status = program.get(source).done();
        while (status.path("runs").asLong(0) == before
                || status.path("state").asString("").equals("RUNNING")) {
            JsonNode far = status.path("progress");
            progress.at(
                    far.path("done").asLong(0),
                    far.path("total").asLong(0),
                    name + " " + far.path("at").asString(""));
            Thread.sleep(LOOK);
            status = program.get(source).done();
        }
        JsonNode run = status.path("lastRun");
        JsonNode problem = run.path("problem");
        progress.line("%s: %s taken, %s known, %s refused%s"
                .formatted(
                        name,
                        run.path("taken").asString("0"),
                        run.path("known").asString("0"),
                        run.path("refused").asString("0"),
                        problem.isObject() ? "; " + problem : ""));
        return !problem.isObject() && run.path("refused").asInt(0) == 0;
    }
}
