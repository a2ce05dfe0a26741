package io.dividendsomatic.app.web;

import io.dividendsomatic.app.web.Explanation.OfFile;
import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.transactions.FactTrail;
import io.dividendsomatic.portfolio.transactions.FactTrail.Fact;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.TransactionFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads from a fact to the files that tell it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Explain")
class ExplainController {
    private final FactTrail trail;
    private final LedgerView ledger;
    private final DividendHistory dividends;
    private final ImportJournal journal;
    private final ImportedRows rows;

    ExplainController(
            FactTrail trail, LedgerView ledger, DividendHistory dividends, ImportJournal journal, ImportedRows rows) {
        this.trail = trail;
        this.ledger = ledger;
        this.dividends = dividends;
        this.journal = journal;
        this.rows = rows;
    }

    @GetMapping("/explain/{factId}")
    @Operation(
            summary =
                    "Where a fact comes from: formulas, inputs, events, files, lines with their raw text, parser version and"
                            + " rate",
            description = "factId: as transactions, dividends and realized gains name it.")
    Explanation explain(@PathVariable FactId factId, @ParameterObject Asked asked) {
        Fact fact = trail.find(factId).orElseThrow(() -> unknown(factId));
        LedgerOn question = new LedgerOn(null, asked.knownAt(), List.of(fact.account()), asked.currency());
        LocalDate day = fact.booked();
        Transaction transaction = ledger
                .transactions(question, new TransactionFilter(day, day, Set.of(), null), 0, Integer.MAX_VALUE)
                .items()
                .stream()
                .filter(found -> found.factId().equals(factId))
                .findFirst()
                .orElseThrow(() -> unknown(factId));
        Dividend dividend = dividend(question, factId, day);
        List<Gain> gains =
                ledger
                        .gains(question, day.getYear(), transaction.isin(), Method.FIFO, 0, Integer.MAX_VALUE)
                        .items()
                        .stream()
                        .filter(gain -> gain.factId().equals(factId))
                        .toList();
        return new Explanation(
                factId,
                fact.account(),
                asked.knownAt(),
                formulas(transaction, dividend, gains),
                transaction.fx(),
                transaction,
                dividend,
                gains,
                trail.tellings(fact, asked.knownAt()),
                files(transaction.sources()));
    }

    /** Itself, or the one that it is a tax of. */
    private @Nullable Dividend dividend(LedgerOn question, FactId fact, LocalDate day) {
        return dividends
                .payments(question, day.minusYears(1), day.plusYears(1), null, 0, Integer.MAX_VALUE)
                .items()
                .stream()
                .filter(payment -> payment.factId().equals(fact)
                        || payment.tax().stream().anyMatch(tax -> tax.id().equals(fact)))
                .findFirst()
                .orElse(null);
    }

    private static List<String> formulas(Transaction transaction, @Nullable Dividend dividend, List<Gain> gains) {
        List<String> formulas = new ArrayList<>();
        if (transaction.amount() != null) {
            formulas.add("transaction.inReportingCurrency.amount = transaction.amount × fx.rate");
        }
        if (dividend != null) {
            formulas.add("dividend.withholdingTax = sum of dividend.tax");
            formulas.add("dividend.net = dividend.gross − dividend.withholdingTax");
        }
        if (!gains.isEmpty()) {
            formulas.add("gain.cost = sum of the cost of gain.lots");
            formulas.add("gain.gain = gain.proceeds − gain.cost");
        }
        return formulas;
    }

    private List<OfFile> files(List<SourceRef> sources) {
        Map<FileId, List<Integer>> lines = sources.stream()
                .distinct()
                .collect(Collectors.groupingBy(
                        SourceRef::fileId,
                        LinkedHashMap::new,
                        Collectors.mapping(SourceRef::line, Collectors.toList())));
        List<OfFile> files = new ArrayList<>();
        lines.forEach((file, numbers) -> {
            ImportEntry entry = journal.find(file).orElse(null);
            files.add(new OfFile(
                    file,
                    entry == null ? null : entry.name(),
                    entry == null ? null : entry.format(),
                    entry == null ? null : entry.parserVersion(),
                    entry == null ? null : entry.receivedAt(),
                    numbers,
                    entry == null ? List.of() : rows.on(numbers, entry)));
        });
        return files;
    }

    private static ApiProblem unknown(FactId fact) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_FACT", "The ledger has no fact " + fact.value());
    }
}
