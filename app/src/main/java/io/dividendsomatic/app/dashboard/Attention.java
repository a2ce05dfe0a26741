package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.outlook.MissingMoney;
import io.dividendsomatic.ingestion.aliases.AliasesAtHome;
import io.dividendsomatic.ingestion.intake.FormatsAtHome;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.transactions.PrintedAgainstOurs;
import io.dividendsomatic.portfolio.transactions.ReconciliationView;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Gathers what needs a person's look: it stands before every chart. */
@Component
class Attention {
    /** More are a click away. */
    static final int SHOWN = 5;

    private final ImportJournal journal;
    private final ReconciliationView reconciliation;
    private final Instruments instruments;
    private final DividendOutlook outlook;
    private final FormatsAtHome formats;
    private final AliasesAtHome aliases;

    Attention(
            ImportJournal journal,
            ReconciliationView reconciliation,
            Instruments instruments,
            DividendOutlook outlook,
            FormatsAtHome formats,
            AliasesAtHome aliases) {
        this.journal = journal;
        this.reconciliation = reconciliation;
        this.instruments = instruments;
        this.outlook = outlook;
        this.formats = formats;
        this.aliases = aliases;
    }

    /**
     * What needs a look.
     *
     * @param breaks figures that a broker prints otherwise than ours
     * @param files with a problem: refused ones first, then those with refused rows
     * @param questions that the files leave open, names that mean several instruments among them
     * @param mappings what keeps the user's own files from being used
     */
    record Found(
            Slice<PrintedAgainstOurs> breaks,
            Slice<ImportEntry> files,
            long questions,
            List<MissingMoney> missing,
            List<String> mappings) {
        public boolean isNothing() {
            return breaks.total() == 0
                    && files.total() == 0
                    && questions == 0
                    && missing.isEmpty()
                    && mappings.isEmpty();
        }
    }

    Found at(Look look) {
        ReconciliationQuery broken =
                new ReconciliationQuery(look.accounts(), null, null, look.asOf(), Set.of(), Set.of(Verdict.BREAK));
        return new Found(
                reconciliation.lines(broken, look.knownAt(), 0, SHOWN).slice(),
                files(look, 0, SHOWN),
                reconciliation
                                .questions(look.accounts(), look.asOf(), look.knownAt(), 0, 1)
                                .total()
                        + instruments.questions(look.knownAt()).size(),
                outlook.missing(look.ledger(), look.asOf()),
                mappings());
    }

    /** As far as they had arrived by then. */
    Slice<ImportEntry> files(Look look, int page, int size) {
        Page<ImportEntry> found = journal.needingAttention(look.accounts(), look.knownAt(), page, size);
        return new Slice<>(found.getContent(), found.getTotalElements());
    }

    List<String> mappings() {
        return Stream.concat(formats.problems().stream().map(Object::toString), aliases.problem().stream())
                .toList();
    }
}
