package io.dividendsomatic.dividends.outlook;

import static java.util.Objects.requireNonNull;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.outlook.MissingMoney.Basis;
import io.dividendsomatic.dividends.outlook.MissingMoney.Kind;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tax that differs from what it was before, that is not there where it should be, or that was not given back. */
final class MissingTax {
    private static final int CENTS = 2;

    private final Position position;
    private final LocalDate asOf;
    private final Patience patience;

    MissingTax(Position position, LocalDate asOf, Patience patience) {
        this.position = position;
        this.asOf = asOf;
        this.patience = patience;
    }

    Stream<MissingMoney> all() {
        List<Payment> known = position.payments().stream()
                .filter(payment -> !payment.payDate().isAfter(asOf))
                .toList();
        Set<FactId> questioned = known.stream()
                .filter(Payment::isTaxOnly)
                .flatMap(payment -> payment.candidates().stream())
                .collect(Collectors.toSet());
        // Whose tax is not decided, of that no rate is known.
        List<Payment> decided = known.stream()
                .filter(Payment::isStanding)
                .filter(payment -> !questioned.contains(payment.id()))
                .toList();
        Map<AccountId, TaxRates> byAccount = decided.stream()
                .collect(Collectors.groupingBy(
                        Payment::account, Collectors.collectingAndThen(Collectors.toList(), TaxRates::ofAccount)));
        return Stream.of(
                        decided.stream()
                                .flatMap(payment ->
                                        taxedOtherwise(payment, requireNonNull(byAccount.get(payment.account())))),
                        decided.stream()
                                .flatMap(payment -> inLieuWithoutTax(
                                        payment, decided, requireNonNull(byAccount.get(payment.account())))),
                        refundsMissing(known))
                .flatMap(findings -> findings);
    }

    /** Against the rate of the broker's accrual, else of the payments before it in the same account. */
    private Stream<MissingMoney> taxedOtherwise(Payment payment, TaxRates ofAccount) {
        if (payment.kind() != PaymentKind.DIVIDEND) {
            return Stream.empty();
        }
        BigDecimal accrued = payment.terms().expectedTaxRate();
        BigDecimal usual =
                accrued != null ? accrued : ofAccount.usual(payment.payDate()).orElse(null);
        return TaxRates.of(payment).stream()
                .filter(rate -> usual != null && patience.isOtherRate(rate, usual))
                .map(rate -> finding(
                        Kind.TAXED_OTHERWISE,
                        accrued != null ? Basis.ACCRUAL : Basis.HABIT,
                        payment,
                        payment.gross().value().multiply(usual == null ? BigDecimal.ZERO : usual)));
    }

    /** Against the ordinary part of the same payment, else the ordinary dividends before it. */
    private Stream<MissingMoney> inLieuWithoutTax(Payment payment, List<Payment> all, TaxRates ofAccount) {
        boolean untaxed = payment.kind() == PaymentKind.PAYMENT_IN_LIEU
                && payment.tax().isEmpty()
                && payment.gross().value().signum() > 0;
        if (!untaxed) {
            return Stream.empty();
        }
        return all.stream()
                .filter(other -> other.kind() == PaymentKind.DIVIDEND)
                .filter(other -> other.paymentEventId().equals(payment.paymentEventId()))
                .flatMap(other -> TaxRates.of(other).stream())
                .findFirst()
                .or(() -> ofAccount.usual(payment.payDate()))
                .filter(rate -> rate.signum() > 0)
                .map(rate -> finding(
                        Kind.IN_LIEU_WITHOUT_TAX,
                        Basis.ROWS,
                        payment,
                        payment.gross().value().multiply(rate)))
                .stream();
    }

    /** Payments that cancel out must leave no tax behind. */
    private Stream<MissingMoney> refundsMissing(Collection<Payment> known) {
        record Pair(AccountId account, CurrencyCode currency, PaymentKind kind, BigDecimal size) {}
        Map<Pair, List<Payment>> pairs = known.stream()
                .filter(payment -> payment.reversed() && !payment.isTaxOnly())
                .collect(Collectors.groupingBy(payment -> new Pair(
                        payment.account(),
                        payment.currency(),
                        payment.kind(),
                        payment.gross().value().abs())));
        return pairs.values().stream().flatMap(pair -> {
            BigDecimal left = pair.stream()
                    .map(payment -> payment.withholdingTax().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Payment last = pair.stream().max(Payment.BY_DATE).orElseThrow();
            return left.signum() <= 0
                    ? Stream.empty()
                    : Stream.of(new MissingMoney(
                            Kind.REFUND_MISSING,
                            Basis.ROWS,
                            last.account(),
                            position.instrument(),
                            last.payDate(),
                            last.currency(),
                            new Amount(left),
                            new Amount(BigDecimal.ZERO),
                            pair.stream().map(Payment::id).sorted().toList(),
                            MissingPayments.sources(pair)));
        });
    }

    private MissingMoney finding(Kind kind, Basis basis, Payment payment, BigDecimal expectedTax) {
        return new MissingMoney(
                kind,
                basis,
                payment.account(),
                position.instrument(),
                payment.payDate(),
                payment.currency(),
                new Amount(expectedTax.setScale(CENTS, RoundingMode.HALF_UP)),
                payment.withholdingTax(),
                List.of(payment.id()),
                payment.sources());
    }
}
