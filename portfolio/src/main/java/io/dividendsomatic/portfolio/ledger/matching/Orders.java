package io.dividendsomatic.portfolio.ledger.matching;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the executions that one file tells for the order that another file tells. An order is told by the executions of
 * its instrument, side and day that sum up to it exactly: first those that share an order number, then a single one, then
 * all that are left. A subset is never guessed: an order that stays without its executions, while some are there, stands
 * in the ledger beside them and is reported.
 */
final class Orders {
    private static final Comparator<Fact> BY_TIME = comparing(
                    (Fact fact) -> fact.view().time(), nullsLast(Comparator.<LocalTime>naturalOrder()))
            .thenComparing(Fact::id);

    private final InstrumentAgreement instruments;
    private final Map<FactId, Fact> kept = new TreeMap<>();
    private final Set<FactId> claimed = new TreeSet<>();
    private final List<OpenQuestion> questions = new ArrayList<>();

    private Orders(InstrumentAgreement instruments) {
        this.instruments = instruments;
    }

    /** The facts with each order merged into its executions, and what stays open. */
    record Resolved(List<Fact> facts, List<OpenQuestion> questions) {}

    /** Orders and executions that could belong to one another; of conversions all of a day and side of one currency. */
    private record Desk(Class<?> kind, LocalDate date, int side, String currency) {}

    static Resolved resolve(List<Fact> facts, InstrumentAgreement instruments) {
        Map<Desk, List<Fact>> desks = facts.stream()
                .filter(fact -> fact.row() instanceof Trade || fact.row() instanceof FxConversion)
                .collect(Collectors.groupingBy(Orders::desk));
        if (desks.isEmpty()) {
            return new Resolved(facts, List.of());
        }
        Orders orders = new Orders(instruments);
        facts.forEach(fact -> orders.kept.put(fact.id(), fact));
        desks.values().forEach(orders::resolve);
        orders.questions.sort(comparing(OpenQuestion::date)
                .thenComparing(question -> question.facts().getFirst()));
        return new Resolved(List.copyOf(orders.kept.values()), List.copyOf(orders.questions));
    }

    private static Desk desk(Fact fact) {
        String currency =
                fact.row() instanceof FxConversion f ? f.amount().currency().code() : "";
        int side = Totals.of(fact.row()).main().signum();
        return new Desk(fact.row().getClass(), fact.view().date(), side, currency);
    }

    private void resolve(List<Fact> desk) {
        List<Fact> orders = desk.stream()
                .filter(fact -> level(fact.row()) == Level.ORDER)
                .sorted(BY_TIME)
                .toList();
        for (Fact order : orders) {
            List<Fact> executions = executions(order, desk);
            sharingANumber(order, executions).ifPresent(group -> merge(order, group));
        }
        for (Fact order : unresolved(orders)) {
            executions(order, desk).stream()
                    .map(List::of)
                    .filter(one -> fits(order, one) && sameTime(order, one.getFirst()))
                    .findFirst()
                    .ifPresent(one -> merge(order, one));
        }
        for (Fact order : unresolved(orders)) {
            List<Fact> rest = executions(order, desk);
            if (!rest.isEmpty() && fits(order, rest)) {
                merge(order, rest);
            }
        }
        for (Fact order : unresolved(orders)) {
            List<Fact> rest = executions(order, desk);
            if (!rest.isEmpty()) {
                questions.add(question(order, rest));
            }
        }
    }

    private List<Fact> unresolved(List<Fact> orders) {
        return orders.stream().filter(order -> kept.containsKey(order.id())).toList();
    }

    /** Executions of the order's instrument, told by files that do not tell the order, and claimed by no order yet. */
    private List<Fact> executions(Fact order, List<Fact> desk) {
        Instrument instrument = order.view().instrument();
        return desk.stream()
                .filter(fact -> level(fact.row()) == Level.EXECUTION)
                .filter(fact -> !claimed.contains(fact.id()))
                .filter(fact -> !fact.sharesAFileWith(order))
                .filter(fact -> instruments.agree(instrument, fact.view().instrument()))
                .filter(fact -> sameCurrencies(order.row(), fact.row()))
                .sorted(BY_TIME)
                .toList();
    }

    private static Optional<List<Fact>> sharingANumber(Fact order, List<Fact> executions) {
        Map<String, List<Fact>> groups = new LinkedHashMap<>();
        for (Fact execution : executions) {
            String number = execution.view().references().order();
            if (number != null) {
                groups.computeIfAbsent(number, ignored -> new ArrayList<>()).add(execution);
            }
        }
        String own = order.view().references().order();
        Collection<List<Fact>> possible = own == null ? groups.values() : own(groups.get(own));
        return possible.stream().filter(group -> fits(order, group)).findFirst();
    }

    private static Collection<List<Fact>> own(@Nullable List<Fact> group) {
        return group == null ? List.of() : List.of(group);
    }

    private static boolean fits(Fact order, List<Fact> executions) {
        return Totals.of(order.row()).agree(Totals.of(executions));
    }

    private static boolean sameTime(Fact order, Fact execution) {
        LocalTime one = order.view().time();
        LocalTime other = execution.view().time();
        return one == null || other == null || one.equals(other);
    }

    /** What an order states of itself, such as the broker's result, is also that of its executions. */
    private void merge(Fact order, List<Fact> executions) {
        kept.remove(order.id());
        List<StatementRow> rows = OrderFigures.given(
                order.row(), executions.stream().map(Fact::row).toList());
        for (int i = 0; i < executions.size(); i++) {
            Fact execution = executions.get(i);
            claimed.add(execution.id());
            kept.put(execution.id(), execution.toldAlsoBy(List.of(order), rows.get(i)));
        }
    }

    private static OpenQuestion question(Fact order, List<Fact> rest) {
        return new OpenQuestion(
                OpenQuestion.Kind.ORDER_WITHOUT_ITS_EXECUTIONS,
                order.view().date(),
                order.view().instrument(),
                List.of(order.id()),
                rest.stream().map(Fact::id).sorted(naturalOrder()).toList());
    }

    private static boolean sameCurrencies(StatementRow order, StatementRow execution) {
        if (order instanceof Trade t && execution instanceof Trade u) {
            return t.currency().equals(u.currency());
        }
        Money one = order instanceof FxConversion f ? f.counterAmount() : null;
        Money other = execution instanceof FxConversion g ? g.counterAmount() : null;
        return one == null || other == null || one.currency().equals(other.currency());
    }

    private static @Nullable Level level(StatementRow row) {
        return row instanceof Trade t ? t.level() : row instanceof FxConversion f ? f.level() : null;
    }
}
