package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What an issuer did to its securities, as one row for each security that it took or gave.
 *
 * @param date on which it takes effect; {@code time} at the broker's own clock
 * @param reportDate the day of the statement that first showed it
 * @param brokerType the broker's own word or code for its kind
 * @param quantity units that came (positive) or went (negative); zero where the row is about money alone, absent where it
 *     moves money for units that it does not count
 * @param cash paid with it, as the effect on cash
 * @param value of the units that came or went, where the broker states it
 * @param statedGain the broker's realized gain
 * @param ratio where the file states one
 * @param other the security on the other side, where the row names one
 * @param currency of the row, also where it states neither money nor value
 * @param fxRateToBase multiply an amount in {@code currency} by it to get the account's base currency
 * @param cancelled whether the row takes back an earlier one
 */
public record CorporateAction(
        LocalDate date,
        @Nullable LocalTime time,
        @Nullable LocalDate reportDate,
        Kind action,
        @Nullable String brokerType,
        Instrument instrument,
        @Nullable Quantity quantity,
        @Nullable Money cash,
        @Nullable Money value,
        @Nullable Amount statedGain,
        @Nullable Ratio ratio,
        @Nullable Instrument other,
        boolean cancelled,
        @Nullable String description,
        References references,
        @Nullable CurrencyCode currency,
        @Nullable FxRate fxRateToBase)
        implements StatementRow {

    /** Of a file that tells neither a currency of the row nor a rate. */
    public CorporateAction(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable LocalDate reportDate,
            Kind action,
            @Nullable String brokerType,
            Instrument instrument,
            @Nullable Quantity quantity,
            @Nullable Money cash,
            @Nullable Money value,
            @Nullable Amount statedGain,
            @Nullable Ratio ratio,
            @Nullable Instrument other,
            boolean cancelled,
            @Nullable String description,
            References references) {
        this(
                date,
                time,
                reportDate,
                action,
                brokerType,
                instrument,
                quantity,
                cash,
                value,
                statedGain,
                ratio,
                other,
                cancelled,
                description,
                references,
                null,
                null);
    }

    /** What kind of action it is; {@code OTHER} where the broker's word for it is not known. */
    public enum Kind {
        SPLIT,
        STOCK_DIVIDEND,
        SPIN_OFF,
        MERGER,
        TENDER,
        RIGHTS_ISSUE,
        RIGHTS_EXERCISE,
        IDENTITY_CHANGE,
        REDEMPTION,
        DELISTING,
        CONSENT,
        EXCHANGE,
        OTHER
    }

    /** {@code received} new units for each {@code held} old ones: a 5-for-1 split is 5 to 1. */
    public record Ratio(Quantity received, Quantity held) {}
}
