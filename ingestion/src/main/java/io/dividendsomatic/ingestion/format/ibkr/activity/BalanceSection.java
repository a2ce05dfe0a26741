package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import org.jspecify.annotations.Nullable;

/** The sections in which the broker sums up: what the account is worth and how it came to that. They check the rows. */
final class BalanceSection {
    private static final String VALUE = "FieldValue";
    private static final String PERFORMANCE = "PERFORMANCE";

    private BalanceSection() {}

    /** The value at the end, by asset class and of all; a second table of the section tells only a rate of return. */
    static Fact netAssetValue(Line line, Cells cells) {
        String name = cells.required("AssetClass");
        NetAssetValue value = new NetAssetValue(
                line.lastDay(cells, "CurrentTotal"),
                line.context().language().isTotal(name) ? null : name,
                line.context().heading().baseCurrency(),
                new Amount(cells.required("CurrentTotal", cells.number("CurrentTotal"))));
        return line.fact(cells, value);
    }

    static @Nullable String passRateOfReturn(Line line) {
        return line.has("AssetClass") && line.has("CurrentTotal") ? null : PERFORMANCE;
    }

    static Fact changeInNav(Line line, Cells cells) {
        String label = cells.required("FieldName");
        CurrencyCode base = line.context().heading().baseCurrency();
        return line.fact(cells, printed(line, line.context().language().topic(label), label, base, true, cells, VALUE));
    }

    static Fact interestAccrual(Line line, Cells cells) {
        CurrencyCode currency = currency(line, cells);
        return line.fact(
                cells,
                printed(
                        line,
                        Topic.INTEREST_ACCRUALS,
                        cells.required("FieldName"),
                        currency,
                        isSummary(line),
                        cells,
                        VALUE));
    }

    /** Starting and ending cash are balances of their days; in a statement of several accounts, of none of them. */
    static Fact cash(Line line, Cells cells) {
        String label = cells.required("CashItem");
        CurrencyCode currency = currency(line, cells);
        Topic topic = line.context().language().topic(label);
        Period period = line.period();
        boolean start = topic == Topic.STARTING_CASH;
        boolean balance = start || topic == Topic.ENDING_CASH;
        if (!balance
                || period == null
                || currency == null
                || line.context().survey().isConsolidated()) {
            return line.fact(cells, printed(line, topic, label, currency, isSummary(line), cells, "Total"));
        }
        return line.fact(
                cells,
                new CashBalance(
                        start ? period.from() : period.to(),
                        currency,
                        isSummary(line),
                        start ? At.START_OF_DAY : At.END_OF_DAY,
                        amount(cells, "Total"),
                        cells.digits("Total")));
    }

    /** A line that is there in every statement, and has no figure in this one. */
    static @Nullable String passBlank(Line line) {
        return NumberStyle.isAbsent(line.cell(line.has(VALUE) ? VALUE : "Total")) && !line.isRagged()
                ? "TOTAL: no figure"
                : null;
    }

    private static PrintedTotal printed(
            Line line,
            Topic topic,
            String label,
            @Nullable CurrencyCode currency,
            boolean inBase,
            Cells cells,
            String column) {
        return new PrintedTotal(
                topic,
                line.section().name(),
                label,
                null,
                currency,
                inBase,
                line.period(),
                amount(cells, column),
                cells.digits(column));
    }

    private static boolean isSummary(Line line) {
        return line.context().language().isBaseSummary(line.cell("CurrencyPrimary"));
    }

    /** The row's currency: the base currency, which the statement may not tell, where the row sums up all. */
    private static @Nullable CurrencyCode currency(Line line, Cells cells) {
        return isSummary(line)
                ? line.context().heading().baseCurrency()
                : cells.unit("CurrencyPrimary").currency();
    }

    private static Amount amount(Cells cells, String column) {
        return new Amount(cells.required(column, cells.number(column)));
    }

    /** Balances in currencies: {@code Currency} is the base, {@code Description} the currency held. */
    static Fact forex(Line line, Cells cells) {
        CurrencyUnit held = cells.unit("Description");
        return line.fact(
                cells,
                new CashBalance(
                        line.lastDay(cells, "Quantity"),
                        held.currency(),
                        false,
                        At.END_OF_DAY,
                        new Amount(cells.quantity("Quantity").value())));
    }

    static @Nullable String passForex(Line line) {
        if (line.context().survey().has(Section.CASH_REPORT)) {
            return "FOREX_BALANCES: the Cash Report states them";
        }
        return line.context().survey().isConsolidated() ? "FOREX_BALANCES: of several accounts together" : null;
    }
}
