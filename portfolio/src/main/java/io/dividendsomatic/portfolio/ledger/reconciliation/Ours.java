package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What our ledger says of one account.
 *
 * @param lots first in first out, as brokers count cost
 * @param netAssetValues by day in the base currency; days that we cannot value are absent
 */
public record Ours(
        List<Booking> bookings, LotView lots, LotRules rules, CashLedger cash, Map<LocalDate, Amount> netAssetValues) {

    public Ours {
        bookings = List.copyOf(bookings);
        netAssetValues = Map.copyOf(netAssetValues);
    }
}
