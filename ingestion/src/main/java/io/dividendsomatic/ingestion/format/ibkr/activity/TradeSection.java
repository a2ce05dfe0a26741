package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The section Trades, of any asset class: each class has a header of its own.
 *
 * <ul>
 *   <li>Quantity: units, negative when sold; of a currency pair {@code EUR.USD}, units of the first currency
 *   <li>Proceeds: the effect on cash before costs, in the row's currency; futures state a Notional Value instead, which
 *       moves no cash
 *   <li>Comm/Fee: in the row's currency, negative when charged; Comm in EUR: in the currency of the column's name
 *   <li>Basis, Realized P/L: as the broker computes them; Code: remarks between semicolons
 * </ul>
 */
final class TradeSection {
    private static final String COMMISSION = "Commission";
    private static final String COMMISSION_IN = "CommissionIn";
    private static final String PROCEEDS = "Proceeds";
    private static final String CURRENCIES = "CASH";
    private static final Pattern PAIR = Pattern.compile("([A-Z]{3})[./]([A-Z]{3})");

    private TradeSection() {}

    /** What the row is; null where its word is not known. A table without levels tells orders. */
    static @Nullable TradeLevel level(Line line) {
        String level = line.cell("LevelOfDetail");
        return level.isEmpty()
                ? TradeLevel.ORDER
                : line.context().language().level(level).orElse(null);
    }

    /** Sums have no level. */
    static @Nullable String passOver(Line line) {
        if (!line.isData()) {
            return null;
        }
        TradeLevel level = level(line);
        return switch (level) {
            case CLOSED_LOT -> "CLOSED_LOT: lot of a closing trade";
            case WASH_SALE -> "WASH_SALE: lot of a closing trade";
            case ORDER, EXECUTION ->
                line.context().survey().levels().counts(line, level)
                        ? null
                        : level == TradeLevel.ORDER
                                ? "ORDER: total of its trades"
                                : "TRADE: execution of an order that is told whole";
            case null -> null;
        };
    }

    static Fact read(Line line, Cells cells) {
        Trade.Level level = switch (level(line)) {
            case ORDER -> Trade.Level.ORDER;
            case EXECUTION -> Trade.Level.EXECUTION;
            case null, default ->
                throw cells.refused("LevelOfDetail", ProblemCode.UNKNOWN_TYPE, "neither order, trade nor lot");
        };
        Problem unknown = commissionInNoCurrency(line, cells);
        List<Problem> flags = unknown == null ? List.of() : List.of(unknown);
        return line.fact(
                cells,
                List.of(
                        CURRENCIES.equals(line.assetClass())
                                ? conversion(line, cells, level)
                                : trade(line, cells, level)),
                flags);
    }

    private static Trade trade(Line line, Cells cells, Trade.Level level) {
        Instrument instrument = cells.required("Symbol", line.symbol(cells));
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        Quantity quantity = cells.quantity("Quantity");
        UnitPrice price = cells.price("TradePrice", unit);
        return new Trade(
                when(line, cells),
                instrument,
                quantity,
                unit.currency(),
                price,
                bySide(cells.amount(PROCEEDS, unit), quantity, price),
                new Costs(fee(line, cells, unit), null),
                null,
                null,
                cells.amount("Basis", unit),
                cells.amount("RealizedGain", unit),
                level,
                Line.codes(cells),
                cells.text("Description"),
                Line.references(cells));
    }

    /**
     * A purchase pays and a sale receives. Some writers leave the sign to the quantity; at a price above zero it is
     * clear.
     */
    private static @Nullable Amount bySide(@Nullable Amount proceeds, Quantity quantity, @Nullable UnitPrice price) {
        if (proceeds == null || price == null || price.value().signum() <= 0) {
            return proceeds;
        }
        int side = quantity.value().signum();
        boolean unsigned = side != 0 && proceeds.value().signum() == side;
        return unsigned ? new Amount(proceeds.value().negate()) : proceeds;
    }

    private static FxConversion conversion(Line line, Cells cells, Trade.Level level) {
        CurrencyUnit counter = cells.unit("CurrencyPrimary");
        CurrencyCode currency = first(cells);
        Amount proceeds = cells.amount(PROCEEDS, counter);
        return new FxConversion(
                when(line, cells),
                new Money(new Amount(cells.quantity("Quantity").value()), currency),
                proceeds == null ? null : new Money(proceeds, counter.currency()),
                cells.price("TradePrice", counter),
                fee(line, cells, null),
                level,
                cells.text("Description"),
                Line.references(cells));
    }

    /** The first currency of the pair that is the symbol. */
    private static CurrencyCode first(Cells cells) {
        Matcher pair = PAIR.matcher(cells.required("Symbol"));
        if (!pair.matches()) {
            throw cells.refused("Symbol", ProblemCode.UNKNOWN_CURRENCY, "not a pair of currencies");
        }
        return CurrencyCode.find(pair.group(1))
                .orElseThrow(() -> cells.refused("Symbol", ProblemCode.UNKNOWN_CURRENCY, "not a currency"));
    }

    private static TradeTime when(Line line, Cells cells) {
        String column = line.has("DateTime") ? "DateTime" : "Date";
        return new TradeTime(
                cells.date(column),
                ClockTime.find(line.cell(column)),
                cells.text("SettleDate") == null ? null : cells.date("SettleDate"));
    }

    /** @param unit of the row's figures, where a commission without a currency of its own is one of them */
    private static @Nullable Money fee(Line line, Cells cells, @Nullable CurrencyUnit unit) {
        CurrencyCode named = line.has(COMMISSION_IN) ? line.currencyOf(COMMISSION_IN) : null;
        CurrencyUnit charged = named != null ? new CurrencyUnit(named, 0) : unit;
        if (charged == null) {
            return null;
        }
        Amount fee = cells.amount(named != null ? COMMISSION_IN : COMMISSION, charged);
        return fee == null ? null : new Money(fee, charged.currency());
    }

    /**
     * A commission whose currency no header tells: the one behind the proceeds, under a column without a name, or
     * Comm/Fee of currencies, which is charged in the base currency as often as not.
     */
    private static @Nullable Problem commissionInNoCurrency(Line line, Cells cells) {
        if (line.has(COMMISSION_IN)) {
            return null;
        }
        String message = "no column tells the currency of this commission";
        if (line.has(COMMISSION)) {
            return CURRENCIES.equals(line.assetClass()) && isFigure(line.cell(COMMISSION))
                    ? cells.problem(COMMISSION, ProblemCode.UNKNOWN_CURRENCY, message)
                    : null;
        }
        CsvRow names = line.table().names();
        for (int i = 2; i < names.size() - 1; i++) {
            if (line.context().language().column(names.cell(i)).equals(PROCEEDS)
                    && names.cell(i + 1).isEmpty()
                    && isFigure(line.row().cell(i + 1))) {
                return new Problem(
                        line.row().line(),
                        "",
                        ProblemCode.UNKNOWN_CURRENCY,
                        message,
                        line.row().cell(i + 1));
            }
        }
        return null;
    }

    private static boolean isFigure(String text) {
        try {
            return NumberStyle.DOT.parse(text).map(value -> value.signum() != 0).orElse(false);
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
