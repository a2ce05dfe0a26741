package io.dividendsomatic.app.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriBuilder;
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
    private List<String> parameters = List.of();

    @Option(names = "--as", description = "${COMPLETION-CANDIDATES}; CSV without it")
    private Kind kind = Kind.CSV;

    @Option(names = "--to", paramLabel = "FILE", description = "Where to; the terminal without it")
    private @Nullable Path file;

    @Override
    int ask(Connection program) throws IOException {
        byte[] content = program.client()
                .get()
                .uri(this::address)
                .header(HttpHeaders.ACCEPT, kind.mediaType + ", application/problem+json;q=0.5")
                .exchange((request, response) -> {
                    byte[] body = response.getBody().readAllBytes();
                    if (!response.getStatusCode().is2xxSuccessful()) {
                        throw new Refused(
                                new Connection.Answer(response.getStatusCode().value(), Connection.json(body))
                                        .problem());
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

    /** A parameter that is named several times has several values. */
    private URI address(UriBuilder base) {
        base.path("/api/v1/").path(list);
        Map<String, Object> values = new HashMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new Refused("--with takes NAME=VALUE, and not " + parameter);
            }
            String slot = "value" + values.size();
            values.put(slot, parameter.substring(equals + 1));
            base.queryParam(parameter.substring(0, equals), "{" + slot + "}");
        }
        return base.build(values);
    }
}
