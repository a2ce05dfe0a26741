package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.RatesStated.Occasion;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rate to the base currency that stands on a row about something else.
 *
 * @param settled the currency of the balance to which the row was booked, where the file tells it
 */
record RowRate(
        LocalDate date,
        CurrencyCode currency,
        FxRate rate,
        @Nullable CurrencyCode settled,
        @Nullable Occasion occasion) {

    static Optional<RowRate> of(StatementRow row) {
        return switch (row) {
            case OpenPosition r -> ofDay(r.asOf(), r.currency(), r.fxRateToBase());
            case DividendAccrual r -> ofDay(r.date(), r.currency(), r.fxRateToBase());
            case Trade r -> booked(r.when().date(), r.currency(), r.fxRateToBase(), r.settled());
            case CorporateAction r ->
                r.currency() == null ? Optional.empty() : booked(r.date(), r.currency(), r.fxRateToBase(), null);
            case CashDividend r -> booked(r.movement());
            case PaymentInLieu r -> booked(r.movement());
            case WithholdingTax r -> booked(r.movement());
            case Interest r -> booked(r.movement());
            case Fee r -> booked(r.movement());
            case Deposit r -> booked(r.movement());
            case Withdrawal r -> booked(r.movement());
            default -> Optional.empty(); // has no rate, or is one
        };
    }

    private static Optional<RowRate> ofDay(@Nullable LocalDate date, CurrencyCode currency, @Nullable FxRate rate) {
        return date == null || rate == null
                ? Optional.empty()
                : Optional.of(new RowRate(date, currency, rate, null, null));
    }

    private static Optional<RowRate> booked(CashMovement movement) {
        return booked(movement.date(), movement.amount().currency(), movement.fxRateToBase(), movement.settled());
    }

    private static Optional<RowRate> booked(
            LocalDate date, CurrencyCode currency, @Nullable FxRate rate, @Nullable Money settled) {
        return rate == null
                ? Optional.empty()
                : Optional.of(new RowRate(
                        date, currency, rate, settled == null ? null : settled.currency(), Occasion.BOOKING));
    }

    StatedRate onLine(int line) {
        return new StatedRate(date, currency, rate, line, occasion);
    }
}
