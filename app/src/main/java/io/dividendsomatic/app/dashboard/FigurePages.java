package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.TransactionFilter;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import io.dividendsomatic.reporting.consolidated.Positions;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a figure comes from: how it is calculated, and the lines of the files. In a drawer, or as a page of its own. */
@Controller
class FigurePages {
    /** Of one day and account there are never more that one asks for. */
    private static final int DAY = 500;

    private static final int PAYMENTS = 200;

    private final Positions holdings;
    private final LedgerView ledger;
    private final DividendHistory dividends;
    private final Lines lines;

    FigurePages(Positions holdings, LedgerView ledger, DividendHistory dividends, Lines lines) {
        this.holdings = holdings;
        this.ledger = ledger;
        this.dividends = dividends;
        this.lines = lines;
    }

    @GetMapping("/figures/holding")
    String holding(
            @RequestParam String instrument,
            @RequestParam("native") CurrencyCode currency,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inDrawer,
            Look look,
            Model page) {
        Holdings held = holdings.holdings(look.holdings());
        Holding holding = held.items().stream()
                .filter(item -> item.currency().equals(currency) && named(item, instrument))
                .findFirst()
                .orElseThrow(FigurePages::unknown);
        page.addAttribute("holding", holding);
        page.addAttribute("reporting", held.currency().code());
        page.addAttribute("lines", lines.of(holding.sources()));
        return view("figure-holding", inDrawer);
    }

    @GetMapping("/figures/transaction")
    String transaction(
            @RequestParam FactId fact,
            @RequestParam("of") AccountId account,
            @RequestParam LocalDate day,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inDrawer,
            Look look,
            Model page) {
        LedgerOn question = new LedgerOn(null, look.knownAt(), List.of(account), look.currency());
        Transaction found =
                ledger.transactions(question, new TransactionFilter(day, day, Set.of(), null), 0, DAY).items().stream()
                        .filter(transaction -> transaction.factId().equals(fact))
                        .findFirst()
                        .orElseThrow(FigurePages::unknown);
        page.addAttribute("transaction", found);
        page.addAttribute("lines", lines.of(found.sources()));
        return view("figure-transaction", inDrawer);
    }

    @GetMapping("/figures/payments")
    String payments(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Isin isin,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inDrawer,
            Look look,
            Model page) {
        Slice<Dividend> found = dividends.payments(look.ledger(), from, to, isin, 0, PAYMENTS);
        page.addAttribute("from", from);
        page.addAttribute("to", to);
        page.addAttribute("payments", found.items());
        page.addAttribute("total", found.total());
        page.addAttribute(
                "lines",
                lines.of(found.items().stream()
                        .flatMap(payment -> payment.sources().stream())
                        .distinct()
                        .toList()));
        return view("figure-payments", inDrawer);
    }

    @GetMapping("/figures/line")
    String line(
            @RequestParam List<FileId> file,
            @RequestParam List<Integer> line,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String inDrawer,
            Model page) {
        if (file.size() != line.size() || line.stream().anyMatch(one -> one < 1)) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "line: one from 1 for each file");
        }
        page.addAttribute(
                "lines",
                lines.of(IntStream.range(0, line.size())
                        .mapToObj(i -> new SourceRef(file.get(i), line.get(i)))
                        .toList()));
        return view("figure-line", inDrawer);
    }

    private static boolean named(Holding holding, String instrument) {
        Isin isin = holding.isin();
        return isin != null
                ? isin.toString().equals(instrument)
                : holding.label().equals(instrument);
    }

    private static String view(String template, @Nullable String inDrawer) {
        return inDrawer == null ? template : template + " :: figure";
    }

    private static ApiProblem unknown() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such figure on this day.");
    }
}
