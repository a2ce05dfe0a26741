package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.money;
import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.transactions.PrintedAgainstOurs;
import io.dividendsomatic.portfolio.transactions.ReconciliationView;
import io.dividendsomatic.portfolio.transactions.settling.FileVerdicts;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The brokers' own figures against ours, up to a day. */
@Controller
class ReconciliationPages {
    private static final List<Sheet.Column> LINES = List.of(
            text("item"),
            text("verdict"),
            text("instrument").with("isin", "name"),
            text("account"),
            text("period").with("from", "file"),
            money("printed"),
            number("ours"),
            number("difference"));
    private static final List<Sheet.Column> FILES = List.of(
            text("period"), text("account"), text("file"), number("matches"), number("breaks"), number("notStated"));
    private static final int NEWEST_FILES = 100;

    private final ReconciliationView view;
    private final ImportJournal journal;

    ReconciliationPages(ReconciliationView view, ImportJournal journal) {
        this.view = view;
        this.journal = journal;
    }

    @GetMapping("/reconciliation")
    String reconciliation(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Item item,
            Look look,
            Shown show,
            Model page) {
        ReconciliationQuery all = query(look, Set.of(), null);
        page.addAttribute("upToDate", view.lines(all, look.knownAt(), 0, 1).upToDate());
        page.addAttribute("sheet", sheet(verdict, item, look, show));
        page.addAttribute("verdict", verdict);
        page.addAttribute("verdicts", Verdict.values());
        page.addAttribute("item", item);
        page.addAttribute("items", Item.values());
        page.addAttribute(
                "files",
                Sheet.plain(
                        "files",
                        FILES,
                        newestFiles(all, look).stream()
                                .map(file -> row(file, look, show))
                                .toList()));
        return "reconciliation";
    }

    @GetMapping({"/reconciliation.csv", "/reconciliation.xlsx"})
    ResponseEntity<Tabular> csv(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Item item,
            Look look,
            Shown show) {
        return sheet(verdict, item, look, show).file(look);
    }

    private List<FileVerdicts> newestFiles(ReconciliationQuery all, Look look) {
        return Newest.page(
                        0,
                        NEWEST_FILES,
                        (page, size) ->
                                view.files(all, look.knownAt(), page, size).slice())
                .items();
    }

    private static ReconciliationQuery query(Look look, Set<Verdict> verdicts, @Nullable Item item) {
        return new ReconciliationQuery(
                look.accounts(), null, null, look.asOf(), item == null ? Set.of() : Set.of(item), verdicts);
    }

    /** The newest first, and where all are shown those before the others that a person has to look at. */
    private Sheet sheet(@Nullable Verdict verdict, @Nullable Item item, Look look, Shown show) {
        Sheet.Pages<PrintedAgainstOurs> looked =
                oldestFirst(Set.of(verdict == null ? Verdict.BREAK : verdict), item, look);
        Sheet.Pages<PrintedAgainstOurs> others =
                oldestFirst(EnumSet.complementOf(EnumSet.of(Verdict.BREAK)), item, look);
        return Sheet.queried(
                "reconciliation",
                LINES,
                (page, size) ->
                        verdict == null ? Newest.page(page, size, looked, others) : Newest.page(page, size, looked),
                line -> row(line, look, show),
                look.here());
    }

    private Sheet.Pages<PrintedAgainstOurs> oldestFirst(Set<Verdict> verdicts, @Nullable Item item, Look look) {
        return (page, size) -> view.lines(query(look, verdicts, item), look.knownAt(), page, size)
                .slice();
    }

    private static List<Cell> row(PrintedAgainstOurs line, Look look, Shown show) {
        Cells cells = new Cells(show);
        String name = line.symbol() != null ? line.symbol() : line.name();
        Address figure = Explained.ofLine(look, line.sources());
        Cell difference = amount(line, line.difference(), show).marked(line.verdict() == Verdict.BREAK ? "down" : "");
        return List.of(
                Cell.of(show.word("item." + line.item())),
                Cell.of(show.word("verdict." + line.verdict())).marked("status " + line.verdict()),
                cells.text(name)
                        .telling(line.isin(), line.name())
                        .leading(line.isin() == null ? null : look.to("/instruments/" + line.isin())),
                cells.text(line.account()),
                period(line.period(), show)
                        .telling(line.period() == null ? null : line.period().from(), line.fileId()),
                line.sources().isEmpty()
                        ? amount(line, line.printed(), show)
                        : amount(line, line.printed(), show).explained(figure),
                line.sources().isEmpty()
                        ? amount(line, line.ours(), show)
                        : amount(line, line.ours(), show).explained(figure),
                line.sources().isEmpty() ? difference : difference.explained(figure));
    }

    private static Cell amount(PrintedAgainstOurs line, @Nullable Amount amount, Shown show) {
        BigDecimal value = amount == null ? null : amount.value();
        boolean units = line.item() == Item.POSITION_QUANTITY;
        return Cell.number(units ? show.quantity(value) : show.amount(value), value)
                .noted(
                        units || line.currency() == null || value == null
                                ? null
                                : line.currency().code())
                .telling(line.currency());
    }

    private List<Cell> row(FileVerdicts file, Look look, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                period(file.period(), show),
                cells.text(file.account()),
                Cell.of(journal.find(file.fileId())
                                .map(ImportEntry::name)
                                .orElse(file.fileId().sha256().substring(0, 12)))
                        .leading(look.to("/imports/" + file.fileId())),
                cells.count(file.matches()),
                cells.count(file.breaks()).marked(file.breaks() > 0 ? "down" : ""),
                cells.count(file.notStated()));
    }

    private static Cell period(@Nullable Period period, Shown show) {
        if (period == null) {
            return Cell.other(Shown.UNKNOWN, null);
        }
        return period.from().equals(period.to())
                ? Cell.other(show.date(period.to()), period.to())
                : Cell.other(show.date(period.from()) + " – " + show.date(period.to()), period.to());
    }
}
