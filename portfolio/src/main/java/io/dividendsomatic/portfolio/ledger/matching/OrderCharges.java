package io.dividendsomatic.portfolio.ledger.matching;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives what an order cost, told in rows of its number, to the trade of that number, whatever file tells which row. A
 * trade whose own row states no costs has these, of its day first; of several trades each gets one before one gets a
 * second, the greatest first. Where no file tells the trade without its costs, they are those that its row states, if
 * they are not more and no file tells both. A charge in another currency than the costs there stands for itself.
 */
final class OrderCharges {
    private static final Comparator<Fact> GREATEST_FIRST = comparing(
                    (Fact charge) -> money(charge).amount().value().abs(), Comparator.<BigDecimal>reverseOrder())
            .thenComparing(Fact::id);
    private static final Comparator<Fact> EARLIEST_FIRST = comparing(
                    (Fact trade) -> trade.view().time(), nullsLast(Comparator.<LocalTime>naturalOrder()))
            .thenComparing(trade -> trade(trade).quantity().value().abs(), Comparator.reverseOrder())
            .thenComparing(Fact::id);

    private final Map<FactId, Fact> kept = new TreeMap<>();

    /** How many charges of a kind each trade got. */
    private final Map<Given, Integer> given = new HashMap<>();

    private record Given(FactId trade, boolean tax) {}

    private OrderCharges() {}

    /** @param facts of which no two are joined yet, so that each trade is as its own row tells it */
    static List<Fact> joined(List<Fact> facts, Twins twins) {
        Map<String, List<Fact>> orders = new TreeMap<>();
        for (Fact fact : facts) {
            String order = fact.view().references().order();
            if (order != null && (fact.row() instanceof Fee || fact.row() instanceof Trade)) {
                orders.computeIfAbsent(order, first -> new ArrayList<>()).add(fact);
            }
        }
        orders.values()
                .removeIf(order -> order.stream().noneMatch(OrderCharges::isCharge)
                        || order.stream().allMatch(OrderCharges::isCharge));
        if (orders.isEmpty()) {
            return facts;
        }
        OrderCharges charges = new OrderCharges();
        facts.forEach(fact -> charges.kept.put(fact.id(), fact));
        orders.values().forEach(order -> charges.join(order, twins));
        return List.copyOf(charges.kept.values());
    }

    private void join(List<Fact> order, Twins twins) {
        List<Fact> told = order.stream().filter(OrderCharges::isCharge).toList();
        List<FactId> trades = order.stream()
                .filter(fact -> !isCharge(fact))
                .sorted(EARLIEST_FIRST)
                .map(Fact::id)
                .toList();
        List<FactId> bare = trades.stream()
                .filter(id -> trade(fact(id)).costs().equals(Costs.NONE))
                .toList();
        told.forEach(charge -> kept.remove(charge.id()));
        for (Fact charge : twins.joined(told).stream().sorted(GREATEST_FIRST).toList()) {
            Optional<FactId> trade = bare.isEmpty() ? statingIt(charge, trades) : lacking(charge, bare);
            trade.ifPresentOrElse(
                    id -> kept.put(
                            id,
                            bare.isEmpty()
                                    ? fact(id).toldAlsoBy(List.of(charge), fact(id).row())
                                    : with(fact(id), charge)),
                    () -> kept.put(charge.id(), charge));
        }
    }

    /** The one that has fewest charges of the kind, if its currency allows. */
    private Optional<FactId> lacking(Fact charge, List<FactId> bare) {
        boolean tax = isTax(charge);
        LocalDate day = charge.view().date();
        return bare.stream()
                .filter(id -> adds(cost(trade(fact(id)), tax), money(charge)))
                .min(comparing((FactId id) -> !fact(id).view().date().equals(day))
                        .thenComparing(id -> given.getOrDefault(new Given(id, tax), 0), naturalOrder()))
                .map(id -> {
                    given.merge(new Given(id, tax), 1, Integer::sum);
                    return id;
                });
    }

    private Optional<FactId> statingIt(Fact charge, List<FactId> trades) {
        BigDecimal amount = money(charge).amount().value();
        return trades.stream()
                .filter(id -> !fact(id).sharesAFileWith(charge))
                .filter(id -> Stream.of(
                                trade(fact(id)).costs().fee(),
                                trade(fact(id)).costs().tax())
                        .filter(Objects::nonNull)
                        .filter(cost -> cost.currency().equals(money(charge).currency()))
                        .map(cost -> cost.amount().value())
                        .anyMatch(cost ->
                                cost.signum() == amount.signum() && cost.abs().compareTo(amount.abs()) >= 0))
                .findFirst();
    }

    private static Fact with(Fact trade, Fact charge) {
        Trade row = trade(trade);
        boolean tax = isTax(charge);
        Money sum = sum(cost(row, tax), money(charge));
        Costs costs = tax
                ? new Costs(row.costs().fee(), sum)
                : new Costs(sum, row.costs().tax());
        return trade.toldAlsoBy(List.of(charge), row.costing(costs));
    }

    private Fact fact(FactId id) {
        return Objects.requireNonNull(kept.get(id));
    }

    private static boolean isCharge(Fact fact) {
        return fact.row() instanceof Fee;
    }

    private static boolean isTax(Fact charge) {
        return Fee.TAX.equals(((Fee) charge.row()).category());
    }

    private static Trade trade(Fact fact) {
        return (Trade) fact.row();
    }

    private static Money money(Fact charge) {
        return ((Fee) charge.row()).movement().amount();
    }

    private static @Nullable Money cost(Trade trade, boolean tax) {
        return tax ? trade.costs().tax() : trade.costs().fee();
    }

    private static boolean adds(@Nullable Money cost, Money charge) {
        return cost == null || cost.currency().equals(charge.currency());
    }

    private static Money sum(@Nullable Money cost, Money charge) {
        return cost == null ? charge : cost.plus(charge);
    }
}
