package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dividend that was declared and is not cash: the broker expects it (POSTED), has it on its books (OPEN), or takes it
 * off them because it was paid or called off (REVERSED). Figures are positive when they are owed to the owner.
 *
 * @param date of the change, or the day at whose end it is open
 * @param grossRate per share, in {@code currency}
 * @param tax expected to be withheld; {@code fee} expected to be charged: both positive
 * @param codes the broker's remarks, such as {@code Po} and {@code Re}
 */
public record DividendAccrual(
        Change change,
        @Nullable LocalDate date,
        Instrument instrument,
        CurrencyCode currency,
        @Nullable LocalDate exDate,
        @Nullable LocalDate payDate,
        @Nullable Quantity quantity,
        @Nullable UnitPrice grossRate,
        @Nullable Amount gross,
        @Nullable Amount tax,
        @Nullable Amount fee,
        @Nullable Amount net,
        @Nullable FxRate fxRateToBase,
        List<String> codes,
        References references)
        implements StatementRow {

    public DividendAccrual {
        codes = List.copyOf(codes);
    }

    /** What the row says of the accrual. */
    public enum Change {
        POSTED,
        REVERSED,
        OPEN
    }
}
