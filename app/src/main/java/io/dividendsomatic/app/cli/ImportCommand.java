package io.dividendsomatic.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sends files, one after the other; the rest go on when one is refused. */
@Command(name = "import", description = "Reads files of brokers, and zips of them.")
final class ImportCommand extends ProgramCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files")
    private List<Path> files = List.of();

    @Option(names = "--account", description = "Whose they are, broker:number, where a file does not name it")
    private @Nullable String account;

    @Option(names = "--mapping", description = "The mapping that they are read by")
    private @Nullable String mapping;

    @Option(names = "--dry-run", description = "Tell what would happen, and keep nothing")
    private boolean dryRun;

    @Override
    int ask(Connection program) {
        Progress progress = Progress.on(out());
        boolean allRead = true;
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            progress.at(i, files.size(), file.toString());
            allRead &= send(program, file, progress);
        }
        progress.done();
        return allRead ? CommandLineProgram.DONE : CommandLineProgram.REFUSED;
    }

    private boolean send(Connection program, Path file, Progress progress) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            progress.line(file + ": NOT_READABLE");
            return false;
        }
        Connection.Answer answer = program.answer(() -> program.client()
                .post()
                .uri("/api/v1/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts(file)));
        JsonNode entry = answer.body();
        boolean read =
                answer.status() < 300 && entry.path("rows").path("rejected").asInt(0) == 0;
        progress.line(file + ": " + (answer.status() < 300 ? summary(entry) : answer.problem()));
        return read;
    }

    private MultiValueMap<String, Object> parts(Path file) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("file", new FileSystemResource(file));
        if (account != null) {
            parts.add("account", account);
        }
        if (mapping != null) {
            parts.add("mapping", mapping);
        }
        if (dryRun) {
            parts.add("dryRun", "true");
        }
        return parts;
    }

    /** What became of a file, in a line. */
    static String summary(JsonNode entry) {
        JsonNode rows = entry.path("rows");
        JsonNode facts = entry.path("facts");
        return "%s %s, rows: %s parsed, %s rejected, %s ignored; facts: %s new, %s known"
                .formatted(
                        entry.path("status").asString(""),
                        entry.path("format").asString("-"),
                        rows.path("parsed").asString("0"),
                        rows.path("rejected").asString("0"),
                        rows.path("ignored").asString("0"),
                        facts.path("new").asString("0"),
                        facts.path("known").asString("0"));
    }
}
