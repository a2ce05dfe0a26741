package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.intake.RetractionRefused;
import io.dividendsomatic.ingestion.intake.Retractions;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Undo in the import centre: what taking a file back would cost, doing it with a reason, and making it count again. */
@Controller
class RetractionPages {
    /** What a person waits for the accounts and the views; the page tells what is still under way. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Retractions retractions;
    private final ImportJournal journal;
    private final ReadModels readModels;

    RetractionPages(Retractions retractions, ImportJournal journal, ReadModels readModels) {
        this.retractions = retractions;
        this.journal = journal;
        this.readModels = readModels;
    }

    /** What would count no more, an account a line, before anything is done. */
    @GetMapping("/imports/{file}/retraction")
    String ask(@PathVariable String file, Model page) {
        ImportEntry entry = ImportsPages.find(journal, file);
        List<StatementRetracted> effect = answers(entry.fileId());
        page.addAttribute("entry", entry);
        page.addAttribute("effect", effect);
        page.addAttribute("longest", FileRetracted.MAX_REASON);
        return "retraction";
    }

    @PostMapping("/imports/{file}/retraction")
    String retract(@PathVariable String file, @RequestParam String reason) throws InterruptedException {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > FileRetracted.MAX_REASON) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    why.isEmpty() ? "REASON_MISSING" : "REASON_TOO_LONG",
                    "A reason has 1 to " + FileRetracted.MAX_REASON + " characters; the history shows it.");
        }
        return change(file, id -> retractions.retract(id, why));
    }

    @PostMapping("/imports/{file}/restoration")
    String restore(@PathVariable String file) throws InterruptedException {
        return change(file, retractions::restore);
    }

    private List<StatementRetracted> answers(FileId file) {
        try {
            return retractions.rehearseRetraction(file, "rehearsal").stream()
                    .filter(StatementRetracted.class::isInstance)
                    .map(StatementRetracted.class::cast)
                    .toList();
        } catch (RetractionRefused refused) {
            throw problem(refused);
        }
    }

    private String change(String file, Consumer<FileId> change) throws InterruptedException {
        FileId id = ImportsPages.find(journal, file).fileId();
        try {
            change.accept(id);
        } catch (RetractionRefused refused) {
            throw problem(refused);
        }
        journal.await(id, PATIENCE);
        readModels.awaitStored(PATIENCE);
        return "redirect:/imports/" + id.sha256();
    }

    private static ApiProblem problem(RetractionRefused refused) {
        return new ApiProblem(HttpStatus.CONFLICT, refused.code().name(), String.valueOf(refused.getMessage()));
    }
}
