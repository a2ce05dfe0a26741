package io.dividendsomatic.app.dashboard;

import static io.dividendsomatic.app.dashboard.Sheet.Column.number;
import static io.dividendsomatic.app.dashboard.Sheet.Column.text;

import io.dividendsomatic.app.admin.ReadModelCare;
import io.dividendsomatic.app.config.Home;
import io.dividendsomatic.app.sources.Sources;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.transactions.ReconciliationView;
import io.dividendsomatic.portfolio.transactions.settling.QuestionLine;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the program is: its sources, its read models, the user's own files, and what nobody can decide but a person. */
@Controller
class AdministrationPages {
    private static final List<Sheet.Column> QUESTIONS = List.of(
            text("date"),
            text("question"),
            text("instrument"),
            text("account"),
            number("quantity"),
            number("candidates"));
    private static final int MOST = 100;

    private final Sources sources;
    private final ReadModelCare models;
    private final ReconciliationView view;
    private final Instruments instruments;
    private final Attention attention;
    private final Home home;

    AdministrationPages(
            Sources sources,
            ReadModelCare models,
            ReconciliationView view,
            Instruments instruments,
            Attention attention,
            Home home) {
        this.sources = sources;
        this.models = models;
        this.view = view;
        this.instruments = instruments;
        this.attention = attention;
        this.home = home;
    }

    @GetMapping("/administration")
    String administration(Look look, Shown show, Model page) {
        page.addAttribute("sources", sources.all());
        page.addAttribute("models", models.statuses());
        page.addAttribute(
                "questions",
                Sheet.plain(
                        "questions",
                        QUESTIONS,
                        view.questions(look.accounts(), look.asOf(), look.knownAt(), 0, MOST).items().stream()
                                .map(question -> row(question, look, show))
                                .toList()));
        page.addAttribute("names", instruments.questions(look.knownAt()));
        page.addAttribute("mappings", attention.mappings());
        page.addAttribute("home", home.folder());
        return "administration";
    }

    /** The source is asked out of turn; what it brings stands here when the look is over. */
    @PostMapping("/administration/poll")
    String poll(@RequestParam String source, RedirectAttributes told) {
        sources.poll(source);
        told.addFlashAttribute("told", "admin.polling");
        return "redirect:/administration";
    }

    /** Its tables are filled anew, and take over when they have seen everything. */
    @PostMapping("/administration/rebuild")
    String rebuild(@RequestParam String model, RedirectAttributes told) {
        told.addFlashAttribute("told", models.rebuild(model) ? "admin.rebuilding" : "admin.rebuildRunning");
        return "redirect:/administration";
    }

    private static List<Cell> row(QuestionLine question, Look look, Shown show) {
        Cells cells = new Cells(show);
        String name = question.symbol() != null ? question.symbol() : question.name();
        Address figure = Explained.ofLine(look, question.sources());
        Cell kind = Cell.of(show.word("question." + question.kind()));
        return List.of(
                cells.date(question.date()),
                question.sources().isEmpty() ? kind : kind.explained(figure),
                cells.text(name).leading(question.isin() == null ? null : look.to("/instruments/" + question.isin())),
                cells.text(question.account()),
                cells.quantity(question.quantity()),
                cells.count(question.candidates().size()));
    }
}
