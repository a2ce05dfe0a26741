package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.generic.Rule.Direction;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the rows of one fact from its values. What the file does not state stays absent; nothing is worked out. */
final class FactReader {
    private final Values values;
    private final Told told;

    private FactReader(Values values) {
        this.values = values;
        this.told = Told.by(values);
    }

    /** The fact, of no account yet; without rows where an optional figure is not there. */
    static Fact read(Values values) {
        if (values.fact().optional() && !isTold(values)) {
            return new Fact(null, List.of(), List.of());
        }
        FactReader reader = new FactReader(values);
        return new Fact(null, reader.rows(), reader.told.flags());
    }

    static References references(Values values) {
        return new References(
                values.text("transaction"), values.text("trade"), values.text("order"), values.text("event"));
    }

    /** As the broker words it: its description, else its word for the kind of row. */
    static @Nullable String description(Values values) {
        String description = values.text("description");
        return description != null ? description : values.text("type");
    }

    private static boolean isTold(Values values) {
        return switch (values.fact().kind()) {
            case CASH_BALANCE, ENDING_CASH -> values.has("balance");
            case NET_ASSET_VALUE -> values.has("value");
            case HOLDING -> values.has("holding");
            case FX_RATE -> values.has("fxRate");
            case BUY, SELL, TRADE, POSITION, REALIZED_GAIN, CORPORATE_ACTION, TRANSFER, TRANSFER_IN, TRANSFER_OUT ->
                values.has("quantity") || values.has("amount");
            case DIVIDEND, PAYMENT_IN_LIEU, INTEREST -> isTold(values, "amount", "gross", "net");
            case WITHHOLDING_TAX, FEE, DEPOSIT, WITHDRAWAL, CASH, FX -> isTold(values, "amount");
        };
    }

    private static boolean isTold(Values values, String... fields) {
        return Stream.of(fields).anyMatch(field -> {
            BigDecimal figure = values.number(field);
            return figure != null && figure.signum() != 0;
        });
    }

    private List<StatementRow> rows() {
        Kind kind = values.fact().kind();
        return switch (kind) {
            case BUY, SELL, TRADE -> new TradeReader(values).trade(instrument());
            case FX -> List.of(new TradeReader(values).conversion());
            case DIVIDEND ->
                gross().map(gross -> (StatementRow) new CashDividend(
                                movement(gross),
                                instrument(),
                                values.optionalDay("exDate"),
                                values.price("price"),
                                values.optionalQuantity("quantity")))
                        .toList();
            case PAYMENT_IN_LIEU ->
                gross().map(gross -> (StatementRow) new PaymentInLieu(
                                movement(gross),
                                instrument(),
                                values.optionalDay("exDate"),
                                values.price("price"),
                                values.optionalQuantity("quantity")))
                        .toList();
            case WITHHOLDING_TAX ->
                List.of(new WithholdingTax(movement(amount()), told.instrument(), values.optionalDay("exDate")));
            case INTEREST ->
                gross().map(gross -> (StatementRow) new Interest(movement(gross), told.instrument()))
                        .toList();
            case FEE -> {
                String category = values.text("category");
                yield List.of(new Fee(
                        movement(amount()), category != null ? category : values.text("type"), told.instrument()));
            }
            case DEPOSIT -> List.of(new Deposit(movement(amount())));
            case WITHDRAWAL -> List.of(new Withdrawal(movement(amount())));
            case CASH -> {
                CashMovement movement = movement(amount());
                yield List.of(
                        movement.amount().amount().value().signum() < 0
                                ? new Withdrawal(movement)
                                : new Deposit(movement));
            }
            case TRANSFER, TRANSFER_IN, TRANSFER_OUT -> List.of(transfer());
            case CORPORATE_ACTION -> List.of(corporateAction());
            case POSITION -> List.of(new FigureReader(values).position(instrument()));
            case FX_RATE, CASH_BALANCE, ENDING_CASH, NET_ASSET_VALUE -> List.of(new FigureReader(values).figure());
            case HOLDING -> List.of(new HoldingAfter(values.day("date"), instrument(), values.quantity("holding")));
            case REALIZED_GAIN -> List.of(new FigureReader(values).statedGain(instrument()));
        };
    }

    /**
     * The payment before tax. Of one that the file states after tax it is what came and what was withheld: one sum where
     * both are in one currency, else a part in each.
     */
    private Stream<Money> gross() {
        int cash = values.fact().kind().cash;
        Money stated = values.has("amount") ? values.cash("amount", cash) : values.cash("gross", cash);
        if (stated != null && !values.fact().fields().containsKey("net")) {
            return Stream.of(stated);
        }
        Money net = values.required(values.has("net") ? "net" : "amount", values.cash("net", cash));
        Money tax = values.money("tax");
        if (tax == null || tax.amount().value().signum() == 0) {
            return Stream.of(net);
        }
        BigDecimal withheld = tax.amount().value().abs();
        Money added = Values.with(tax, net.amount().value().signum() < 0 ? withheld.negate() : withheld);
        return net.currency().equals(added.currency()) ? Stream.of(net.plus(added)) : Stream.of(net, added);
    }

    private Money amount() {
        return values.required("amount", values.cash("amount", values.fact().kind().cash));
    }

    private CashMovement movement(Money amount) {
        return new CashMovement(
                values.day("date"),
                amount,
                values.cash("settled", values.fact().kind().cash),
                values.rate(amount.currency()),
                description(values),
                references(values));
    }

    private Instrument instrument() {
        return values.required(values.has("symbol") ? "symbol" : "name", told.instrument());
    }

    private Transfer transfer() {
        Kind kind = values.fact().kind();
        Quantity quantity = values.optionalQuantity("quantity");
        Money cash = values.cash("amount", kind.cash);
        if (quantity == null && cash == null) {
            values.required("quantity", null);
        }
        return new Transfer(
                values.day("date"),
                told.instrument(),
                quantity == null || kind == Kind.TRANSFER ? quantity : signed(quantity, kind == Kind.TRANSFER_OUT),
                cash,
                magnitude("value"),
                magnitude("cost"),
                values.text("counterparty"),
                description(values),
                references(values));
    }

    private CorporateAction corporateAction() {
        Quantity quantity = values.optionalQuantity("quantity");
        Money cash = values.cash("amount", 0);
        if (quantity == null && (cash == null || cash.amount().value().signum() == 0)) {
            values.required("quantity", null);
        }
        Direction direction = values.fact().direction();
        Quantity received = values.optionalQuantity("received");
        Quantity held = values.optionalQuantity("held");
        return new CorporateAction(
                values.day("date"),
                values.time(),
                values.optionalDay("reportDate"),
                action(),
                values.has("category") ? values.text("category") : values.text("type"),
                instrument(),
                direction == null || quantity == null ? quantity : signed(quantity, direction == Direction.OUT),
                cash,
                values.money("value"),
                gainOfAction(),
                received == null || held == null ? null : new CorporateAction.Ratio(received, held),
                null,
                false,
                description(values),
                references(values));
    }

    /** The mapping's, else by the word in the row; a word that is none of ours is another action. */
    private CorporateAction.Kind action() {
        CorporateAction.Kind action = values.fact().action();
        String word = values.text("action");
        return action != null
                ? action
                : Stream.of(CorporateAction.Kind.values())
                        .filter(kind -> kind.name().equalsIgnoreCase(word))
                        .findFirst()
                        .orElse(CorporateAction.Kind.OTHER);
    }

    /** A gain stands in no currency of its own; one whose currency the row does not share is left out. */
    private @Nullable Amount gainOfAction() {
        Money gain = values.money("gain");
        return gain == null
                        || !values.has("currency")
                        || !gain.currency().equals(values.unit().currency())
                ? null
                : gain.amount();
    }

    private @Nullable Money magnitude(String field) {
        Money money = values.money(field);
        return money == null ? null : Values.with(money, money.amount().value().abs());
    }

    static Quantity signed(Quantity quantity, boolean out) {
        BigDecimal units = quantity.value().abs();
        return new Quantity(out ? units.negate() : units);
    }

    static List<StatementRow> listOf(StatementRow row, List<? extends StatementRow> more) {
        List<StatementRow> all = new ArrayList<>();
        all.add(row);
        all.addAll(more);
        return List.copyOf(all);
    }
}
