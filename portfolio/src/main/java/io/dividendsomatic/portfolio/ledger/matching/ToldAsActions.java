package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.actions.PaidDividends;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the dividend that a broker tells once more as a corporate action, even in the same file: both of one day, one
 * instrument and one amount of money. The payment stays, with the lines of both; each payment takes at most one.
 */
final class ToldAsActions {

    private ToldAsActions() {}

    static List<Fact> joined(List<Fact> facts, Core core) {
        List<Fact> actions = facts.stream()
                .filter(fact -> fact.row() instanceof CorporateAction action && PaidDividends.is(action))
                .sorted(Comparator.comparing(Fact::id))
                .toList();
        if (actions.isEmpty()) {
            return facts;
        }
        Map<FactId, Fact> kept = new TreeMap<>();
        facts.forEach(fact -> kept.put(fact.id(), fact));
        Map<FactId, Fact> free = new TreeMap<>();
        facts.stream().filter(ToldAsActions::isPayment).forEach(fact -> free.put(fact.id(), fact));
        actions.forEach(action -> paymentOf(action, free, core).ifPresent(payment -> {
            free.remove(payment.id());
            kept.remove(action.id());
            kept.put(payment.id(), payment.toldAlsoBy(List.of(action), payment.row()));
        }));
        return List.copyOf(kept.values());
    }

    private static Optional<Fact> paymentOf(Fact action, Map<FactId, Fact> payments, Core core) {
        Money cash = ((CorporateAction) action.row()).cash();
        return payments.values().stream()
                .filter(payment -> payment.view().date().equals(action.view().date()))
                .filter(payment -> core.instruments()
                        .agree(payment.view().instrument(), action.view().instrument()))
                .filter(payment -> MoneyAgreement.same(
                        Objects.requireNonNull(payment.view().movement()).amount(), cash))
                .findFirst();
    }

    private static boolean isPayment(Fact fact) {
        return fact.row() instanceof CashDividend || fact.row() instanceof PaymentInLieu;
    }
}
