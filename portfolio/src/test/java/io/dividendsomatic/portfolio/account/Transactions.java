package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.MARCH_3;
import static io.dividendsomatic.portfolio.account.Telling.USD;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for tests: transactions and printed figures that files tell an account. */
final class Transactions {

    private Transactions() {}

    /** Without a number of the broker. */
    static CashDividend dividend(String amount) {
        return dividend(null, amount);
    }

    static CashDividend dividend(@Nullable String transaction, String amount) {
        return new CashDividend(movement(transaction, amount, "ALFA Cash Dividend"), ALFA, null, null, null);
    }

    static CashMovement movement(@Nullable String transaction, String amount, String description) {
        return new CashMovement(
                MARCH_3, Money.of(amount, "USD"), null, null, description, References.ofTransaction(transaction));
    }

    /** The same payment with the rate that the broker sets beside it. */
    static CashDividend atRate(String rate, CashDividend paid) {
        CashMovement movement = paid.movement();
        return new CashDividend(
                new CashMovement(
                        movement.date(),
                        movement.amount(),
                        movement.settled(),
                        FxRate.of(rate),
                        movement.description(),
                        movement.references()),
                paid.instrument(),
                paid.exDate(),
                paid.perShare(),
                paid.quantity());
    }

    static Trade trade(References references, String quantity, String price, @Nullable String statedGain) {
        return new Trade(
                TradeTime.on(MARCH_3),
                ALFA,
                Quantity.of(quantity),
                USD,
                UnitPrice.of(price),
                null,
                Costs.NONE,
                null,
                null,
                null,
                statedGain == null ? null : Amount.of(statedGain),
                Level.EXECUTION,
                List.of(),
                null,
                references);
    }

    /** One side of a conversion that the broker tells in two rows under one number. */
    static FxConversion leg(String trade, String amount, String currency) {
        return new FxConversion(
                TradeTime.on(MARCH_3),
                Money.of(amount, currency),
                null,
                null,
                null,
                Level.EXECUTION,
                null,
                new References(null, trade, null, null));
    }

    static PrintedTotal total(String amount) {
        return new PrintedTotal(Topic.DIVIDENDS, "DIVIDENDS", "Total", null, USD, false, null, Amount.of(amount));
    }
}
