package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.web.Tabular;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.transactions.PrintedAgainstOurs;
import io.dividendsomatic.portfolio.transactions.ReconciliationView;
import io.dividendsomatic.portfolio.transactions.settling.Compared;
import io.dividendsomatic.portfolio.transactions.settling.FileVerdicts;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.math.BigDecimal;
import java.util.ArrayList;
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
            text("instrument"),
            text("account"),
            text("period"),
            number("printed"),
            number("ours"),
            number("difference"));
    private static final List<Sheet.Column> FILES = List.of(
            text("period"), text("account"), text("file"), number("matches"), number("breaks"), number("notStated"));
    private static final int NEWEST_FILES = 100;

    private final ReconciliationView view;

    ReconciliationPages(ReconciliationView view) {
        this.view = view;
    }

    @GetMapping("/reconciliation")
    String reconciliation(
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Item item,
            Look look,
            Shown show,
            Model page) {
        ReconciliationQuery all = query(look, null, null);
        Compared<PrintedAgainstOurs> lines = lines(verdict, item, look);
        page.addAttribute("upToDate", lines.upToDate());
        page.addAttribute("sheet", sheet(lines.slice(), look, show));
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
        return sheet(lines(verdict, item, look).slice(), look, show).file();
    }

    /** They are told from the oldest on, so that the newest stand on the last two pages. */
    private List<FileVerdicts> newestFiles(ReconciliationQuery all, Look look) {
        Slice<FileVerdicts> first =
                view.files(all, look.knownAt(), 0, NEWEST_FILES).slice();
        int last = (int) ((first.total() - 1) / NEWEST_FILES);
        List<FileVerdicts> found = new ArrayList<>();
        for (int page = Math.max(0, last - 1); page <= last; page++) {
            found.addAll(
                    page == 0
                            ? first.items()
                            : view.files(all, look.knownAt(), page, NEWEST_FILES)
                                    .slice()
                                    .items());
        }
        return found.reversed().stream().limit(NEWEST_FILES).toList();
    }

    private static ReconciliationQuery query(Look look, @Nullable Verdict verdict, @Nullable Item item) {
        return new ReconciliationQuery(
                look.accounts(),
                null,
                null,
                look.asOf(),
                item == null ? Set.of() : Set.of(item),
                verdict == null ? Set.of() : Set.of(verdict));
    }

    private Compared<PrintedAgainstOurs> lines(@Nullable Verdict verdict, @Nullable Item item, Look look) {
        Sheet.Part part = Sheet.Part.of(look.here());
        return view.lines(query(look, verdict, item), look.knownAt(), part.page(), part.size());
    }

    private static Sheet sheet(Slice<PrintedAgainstOurs> found, Look look, Shown show) {
        return Sheet.page(
                "reconciliation",
                LINES,
                found.items().stream().map(line -> row(line, look, show)).toList(),
                found.total(),
                look.here());
    }

    private static List<Cell> row(PrintedAgainstOurs line, Look look, Shown show) {
        Cells cells = new Cells(show);
        String name = line.symbol() != null ? line.symbol() : line.name();
        Address figure = Explained.ofLine(look, line.sources());
        Cell difference = amount(line, line.difference(), show).marked(line.verdict() == Verdict.BREAK ? "down" : "");
        return List.of(
                Cell.of(show.word("item." + line.item())),
                Cell.of(show.word("verdict." + line.verdict())).marked("status " + line.verdict()),
                cells.text(name).leading(line.isin() == null ? null : look.to("/instruments/" + line.isin())),
                cells.text(line.account()),
                period(line.period(), show),
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
                                : line.currency().code());
    }

    private static List<Cell> row(FileVerdicts file, Look look, Shown show) {
        Cells cells = new Cells(show);
        return List.of(
                period(file.period(), show),
                cells.text(file.account()),
                Cell.of(file.fileId().sha256().substring(0, 12)).leading(look.to("/imports/" + file.fileId())),
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
