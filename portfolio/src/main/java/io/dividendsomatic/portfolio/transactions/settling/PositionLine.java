package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position on a derived day that changed it.
 *
 * @param until the first day on which it is no longer so: it changes again, or is reported
 * @param since the day on which it was opened, or first changed after the report
 * @param fromReport whether it began with units that were reported
 * @param change what the day's bookings brought or took
 * @param cost of all units; absent when that of some is not told
 * @param costsApart charges of these units that are in no cost, one sum a currency
 * @param missing units that went that day though no file tells how they came
 * @param sources of the day's bookings
 */
public record PositionLine(
        AccountId account,
        PositionKey key,
        Instrument instrument,
        LocalDate date,
        LocalDate until,
        LocalDate since,
        boolean fromReport,
        Quantity change,
        Quantity quantity,
        @Nullable Amount cost,
        List<Money> costsApart,
        Quantity missing,
        List<SourceRef> sources) {

    public PositionLine {
        costsApart = List.copyOf(costsApart);
        sources = List.copyOf(sources);
    }

    /** Tells it apart from the account's other positions: instrument and currency. */
    String position() {
        return key.instrument().value() + " " + (key.currency() == null ? "-" : key.currency());
    }

    boolean isHeld() {
        return quantity.value().signum() != 0;
    }
}
