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
 */
record Totals(BigDecimal main, @Nullable BigDecimal counter) {

    static Totals of(List<Fact> executions) {
        BigDecimal main = BigDecimal.ZERO;
        BigDecimal counter = BigDecimal.ZERO;
        for (Fact execution : executions) {
            Totals part = of(execution.row());
            main = main.add(part.main);
            counter = counter == null || part.counter == null ? null : counter.add(part.counter);
        }
        return new Totals(main, counter);
    }

    static Totals of(StatementRow row) {
        return switch (row) {
            case Trade t -> new Totals(t.quantity().value(), proceeds(t));
            case FxConversion f -> new Totals(f.amount().amount().value(), value(f.counterAmount()));
            default -> throw new IllegalArgumentException("has no executions: " + row);
        };
    }

    boolean agree(Totals other) {
        return FigureAgreement.same(main, other.main)
                && (counter == null || other.counter == null || FigureAgreement.same(counter, other.counter));
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
