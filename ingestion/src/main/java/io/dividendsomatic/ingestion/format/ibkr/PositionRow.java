package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.OpenPosition.Detail;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An open position, from the columns
 *
 * <ul>
 *   <li>ClientAccountID: its account, in queries over several
 *   <li>ReportDate: the day at whose end it is stated; without the column, the last day of the statement
 *   <li>LevelOfDetail: SUMMARY, or LOT for a part of it; SUMMARY when absent
 *   <li>CurrencyPrimary: the currency of every figure of the row
 *   <li>Quantity: units, negative when short
 *   <li>MarkPrice: the broker's valuation price of a unit; PositionValue: quantity × price × multiplier
 *   <li>CostBasisPrice: cost a unit; CostBasisMoney: cost of all
 *   <li>FifoPnlUnrealized: gain not realised, by first in, first out
 *   <li>FXRateToBase: multiply by it to get the account's base currency
 * </ul>
 *
 * and those of {@link InstrumentRow}.
 */
public final class PositionRow {
    public static final List<String> REQUIRED = List.of("Symbol", "Quantity", "CurrencyPrimary");

    private PositionRow() {}

    /**
     * @param lastDay of the statement, when it says
     * @param assetClasses gives the Flex code of an asset class, or leaves it
     */
    public static Fact read(Cells cells, @Nullable LocalDate lastDay, UnaryOperator<String> assetClasses) {
        InstrumentRow instrument = InstrumentRow.of(cells, cells.required("Symbol"), assetClasses);
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        OpenPosition position = new OpenPosition(
                cells.has("ReportDate") ? cells.date("ReportDate") : cells.required("ReportDate", lastDay),
                instrument.instrument(),
                detail(cells),
                unit.currency(),
                cells.quantity("Quantity"),
                cells.price("MarkPrice", unit),
                cells.amount("PositionValue", unit),
                cells.price("CostBasisPrice", unit),
                cells.amount("CostBasisMoney", unit),
                cells.amount("FifoPnlUnrealized", unit),
                cells.rate("FXRateToBase", unit));
        return new Fact(cells.account(Broker.IBKR, "ClientAccountID"), List.of(position), instrument.flags());
    }

    private static Detail detail(Cells cells) {
        String level = cells.text("LevelOfDetail");
        return switch (level == null ? "SUMMARY" : level.toUpperCase(Locale.ROOT)) {
            case "SUMMARY" -> Detail.SUMMARY;
            case "LOT" -> Detail.LOT;
            default -> throw cells.refused("LevelOfDetail", ProblemCode.UNKNOWN_TYPE, "neither SUMMARY nor LOT");
        };
    }
}
