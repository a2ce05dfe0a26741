package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.config.Home;
import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.ImportRow;
import io.dividendsomatic.app.web.ImportedRows;
import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The import centre: files in, what became of each, and of each of its rows. */
@Controller
class ImportsPages {
    private static final List<Sheet.Column> FILES = List.of(
            text("file").with("fileId"),
            text("received").with("source"),
            text("status").with("problem"),
            text("format"),
            text("accounts"),
            number("rows"),
            number("rejected"),
            number("ignored"),
            number("new"),
            number("known"));
    private static final List<Sheet.Column> ROWS = List.of(number("line"), text("verdict"), text("raw"), text("told"));

    private final ImportJournal journal;
    private final ImportedRows rows;
    private final Attention attention;
    private final Home home;

    ImportsPages(ImportJournal journal, ImportedRows rows, Attention attention, Home home) {
        this.journal = journal;
        this.rows = rows;
        this.attention = attention;
        this.home = home;
    }

    /** With what became of the files that were just sent here, if any were. */
    @GetMapping("/imports")
    String imports(
            @RequestParam(defaultValue = "") List<FileId> uploaded,
            @RequestParam(defaultValue = "false") boolean attention,
            Look look,
            Shown show,
            Model page) {
        page.addAttribute("attention", attention);
        page.addAttribute(
                "uploaded",
                uploaded.stream()
                        .limit(UploadForm.TOLD)
                        .flatMap(file -> journal.find(file).stream())
                        .toList());
        page.addAttribute("sheet", files(attention, look, show));
        page.addAttribute("inbox", home.inbox());
        return "imports";
    }

    @GetMapping({"/imports.csv", "/imports.xlsx"})
    ResponseEntity<Tabular> csv(@RequestParam(defaultValue = "false") boolean attention, Look look, Shown show) {
        return files(attention, look, show).file(look);
    }

    @GetMapping("/imports/{file}")
    String file(
            @PathVariable String file,
            @RequestParam(required = false) ImportRow.@Nullable Status status,
            Look look,
            Shown show,
            Model page) {
        ImportEntry entry = find(journal, file);
        page.addAttribute("entry", entry);
        page.addAttribute("status", status);
        page.addAttribute("statuses", ImportRow.Status.values());
        page.addAttribute("sheet", rows(entry, status, look, show));
        return "import";
    }

    /** The rows as they are shown; with {@code status=REJECTED} what was refused, to be mended and sent again. */
    @GetMapping({"/imports/{file}.csv", "/imports/{file}.xlsx"})
    ResponseEntity<Tabular> rowsCsv(
            @PathVariable String file,
            @RequestParam(required = false) ImportRow.@Nullable Status status,
            Look look,
            Shown show) {
        return rows(find(journal, file), status, look, show).file(look);
    }

    private Sheet files(boolean attention, Look look, Shown show) {
        return Sheet.queried(
                "imports",
                FILES,
                attention ? (page, size) -> this.attention.files(look, page, size) : this::newestFirst,
                entry -> row(entry, look, show),
                look.here().with("uploaded", null));
    }

    private Slice<ImportEntry> newestFirst(int page, int size) {
        Page<ImportEntry> found = journal.newestFirst(page, size);
        return new Slice<>(found.getContent(), found.getTotalElements());
    }

    private static List<Cell> row(ImportEntry entry, Look look, Shown show) {
        Cells cells = new Cells(show);
        String unread = entry.drift().stream()
                .flatMap(table -> table.unknown().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        Problem first = entry.problems().isEmpty() ? null : entry.problems().getFirst();
        return List.of(
                Cell.of(entry.name()).telling(entry.fileId()).leading(look.to("/imports/" + entry.fileId())),
                cells.time(entry.receivedAt())
                        .marked("day")
                        .noted(show.word("source." + entry.source()))
                        .telling(entry.source()),
                Cell.of(show.word("status." + entry.status()))
                        .marked("status " + entry.status())
                        .noted(first == null ? null : first.code().name())
                        .telling(first == null ? null : first.code()),
                cells.text(entry.format()).noted(unread.isEmpty() ? null : show.word("import.unread", unread)),
                Cell.of(entry.accounts().stream().map(AccountId::toString).collect(Collectors.joining(", "))),
                cells.count(entry.rows().total()),
                cells.count(entry.rows().rejected()).marked(entry.rows().rejected() > 0 ? "down" : ""),
                cells.count(entry.rows().ignored()),
                cells.count(entry.facts().unheard()),
                cells.count(entry.facts().known()));
    }

    private Sheet rows(ImportEntry entry, ImportRow.@Nullable Status status, Look look, Shown show) {
        return Sheet.queried(
                "rows", ROWS, (page, size) -> rows.page(entry, status, page, size), row -> row(row, show), look.here());
    }

    private static List<Cell> row(ImportRow row, Shown show) {
        return List.of(
                new Cells(show).count(row.line()),
                Cell.of(show.word("row." + row.status())).marked("status " + row.status()),
                raw(row.raw(), show),
                raw(told(row), show));
    }

    /** Amounts stand in it. */
    private static Cell raw(String text, Shown show) {
        return (show.hidden() && !text.isEmpty() ? Cell.other(Shown.DOTS, text) : Cell.of(text)).marked("raw");
    }

    /** What a row became, or why it became nothing. */
    private static String told(ImportRow row) {
        Problem problem =
                row.problem() == null && !row.flags().isEmpty() ? row.flags().getFirst() : row.problem();
        if (problem != null) {
            return problem.code() + (problem.column() == null ? "" : " (" + problem.column() + ")") + ": "
                    + problem.message();
        }
        String reason = row.reason();
        return reason != null ? reason : row.fact() == null ? "" : row.fact().toString();
    }

    /** Throws ApiProblem where no such file ever arrived. */
    static ImportEntry find(ImportJournal journal, String file) {
        try {
            return journal.find(new FileId(file)).orElseThrow(() -> unknown(file));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(file);
        }
    }

    private static ApiProblem unknown(String file) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "No file with this id ever arrived: " + file);
    }
}
