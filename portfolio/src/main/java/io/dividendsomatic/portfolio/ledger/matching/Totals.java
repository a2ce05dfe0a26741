package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the executions of an order must sum up to: of a trade its units and its proceeds, of a conversion its two legs.
 *
 * @param counter absent where no figure of it is stated
 * @param slack how far {@code counter} can be from the truth: it is zero for figures that are stated, and for those that
 *     follow from a price half a unit of the price's last digit for each unit
 */
record Totals(BigDecimal main, @Nullable BigDecimal counter, BigDecimal slack) {
    /** No broker prints prices to fewer digits, and canonical decimals have lost their trailing zeros. */
    private static final int COARSEST_PRICE = 2;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    static Totals of(List<Fact> executions) {
        BigDecimal main = BigDecimal.ZERO;
        BigDecimal counter = BigDecimal.ZERO;
        BigDecimal slack = BigDecimal.ZERO;
        for (Fact execution : executions) {
            Totals part = of(execution.row());
            main = main.add(part.main);
            counter = counter == null || part.counter == null ? null : counter.add(part.counter);
            slack = slack.add(part.slack);
        }
        return new Totals(main, counter, slack);
    }

    static Totals of(StatementRow row) {
        return switch (row) {
            case Trade t -> new Totals(t.quantity().value(), proceeds(t), slack(t));
            case FxConversion f -> new Totals(f.amount().amount().value(), value(f.counterAmount()), BigDecimal.ZERO);
            default -> throw new IllegalArgumentException("has no executions: " + row);
        };
    }

    boolean agree(Totals other) {
        if (main.compareTo(other.main) != 0) {
            return false;
        }
        if (counter == null || other.counter == null || FigureAgreement.same(counter, other.counter)) {
            return true;
        }
        BigDecimal difference = counter.subtract(other.counter).abs();
        return difference.compareTo(slack.add(other.slack)) <= 0;
    }

    private static BigDecimal slack(Trade trade) {
        UnitPrice price = trade.price();
        if (trade.proceeds() != null || price == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal multiplier = trade.instrument().multiplier();
        return HALF.scaleByPowerOfTen(-Math.max(COARSEST_PRICE, price.value().scale()))
                .multiply(trade.quantity().value().abs())
                .multiply(multiplier == null ? BigDecimal.ONE : multiplier);
    }

    private static @Nullable BigDecimal proceeds(Trade trade) {
        Amount proceeds = trade.proceeds();
        UnitPrice price = trade.price();
        BigDecimal multiplier = trade.instrument().multiplier();
        if (proceeds != null || price == null) {
            return proceeds == null ? null : proceeds.value();
        }
        return price.value()
                .multiply(trade.quantity().value())
                .multiply(multiplier == null ? BigDecimal.ONE : multiplier)
                .negate();
    }

    private static @Nullable BigDecimal value(@Nullable Money money) {
        return money == null ? null : money.amount().value();
    }
}
