package io.dividendsomatic.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Asks sources for files now, waits until what they bring is read, and tells of it what was refused. */
@Command(name = "poll", description = "Fetches what the sources have now.")
final class PollCommand extends ProgramCommand {
    private static final String SOURCES = "/api/v1/admin/sources";
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int PAGE = 100;
    private static final Set<String> SENT = Set.of("UPLOAD", "COMMAND_LINE");

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "The sources; all of them without one")
    private List<String> names = List.of();

    @Override
    int ask(Connection program) throws InterruptedException {
        Progress progress = Progress.on(out());
        @Nullable Instant begun = null;
        boolean all = true;
        for (String name : names.isEmpty() ? listed(program) : names) {
            try {
                JsonNode run = poll(program, name, progress);
                begun = begun == null ? Instant.parse(run.path("startedAt").asString()) : begun;
                all &= !run.path("problem").isObject() && run.path("refused").asInt(0) == 0;
            } catch (Refused refused) { // the others are asked all the same
                progress.line(name + ": " + refused.getMessage());
                all = false;
            }
        }
        program.awaitRead();
        if (begun != null) {
            all &= !tellRefused(program, begun, progress);
        }
        return all ? CommandLineProgram.DONE : CommandLineProgram.REFUSED;
    }

    /** A source counts what it handed over; what the reader found in it stands in the journal, by its time of arrival. */
    private static boolean tellRefused(Connection program, Instant since, Progress progress) {
        boolean any = false;
        for (int page = 0; ; page++) {
            JsonNode files = program.get("/api/v1/imports?size=" + PAGE + "&page=" + page)
                    .done()
                    .path("items");
            for (JsonNode file : files) {
                if (Instant.parse(file.path("receivedAt").asString()).isBefore(since)) {
                    return any;
                }
                JournalEntry entry = new JournalEntry(file);
                if (!SENT.contains(file.path("source").asString("")) && !entry.isReadWhole()) {
                    progress.line(entry.name() + ": " + entry.summary());
                    any = true;
                }
            }
            if (files.size() < PAGE) {
                return any;
            }
        }
    }

    private static List<String> listed(Connection program) {
        List<String> found = new ArrayList<>();
        program.get(SOURCES)
                .done()
                .forEach(source -> found.add(source.path("name").asString("")));
        return found;
    }

    private static JsonNode poll(Connection program, String name, Progress progress) throws InterruptedException {
        String source = SOURCES + "/{name}";
        long before = program.get(source, name).done().path("runs").asLong(0);
        Connection.Answer asked = program.post(source + "/poll", name);
        if (!asked.body().path("code").asString("").equals("SOURCE_RUNNING")) { // else it is that run that is awaited
            asked.done();
        }
        JsonNode status = program.get(source, name).done();
        while (status.path("runs").asLong(0) == before
                || status.path("state").asString("").equals("RUNNING")) {
            JsonNode far = status.path("progress");
            progress.at(
                    far.path("done").asLong(0),
                    far.path("total").asLong(0),
                    name + " " + far.path("at").asString(""));
            Thread.sleep(LOOK);
            status = program.get(source, name).done();
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
        return run;
    }
}
