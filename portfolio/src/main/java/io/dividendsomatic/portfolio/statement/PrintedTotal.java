package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum that the broker printed: it checks the rows, and is never a fact beside them.
 *
 * @param topic of what it is a sum
 * @param table in which it stands, by our name of the section, such as {@code CASH_REPORT}
 * @param label of its row, as printed
 * @param group what part it sums up, such as an asset class or a symbol; absent for the whole table
 * @param currency of the amount; absent where the file does not say it
 * @param inBase whether several currencies, or one foreign one, are converted to the base currency in it
 * @param period of which it tells; absent where the file does not say it
 * @param digits after the point, where it was printed with zeros at its end, which no amount keeps; else absent
 */
public record PrintedTotal(
        Topic topic,
        String table,
        String label,
        @Nullable String group,
        @Nullable CurrencyCode currency,
        boolean inBase,
        @Nullable Period period,
        Amount amount,
        @Nullable Integer digits)
        implements StatementRow {

    /** Of a figure that was printed without zeros at its end, or of which the reader does not tell. */
    public PrintedTotal(
            Topic topic,
            String table,
            String label,
            @Nullable String group,
            @Nullable CurrencyCode currency,
            boolean inBase,
            @Nullable Period period,
            Amount amount) {
        this(topic, table, label, group, currency, inBase, period, amount, null);
    }

    /** The amount to the digits to which it was printed. */
    public BigDecimal asPrinted() {
        return amount.toDigits(digits);
    }

    /** Of what a printed figure is the sum. */
    public enum Topic {
        DIVIDENDS,
        PAYMENTS_IN_LIEU,
        WITHHOLDING_TAX,
        INTEREST,
        DEPOSITS_AND_WITHDRAWALS,
        FEES,
        TAXES,
        COMMISSIONS,
        PROCEEDS,
        PURCHASES,
        SALES,
        REALIZED_GAIN,
        UNREALIZED_GAIN,
        MARK_TO_MARKET,
        COST_BASIS,
        MARKET_VALUE,
        DIVIDEND_ACCRUALS,
        INTEREST_ACCRUALS,
        STARTING_CASH,
        ENDING_CASH,
        STARTING_VALUE,
        ENDING_VALUE,
        FX_TRANSLATION,
        TRANSFERS,
        OTHER
    }
}
