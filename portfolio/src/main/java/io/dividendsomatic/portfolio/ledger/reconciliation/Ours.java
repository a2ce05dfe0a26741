package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What our ledger says of one account.
 *
 * @param lots first in first out, as brokers count cost
 * @param rates to the base currency
 * @param reported the file that reports the positions of a day, with them; none where no file does
 */
public record Ours(
        List<Booking> bookings,
        LotView lots,
        LotRules rules,
        CashLedger cash,
        StatedRates rates,
        Function<LocalDate, Optional<StatementFile>> reported) {

    public Ours {
        bookings = List.copyOf(bookings);
    }

    /** The balances of all currencies in one; unknown where a rate is, or where no file tells anything of cash. */
    Worth cashWorth(CurrencyCode base, LocalDate day) {
        return cash.currencies().isEmpty()
                ? Worth.unknown(List.of())
                : Worth.sum(cash.currencies().stream()
                        .map(currency -> Worth.of(
                                rates.convert(cash.balanceAt(currency, day).value(), currency, base, day), List.of())));
    }
}
