package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses at which figures tell where they come from: short, so that a page of them stays small. */
final class Explained {
    private static final int LINES = 6;

    private Explained() {}

    static Address ofHolding(Look look, Holding holding) {
        Isin isin = holding.isin();
        return look.to("/figures/holding")
                .with("instrument", isin != null ? isin : holding.label())
                .with("native", holding.currency());
    }

    static Address ofHolding(Look look, @Nullable Isin isin, CurrencyCode currency) {
        return look.to("/figures/holding").with("instrument", isin).with("native", currency);
    }

    static Address ofTransaction(Look look, FactId fact, AccountId account, LocalDate day) {
        return look.to("/figures/transaction")
                .with("fact", fact)
                .with("of", account)
                .with("day", day);
    }

    /** Payments of a period, of one instrument where it is given; from the first one where no day is. */
    static Address ofPayments(Look look, @Nullable LocalDate from, LocalDate to, @Nullable Isin isin) {
        return look.to("/figures/payments").with("from", from).with("to", to).with("isin", isin);
    }

    /** Some lines of files: the first of them, so that an address stays short. */
    static Address ofLine(Look look, List<SourceRef> sources) {
        Address lines = look.to("/figures/line");
        for (SourceRef source : sources.subList(0, Math.min(LINES, sources.size()))) {
            lines = lines.and("file", source.fileId()).and("line", source.line());
        }
        return lines;
    }
}
