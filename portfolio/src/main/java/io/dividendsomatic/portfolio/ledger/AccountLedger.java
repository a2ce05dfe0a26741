package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.ledger.lots.LotFold;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Everything that the tellings of one account's files amount to.
 *
 * @param undecided what the matching of files left open; each lot view has its own questions
 */
public record AccountLedger(
        List<Booking> bookings, List<OpenQuestion> undecided, LotView fifo, LotView average, CashLedger cash) {

    public AccountLedger {
        bookings = List.copyOf(bookings);
        undecided = List.copyOf(undecided);
    }

    /** The ledger of these tellings in whatever order, with what each currency had before the first of them. */
    public static AccountLedger of(
            Collection<Telling> tellings, LotRules rules, Map<CurrencyCode, OpeningBalance> openingBalances) {
        Matching.Matched matched = Matching.match(tellings, rules.identify());
        return new AccountLedger(
                matched.bookings(),
                matched.questions(),
                LotFold.fold(matched.bookings(), Method.FIFO, rules),
                LotFold.fold(matched.bookings(), Method.AVERAGE, rules),
                CashLedger.of(matched.bookings(), openingBalances));
    }
}
