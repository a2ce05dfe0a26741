package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The addresses at which figures tell where they come from: short, so that a page of them stays small. */
final class Explained {
    private Explained() {}

    static Address ofHolding(Look look, Holding holding) {
        Isin isin = holding.isin();
        return look.to("/figures/holding")
                .with("instrument", isin != null ? isin : holding.label())
                .with("native", holding.currency());
    }

    static Address ofTransaction(Look look, FactId fact, AccountId account, LocalDate day) {
        return look.to("/figures/transaction")
                .with("fact", fact)
                .with("of", account)
                .with("day", day);
    }

    /** Payments of a period, of one instrument where it is given. */
    static Address ofPayments(Look look, LocalDate from, LocalDate to, @Nullable Isin isin) {
        return look.to("/figures/payments").with("from", from).with("to", to).with("isin", isin);
    }

    static Address ofLine(Look look, SourceRef source) {
        return look.to("/figures/line").with("file", source.fileId()).with("line", source.line());
    }
}
