package io.dividendsomatic.app.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a list or a report to a file or to the terminal. */
@Command(
        name = "export",
        description =
                "Writes a list or a report, such as: export holdings --with asOf=2026-01-30 --as xlsx --to h.xlsx")
final class ExportCommand extends ProgramCommand {

    /** The kinds of file, by what the contract calls them. */
    enum Kind {
        CSV("text/csv"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("application/json"),
        ICS("text/calendar");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    @Parameters(paramLabel = "LIST", description = "A path below /api/v1, such as holdings or reports/portfolio")
    private String list = "";

    @Option(names = "--with", paramLabel = "NAME=VALUE", description = "A parameter of the list; can be repeated")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--as", description = "${COMPLETION-CANDIDATES}; CSV without it")
    private Kind kind = Kind.CSV;

    @Option(names = "--to", paramLabel = "FILE", description = "Where to; the terminal without it")
    private @Nullable Path file;

    @Override
    int ask(Connection program) throws IOException {
        byte[] content = program.client()
                .get()
                .uri(base -> URI.create(base.build() + "/api/v1/" + list + query()))
                .header(HttpHeaders.ACCEPT, kind.mediaType + ", application/problem+json;q=0.5")
                .exchange((request, response) -> {
                    byte[] body = response.getBody().readAllBytes();
                    if (!response.getStatusCode().is2xxSuccessful()) {
                        throw new Refused(new String(body, StandardCharsets.UTF_8));
                    }
                    return body;
                });
        if (file != null) {
            Files.write(file, content);
        } else {
            out().print(new String(content, StandardCharsets.UTF_8));
        }
        return CommandLineProgram.DONE;
    }

    private String query() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }
}
