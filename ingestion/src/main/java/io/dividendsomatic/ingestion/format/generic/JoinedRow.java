package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.generic.Rule.Part;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row's fact with what another row of its order gives to it. */
final class JoinedRow {
    private JoinedRow() {}

    /** Nothing where the part does not belong to such a row, or its amount has another currency than the costs there. */
    static @Nullable StatementRow of(StatementRow main, Part part, StatementRow told) {
        Money amount = amount(told);
        return switch (main) {
            case Transfer units when part == Part.PROCEEDS && told instanceof FxConversion money -> trade(units, money);
            case Trade trade when part == Part.NOTE -> trade;
            case FxConversion conversion when part == Part.NOTE -> conversion;
            case Trade trade
            when part == Part.FEE && adds(trade.costs().fee(), amount) ->
                trade.costing(new Costs(
                        sum(trade.costs().fee(), amount), trade.costs().tax()));
            case Trade trade
            when part == Part.TAX && adds(trade.costs().tax(), amount) ->
                trade.costing(new Costs(trade.costs().fee(), sum(trade.costs().tax(), amount)));
            case FxConversion conversion
            when part == Part.FEE && adds(conversion.fee(), amount) ->
                with(conversion, conversion.counterAmount(), sum(conversion.fee(), amount));
            case FxConversion conversion
            when part == Part.COUNTER && amount != null && conversion.counterAmount() == null ->
                with(conversion, amount, conversion.fee());
            default -> null;
        };
    }

    /** Units that came, and the money that went for them at the same time. */
    private static @Nullable Trade trade(Transfer units, FxConversion money) {
        Instrument instrument = units.instrument();
        Quantity quantity = units.quantity();
        return instrument == null || quantity == null || units.cash() != null
                ? null
                : new Trade(
                        money.when(),
                        instrument,
                        quantity,
                        money.amount().currency(),
                        money.price(),
                        money.amount().amount(),
                        new Costs(money.fee(), null),
                        null,
                        null,
                        null,
                        null,
                        money.level(),
                        List.of(),
                        units.description(),
                        units.references());
    }

    /** Of a part. */
    static @Nullable Money amount(StatementRow part) {
        return switch (part) {
            case Fee fee -> movement(fee.movement());
            case WithholdingTax tax -> movement(tax.movement());
            case FxConversion conversion -> conversion.amount();
            default -> null;
        };
    }

    private static Money movement(CashMovement movement) {
        return movement.amount();
    }

    private static boolean adds(@Nullable Money costs, @Nullable Money amount) {
        return amount != null && (costs == null || costs.currency().equals(amount.currency()));
    }

    private static @Nullable Money sum(@Nullable Money costs, @Nullable Money amount) {
        return costs == null || amount == null ? amount : costs.plus(amount);
    }

    /** A leg alone: of what the rate beside it is the rate, is not told. */
    static FxConversion withoutPrice(FxConversion leg) {
        return new FxConversion(
                leg.when(),
                leg.amount(),
                leg.counterAmount(),
                null,
                leg.fee(),
                leg.level(),
                leg.description(),
                leg.references());
    }

    private static FxConversion with(FxConversion conversion, @Nullable Money counter, @Nullable Money fee) {
        return new FxConversion(
                conversion.when(),
                conversion.amount(),
                counter,
                conversion.price(),
                fee,
                conversion.level(),
                conversion.description(),
                conversion.references());
    }
}
