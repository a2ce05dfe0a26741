package io.dividendsomatic.reporting.instrument;

import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.rolling.Rolling;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.TransactionFilter;
import io.dividendsomatic.reporting.consolidated.Positions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers everything about one instrument. */
@Component
public class InstrumentReports {
    private static final Set<BookingKind> MOVES = EnumSet.copyOf(Rolling.MOVE_UNITS);

    private final Positions positions;
    private final LedgerView ledger;
    private final DividendHistory dividends;
    private final DividendOutlook outlook;

    InstrumentReports(Positions positions, LedgerView ledger, DividendHistory dividends, DividendOutlook outlook) {
        this.positions = positions;
        this.ledger = ledger;
        this.dividends = dividends;
        this.outlook = outlook;
    }

    /** Nothing when no file told of it up to that day. */
    public Optional<InstrumentReport> answer(HoldingsOn question, Isin isin) {
        LedgerOn ofLedger = new LedgerOn(question.asOf(), question.knownAt(), question.accounts(), question.currency());
        List<Transaction> moves = ledger.transactions(
                        ofLedger, new TransactionFilter(null, question.asOf(), MOVES, isin), 0, Integer.MAX_VALUE)
                .items();
        List<Dividend> payments = dividends
                .payments(ofLedger, null, question.asOf(), isin, 0, Integer.MAX_VALUE)
                .items();
        Optional<Yields> yields = outlook.instrument(ofLedger, question.asOf(), isin)
                .answer()
                .map(Position::income)
                .map(income -> income.yields());
        InstrumentFold fold = new InstrumentFold(
                question,
                isin,
                positions.holdings(question),
                moves,
                ledger.gains(ofLedger, null, isin, Method.FIFO, 0, Integer.MAX_VALUE)
                        .items(),
                payments,
                yields.orElse(null));
        return fold.knowsAnything() ? Optional.of(fold.report()) : Optional.empty();
    }
}
