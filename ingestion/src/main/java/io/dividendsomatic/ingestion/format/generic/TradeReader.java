package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes trades and conversions. {@code gross} is the amount before costs, {@code net} the one after them. */
final class TradeReader {
    private final Values values;

    TradeReader(Values values) {
        this.values = values;
    }

    /**
     * The trade. Costs in a second currency are a fee of their own; where the net amount has them in it already, a second
     * fee would charge them again, and they are a remark.
     */
    List<StatementRow> trade(Instrument instrument) {
        Quantity quantity = quantity();
        int cash = -quantity.value().signum();
        CurrencyCode currency = values.unit().currency();
        List<Money> fees = values.costs("fee");
        List<Money> taxes = values.costs("tax");
        List<Money> others =
                Stream.concat(fees.stream().skip(1), taxes.stream().skip(1)).toList();
        Money net = values.cash("net", cash);
        Trade trade = new Trade(
                when(),
                instrument,
                quantity,
                currency,
                price(currency),
                proceeds(currency, cash),
                new Costs(first(fees), first(taxes)),
                net,
                values.rate(currency),
                inCurrency("cost", currency),
                inCurrency("gain", currency),
                level(),
                net == null
                        ? List.of()
                        : others.stream().map(TradeReader::remark).toList(),
                FactReader.description(values),
                FactReader.references(values));
        List<Fee> more = net != null
                ? List.of()
                : others.stream().map(cost -> fee(cost, instrument)).toList();
        return FactReader.listOf(trade, more);
    }

    FxConversion conversion() {
        Money amount = values.required("amount", values.cash("amount", 0));
        Money counter = values.money("counter");
        BigDecimal price = values.number("price");
        return new FxConversion(
                when(),
                amount,
                counter == null ? null : against(amount, counter),
                price == null ? null : new UnitPrice(price),
                first(values.costs("fee")),
                level(),
                FactReader.description(values),
                FactReader.references(values));
    }

    /** The other leg: what one brings, the other costs. */
    static Money against(Money amount, Money counter) {
        BigDecimal units = counter.amount().value().abs();
        return Values.with(counter, amount.amount().value().signum() < 0 ? units : units.negate());
    }

    private TradeTime when() {
        return new TradeTime(values.day("date"), values.time(), values.optionalDay("settleDate"));
    }

    private Trade.Level level() {
        return Objects.requireNonNullElse(values.fact().level(), Trade.Level.EXECUTION);
    }

    private Quantity quantity() {
        Quantity stated = values.quantity("quantity");
        boolean difference = values.fact().terms("quantity").stream()
                .anyMatch(term -> !term.minus().isEmpty());
        if (difference && stated.value().signum() <= 0) {
            throw values.refused("quantity", ProblemCode.BAD_NUMBER, "the difference is no number of units");
        }
        Kind kind = values.fact().kind();
        if (kind == Kind.TRADE) {
            return stated;
        }
        if (values.signs().amounts() == Signs.Sign.USUAL_IS_POSITIVE) {
            return kind == Kind.SELL ? new Quantity(stated.value().negate()) : stated;
        }
        return FactReader.signed(stated, kind == Kind.SELL);
    }

    private @Nullable UnitPrice price(CurrencyCode currency) {
        if (values.has("price") && !values.unit("price").currency().equals(currency)) {
            throw values.refused("price", ProblemCode.UNKNOWN_CURRENCY, "the price is not in the trade's currency");
        }
        return values.price("price");
    }

    private @Nullable Amount proceeds(CurrencyCode currency, int cash) {
        Money gross = values.cash("gross", cash);
        if (gross != null && !gross.currency().equals(currency)) {
            throw values.refused("gross", ProblemCode.UNKNOWN_CURRENCY, "the amount is not in the trade's currency");
        }
        return gross == null ? null : gross.amount();
    }

    /** What the broker states beside the trade; in another currency it is no figure of the trade's. */
    private @Nullable Amount inCurrency(String field, CurrencyCode currency) {
        Money stated = values.money(field);
        return stated == null || !stated.currency().equals(currency) ? null : stated.amount();
    }

    private static String remark(Money cost) {
        return "cost " + cost.amount() + " " + cost.currency();
    }

    private Fee fee(Money cost, Instrument instrument) {
        return new Fee(
                new CashMovement(
                        values.day("date"),
                        cost,
                        null,
                        null,
                        FactReader.description(values),
                        FactReader.references(values)),
                values.text("type"),
                instrument);
    }

    private static @Nullable Money first(List<Money> costs) {
        return costs.isEmpty() ? null : costs.getFirst();
    }
}
