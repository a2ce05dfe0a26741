package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A trade or a trade confirmation, from the columns
 *
 * <ul>
 *   <li>TradeDate, DateTime, TradeTime: when; SettleDate: when it settles
 *   <li>Quantity: negative when sold; Buy/Sell gives the sign where a writer leaves it out
 *   <li>CurrencyPrimary: of price, proceeds, cost and gain
 *   <li>TradePrice; Proceeds, TradeMoney, IBCommission, Taxes, NetCash: see {@link TradeMoney}
 *   <li>Cost, FifoPnlRealized: what the broker states of cost and gain
 *   <li>Codes, OpenCloseIndicator, and {@code (Ca.)} behind Buy/Sell: the remarks of the trade
 * </ul>
 *
 * and those of its instrument. A trade of two currencies is an {@link FxTradeRow}.
 */
final class TradeRow {
    private static final Pattern CANCELLED = Pattern.compile("\\(Ca\\.?\\)");
    private static final String SELL = "SELL";

    private TradeRow() {}

    static Fact read(Cells cells, FlexScope scope, Level level) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        if (FxTradeRow.isOne(cells)) {
            return FxTradeRow.read(cells, scope, level, unit);
        }
        FlexInstrument instrument = FlexInstrument.of(cells);
        Quantity quantity = quantity(cells);
        UnitPrice price = cells.price("TradePrice", unit);
        TradeMoney money = TradeMoney.of(cells, unit, quantity, price);
        Trade trade = new Trade(
                when(cells, scope),
                instrument.required(cells),
                quantity,
                unit.currency(),
                price,
                money.proceeds(),
                money.costs(),
                money.settled(),
                cells.rate("FXRateToBase", unit),
                cells.amount("Cost", unit),
                cells.amount("FifoPnlRealized", unit),
                level,
                codes(cells),
                cells.text(FlexCells.TEXT),
                FlexReferences.of(cells));
        return new Fact(scope.account(cells), List.of(trade), instrument.flags());
    }

    /** The time counts on the trade's own day only: a trade of Sunday evening is one of Monday. */
    static TradeTime when(Cells cells, FlexScope scope) {
        LocalDate date = scope.day(cells, "TradeDate", "DateTime", "Date", "ReportDate");
        boolean sameDay = cells.has("DateTime") && cells.date("DateTime").equals(date);
        LocalTime time = sameDay ? time(cells) : null;
        String clock = cells.text("TradeTime");
        if (time == null && clock != null && (sameDay || !cells.has("DateTime"))) {
            time = FlexDates.clock(clock).orElse(null);
        }
        return new TradeTime(date, time, cells.has("SettleDate") ? cells.date("SettleDate") : null);
    }

    static @Nullable LocalTime time(Cells cells) {
        String time = cells.text(FlexCells.TIME);
        return time == null ? null : LocalTime.parse(time);
    }

    /** A cancelled purchase stands with a negative quantity, as the broker writes it. */
    static Quantity quantity(Cells cells) {
        Quantity stated = cells.quantity("Quantity");
        String side = side(cells);
        boolean unsigned = side.equals(SELL) && stated.value().signum() > 0;
        return unsigned ? new Quantity(stated.value().negate()) : stated;
    }

    static List<String> codes(Cells cells) {
        List<String> codes =
                new ArrayList<>(FlexReferences.codes(cells.text("OpenCloseIndicator"), cells.text("Codes")));
        String side = cells.text("Buy/Sell");
        if (side != null && CANCELLED.matcher(side).find() && !codes.contains("Ca")) {
            codes.add("Ca");
        }
        return codes;
    }

    /** Whether quantity × price is the money, as it is for shares and currencies and is not for contracts. */
    static boolean isPlain(BigDecimal quantity, BigDecimal price, BigDecimal money) {
        BigDecimal product = quantity.multiply(price).abs();
        BigDecimal tolerance = product.movePointLeft(4).add(new BigDecimal("0.01"));
        return product.subtract(money.abs()).abs().compareTo(tolerance) <= 0;
    }

    private static String side(Cells cells) {
        String side = cells.text("Buy/Sell");
        return side == null ? "" : side.toUpperCase(Locale.ROOT);
    }
}
