package io.dividendsomatic.app.cli;

import io.dividendsomatic.app.web.ImportsController;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final String IMPORTS = "/api/v1/imports";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files")
    private List<Path> files = List.of();

    @Option(names = "--account", description = "Whose they are, broker:number, where a file does not name it")
    private @Nullable String account;

    @Option(names = "--mapping", description = "The mapping that they are read by")
    private @Nullable String mapping;

    @Option(names = "--dry-run", description = "Tell what would happen, and keep nothing")
    private boolean dryRun;

    @Override
    int ask(Connection program) throws IOException, InterruptedException {
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

    private boolean send(Connection program, Path file, Progress progress) throws IOException, InterruptedException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            progress.line(file + ": NOT_READABLE");
            return false;
        }
        Connection.Answer answer = program.answer(() -> program.client()
                .post()
                .uri(IMPORTS)
                .header(ImportsController.SENT_BY, FileSource.COMMAND_LINE.name())
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts(file)));
        if (answer.status() >= 300) {
            progress.line(file + ": " + answer.problem());
            return false;
        }
        boolean allRead = true;
        for (JournalEntry entry : entries(program, file, answer.body())) {
            progress.line((isArchive(answer.body()) ? entry.name() : file) + ": " + entry.summary());
            allRead &= entry.isReadWhole();
        }
        for (JsonNode conflict : answer.body().path("conflicts")) {
            progress.line(conflict.path("code").asString("") + ": "
                    + conflict.path("message").asString(""));
            allRead = false;
        }
        return allRead;
    }

    private static boolean isArchive(JsonNode answer) {
        return answer.has("items");
    }

    /** Of the file, or of each file in an archive; those that are still being read are waited for. */
    private static List<JournalEntry> entries(Connection program, Path file, JsonNode answer)
            throws IOException, InterruptedException {
        List<JournalEntry> entries = new ArrayList<>();
        for (JsonNode each : isArchive(answer) ? answer.path("items") : List.of(answer)) {
            JournalEntry entry = new JournalEntry(each);
            if (entry.isRunning() || entry.fileId().isEmpty()) {
                program.awaitRead();
                String id = entry.fileId().isEmpty()
                        ? FileId.of(Files.readAllBytes(file)).sha256()
                        : entry.fileId();
                entry = new JournalEntry(program.get(IMPORTS + "/{id}", id).done());
            }
            entries.add(entry);
        }
        return entries;
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
}
