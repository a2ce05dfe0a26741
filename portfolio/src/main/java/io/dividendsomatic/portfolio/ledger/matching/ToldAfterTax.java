package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the payment that one file tells after tax and another before it, both of one day and one instrument: the sum is
 * that of a payment alone, of a payment and one tax, or of all payments and taxes of the day that are left. The payment
 * stays, with the lines of both, and each payment and tax answers for one row at most. A row whose sum nothing there
 * makes stays beside them, and a person is asked.
 */
final class ToldAfterTax {
    private static final Comparator<Fact> BY_ID = Comparator.comparing(Fact::id);

    /** Cents round a payment, its tax and what came of both, each by half a cent. */
    private static final BigDecimal CONVERTED = new BigDecimal("0.015");

    private final Core core;
    private final Map<FactId, Fact> kept = new TreeMap<>();
    private final TreeSet<FactId> taken = new TreeSet<>();
    private final List<OpenQuestion> questions = new ArrayList<>();

    private ToldAfterTax(Core core) {
        this.core = core;
    }

    /** Facts by identity, and what could not be decided. */
    record Resolved(List<Fact> facts, List<OpenQuestion> questions) {}

    static Resolved resolve(List<Fact> facts, Core core) {
        List<Fact> rows = facts.stream()
                .filter(ToldAfterTax::isAfterTax)
                .sorted(Comparator.comparing((Fact fact) -> fact.view().date()).thenComparing(BY_ID))
                .toList();
        if (rows.isEmpty()) {
            return new Resolved(facts, List.of());
        }
        ToldAfterTax told = new ToldAfterTax(core);
        facts.forEach(fact -> told.kept.put(fact.id(), fact));
        Map<LocalDate, List<Fact>> days = facts.stream()
                .filter(fact -> isTax(fact) || (isPayment(fact) && !isAfterTax(fact)))
                .sorted(BY_ID)
                .collect(Collectors.groupingBy(fact -> fact.view().date()));
        rows.forEach(row -> told.answer(row, days.getOrDefault(row.view().date(), List.of())));
        return new Resolved(List.copyOf(told.kept.values()), List.copyOf(told.questions));
    }

    private void answer(Fact row, List<Fact> ofDay) {
        List<Fact> others = ofDay.stream()
                .filter(fact -> !fact.sharesAFileWith(row)
                        && core.instruments()
                                .agree(fact.view().instrument(), row.view().instrument()))
                .toList();
        List<Fact> free =
                others.stream().filter(fact -> !taken.contains(fact.id())).toList();
        Optional<List<Fact>> same =
                choices(free).filter(choice -> isSum(row, choice)).findFirst();
        if (same.isPresent()) {
            same.get().forEach(fact -> taken.add(fact.id()));
            kept.remove(row.id());
            FactId payment = same.get().getFirst().id();
            kept.computeIfPresent(payment, (id, fact) -> fact.toldAlsoBy(List.of(row), fact.row()));
        } else if (others.stream().anyMatch(ToldAfterTax::isPayment)) {
            questions.add(new OpenQuestion(
                    OpenQuestion.Kind.AFTER_TAX_OR_ANOTHER,
                    row.view().date(),
                    row.view().instrument(),
                    List.of(row.id()),
                    others.stream()
                            .filter(ToldAfterTax::isPayment)
                            .map(Fact::id)
                            .toList()));
        }
    }

    /** A payment comes first in each. */
    private static Stream<List<Fact>> choices(List<Fact> free) {
        List<Fact> payments = free.stream().filter(ToldAfterTax::isPayment).toList();
        List<Fact> taxes = free.stream().filter(ToldAfterTax::isTax).toList();
        Stream<List<Fact>> withOneTax =
                payments.stream().flatMap(payment -> taxes.stream().map(tax -> List.of(payment, tax)));
        Stream<List<Fact>> alone = payments.stream().map(List::of);
        Stream<List<Fact>> all = payments.isEmpty()
                ? Stream.of()
                : Stream.of(Stream.concat(payments.stream(), taxes.stream()).toList());
        return Stream.of(withOneTax, alone, all).flatMap(choice -> choice);
    }

    /** In one currency as figures agree; in another at the rate that the row states. */
    private static boolean isSum(Fact row, List<Fact> choice) {
        CashMovement told = movement(row);
        List<CurrencyCode> currencies =
                choice.stream().map(fact -> amount(fact).currency()).distinct().toList();
        if (currencies.size() != 1) {
            return false;
        }
        BigDecimal sum =
                choice.stream().map(fact -> amount(fact).amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = told.amount().amount().value();
        if (currencies.getFirst().equals(told.amount().currency())) {
            return FigureAgreement.same(sum, net);
        }
        FxRate rate = told.fxRateToBase();
        return rate != null && sum.subtract(net.multiply(rate.value())).abs().compareTo(CONVERTED) <= 0;
    }

    private static boolean isAfterTax(Fact fact) {
        return fact.row() instanceof CashDividend dividend && dividend.saysAfterTax();
    }

    private static boolean isPayment(Fact fact) {
        return fact.row() instanceof CashDividend || fact.row() instanceof PaymentInLieu;
    }

    private static boolean isTax(Fact fact) {
        return fact.row() instanceof WithholdingTax;
    }

    private static Money amount(Fact fact) {
        return movement(fact).amount();
    }

    private static CashMovement movement(Fact fact) {
        return Objects.requireNonNull(fact.view().movement());
    }
}
