package io.dividendsomatic.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.http.HttpHeaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes everything that cannot be built again into one file: the events, the archive, what the user wrote. */
@Command(name = "backup", description = "Writes events, archive and the user's own files into a zip in a folder.")
final class BackupCommand extends ProgramCommand {
    @Parameters(paramLabel = "DIR", description = "The folder; it is made when it is not there")
    private Path folder = Path.of("");

    @Override
    int ask(Connection program) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "backup", ".part");
        try {
            String name = program.client()
                    .get()
                    .uri("/api/v1/admin/backup")
                    .header(HttpHeaders.ACCEPT, "application/zip, application/problem+json;q=0.5")
                    .exchange((request, response) -> {
                        try (InputStream body = response.getBody()) {
                            if (!response.getStatusCode().is2xxSuccessful()) {
                                throw new Refused(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                            }
                            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
                        }
                        return response.getHeaders().getContentDisposition().getFilename();
                    });
            Path kept =
                    folder.resolve(Path.of(name == null ? "backup.zip" : name).getFileName());
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
            out().println(kept);
        } finally {
            Files.deleteIfExists(part);
        }
        return CommandLineProgram.DONE;
    }
}
