package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.config.Home;
import io.dividendsomatic.ingestion.aliases.AliasesAtHome;
import io.dividendsomatic.ingestion.intake.FormatsAtHome;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person sees first: what needs a look, the accounts, what they hold, and the newest imports. */
@Controller
class FirstPage {
    /** More are a click away, in the API. */
    static final int NEWEST = 25;

    private final FormatsAtHome formats;
    private final AliasesAtHome aliases;
    private final ImportJournal journal;
    private final HeldDays days;
    private final HoldingsView holdings;
    private final Home home;
    private final Clock clock;

    FirstPage(
            FormatsAtHome formats,
            AliasesAtHome aliases,
            ImportJournal journal,
            HeldDays days,
            HoldingsView holdings,
            Home home,
            Clock clock) {
        this.formats = formats;
        this.aliases = aliases;
        this.journal = journal;
        this.days = days;
        this.holdings = holdings;
        this.home = home;
        this.clock = clock;
    }

    /** With the entries of the files that were just uploaded here, if any were. */
    @GetMapping("/")
    String show(@RequestParam(defaultValue = "") List<FileId> uploaded, Model page) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Holdings held = holdings.answer(new HoldingsOn(today, now, List.of(), null));
        Page<ImportEntry> newest = journal.newestFirst(0, NEWEST);
        page.addAttribute(
                "uploaded",
                uploaded.stream()
                        .limit(NEWEST)
                        .flatMap(file -> journal.find(file).stream())
                        .toList());
        page.addAttribute("accounts", days.summaries(today, now));
        page.addAttribute("holdings", held.items().stream().map(HoldingLine::of).toList());
        page.addAttribute("totals", Totals.of(held));
        page.addAttribute("attention", journal.needingAttention(NEWEST));
        page.addAttribute(
                "mappings",
                Stream.concat(formats.problems().stream().map(Object::toString), aliases.problem().stream())
                        .toList());
        page.addAttribute("imports", newest.getContent());
        page.addAttribute("importsInAll", newest.getTotalElements());
        page.addAttribute("inbox", home.inbox());
        return "first-page";
    }
}
