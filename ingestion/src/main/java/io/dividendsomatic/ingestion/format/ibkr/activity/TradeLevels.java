package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.NumberStyle;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of its levels tells a trade, so that each is counted once: for each side of an instrument, the executions where
 * they cover the orders, else the orders. A statement may give executions for some tables and only orders for others.
 */
final class TradeLevels {
    private final Map<Side, BigDecimal> ordered = new HashMap<>();
    private final Map<Side, BigDecimal> executed = new HashMap<>();

    /** Takes a row in while the file is looked over. */
    void add(Line line) {
        switch (TradeSection.level(line)) {
            case ORDER -> ordered.merge(side(line), quantity(line).abs(), BigDecimal::add);
            case EXECUTION -> executed.merge(side(line), quantity(line).abs(), BigDecimal::add);
            case null, default -> {}
        }
    }

    /** Whether the row's level is the one that counts on its side of its instrument. */
    boolean counts(Line line, TradeLevel level) {
        Side side = side(line);
        BigDecimal orders = ordered.get(side);
        BigDecimal executions = executed.get(side);
        if (orders == null || executions == null) {
            return true;
        }
        boolean byExecution = executions.compareTo(orders) >= 0;
        return byExecution == (level == TradeLevel.EXECUTION);
    }

    private static Side side(Line line) {
        return new Side(
                line.cell("ClientAccountID"),
                line.cell("AssetClass"),
                line.cell("CurrencyPrimary"),
                line.cell("Symbol"),
                quantity(line).signum());
    }

    /** What is no number counts as nothing here; its row is refused when it is read. */
    private static BigDecimal quantity(Line line) {
        try {
            return NumberStyle.DOT.parse(line.cell("Quantity")).orElse(BigDecimal.ZERO);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    private record Side(String account, String assetClass, String currency, String symbol, int sign) {}
}
