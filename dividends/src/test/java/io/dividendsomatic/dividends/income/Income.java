package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words for tests of income: rows in a table, and what else is known of the instrument. */
final class Income {
    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final CurrencyCode USD = new CurrencyCode("USD");

    private final Table table;
    private final LocalDate asOf;
    private final List<Split> splits = new ArrayList<>();
    private final List<ManualRate> manual = new ArrayList<>();
    private @Nullable Holding holding;
    private SharesHeld held = SharesHeld.UNKNOWN;
    private ToldUntil toldUntil = ToldUntil.UNKNOWN;
    private ReportingRates.RateOfDay rates = ReportingRates.RateOfDay.NONE;

    private Income(Table table, LocalDate asOf) {
        this.table = table;
        this.asOf = asOf;
    }

    static Income asOf(String day, String rows) {
        return new Income(Table.of(rows), LocalDate.parse(day));
    }

    /** Rows of dividends in dollars, each {@code day rate} for a hundred shares: {@code 2031-01-15 0.12}. */
    static String paying(String... daysAndRates) {
        return String.join(
                "\n",
                Arrays.stream(daysAndRates)
                        .map(text -> text.split(" ", 2))
                        .map(cells -> "d%s %s | DIVIDEND | %s | ALFA | %s USD | | rate=%s qty=100"
                                .formatted(
                                        cells[0],
                                        cells[1],
                                        cells[0],
                                        new BigDecimal(cells[1])
                                                .movePointRight(2)
                                                .toPlainString(),
                                        cells[1]))
                        .toList());
    }

    /** Four quarters of each year at the rate given for it. */
    static String quarterly(int firstYear, String... rates) {
        return String.join(
                "\n",
                Stream.iterate(0, n -> n < rates.length, n -> n + 1)
                        .map(n -> paying(Stream.of("01-15", "04-15", "07-15", "10-15")
                                .map(day -> (firstYear + n) + "-" + day + " " + rates[n])
                                .toArray(String[]::new)))
                        .toList());
    }

    Income split(String day, String factor) {
        splits.add(new Split(LocalDate.parse(day), new BigDecimal(factor)));
        return this;
    }

    Income manual(String from, String rate, Frequency frequency) {
        manual.add(new ManualRate(LocalDate.parse(from), UnitPrice.of(rate), USD, frequency));
        return this;
    }

    Income holding(String quantity, String currency, String price, String cost, @Nullable String fx) {
        holding = new Holding(
                Quantity.of(quantity),
                new CurrencyCode(currency),
                UnitPrice.of(price),
                UnitPrice.of(cost),
                fx == null ? null : FxRate.of(fx));
        return this;
    }

    Income rate(String dollarInEuro) {
        rates = (currency, day) -> currency.equals(USD) ? FxRate.of(dollarInEuro) : null;
        return this;
    }

    /** The account always held so many shares, and its files tell until that day. */
    Income told(String until, String shares) {
        held = (account, key, day) -> Quantity.of(shares);
        toldUntil = account -> LocalDate.parse(until);
        return this;
    }

    InstrumentIncome known() {
        return InstrumentIncome.of(
                new InstrumentIncome.Known(
                        table.payments(), table.expected(), manual, new Splits(splits), held, holding, toldUntil),
                new ReportingRates(EUR, Map.of(Table.ACCOUNT, EUR), rates),
                asOf);
    }
}
