package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an order states of all its executions together, given to them: to the only one all that it lacks; to several, of
 * which none states the figure, the broker's cost and result, each the part of its units. Parts have the digits of the
 * figure, but at least cents, rounded half even, and the last execution takes the rest: their sum is what was stated.
 */
final class OrderFigures {
    private static final int CENTS = 2;

    private OrderFigures() {}

    /** The rows of the executions, in their order. */
    static List<StatementRow> given(StatementRow order, List<StatementRow> executions) {
        if (executions.size() == 1) {
            return List.of(Content.completed(executions.getFirst(), order));
        }
        if (!(order instanceof Trade whole) || !executions.stream().allMatch(Trade.class::isInstance)) {
            return executions;
        }
        List<Trade> trades = executions.stream().map(Trade.class::cast).toList();
        List<@Nullable Amount> costs = parts(whole, trades, Trade::statedCost);
        List<@Nullable Amount> gains = parts(whole, trades, Trade::statedGain);
        List<StatementRow> rows = new ArrayList<>();
        for (int i = 0; i < trades.size(); i++) {
            rows.add(with(trades.get(i), costs.get(i), gains.get(i)));
        }
        return rows;
    }

    private static List<@Nullable Amount> parts(
            Trade order, List<Trade> executions, Function<Trade, @Nullable Amount> figure) {
        List<@Nullable Amount> own = new ArrayList<>();
        executions.forEach(execution -> own.add(figure.apply(execution)));
        Amount stated = figure.apply(order);
        BigDecimal units = order.quantity().value();
        if (stated == null || units.signum() == 0 || own.stream().anyMatch(Objects::nonNull)) {
            return own;
        }
        int scale = Math.max(CENTS, stated.value().scale());
        BigDecimal rest = stated.value();
        List<@Nullable Amount> parts = new ArrayList<>();
        for (Trade execution : executions) {
            BigDecimal part = parts.size() == executions.size() - 1
                    ? rest
                    : stated.value()
                            .multiply(execution.quantity().value())
                            .divide(units, scale, RoundingMode.HALF_EVEN);
            parts.add(new Amount(part));
            rest = rest.subtract(part);
        }
        return parts;
    }

    private static Trade with(Trade trade, @Nullable Amount cost, @Nullable Amount gain) {
        return new Trade(
                trade.when(),
                trade.instrument(),
                trade.quantity(),
                trade.currency(),
                trade.price(),
                trade.proceeds(),
                trade.costs(),
                trade.settled(),
                trade.fxRateToBase(),
                cost,
                gain,
                trade.level(),
                trade.codes(),
                trade.description(),
                trade.references());
    }
}
