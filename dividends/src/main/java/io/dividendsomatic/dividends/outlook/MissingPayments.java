package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.income.Distribution;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.dividends.outlook.MissingMoney.Basis;
import io.dividendsomatic.dividends.outlook.MissingMoney.Kind;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Payments that are late or short: against accruals, against the shares held on the ex date, and against habit. */
final class MissingPayments {
    /** Pay dates of one season move by this much. */
    private static final int HABIT_DAYS = 20;

    private final Position position;
    private final Knowledge knowledge;
    private final Patience patience;

    MissingPayments(Position position, Knowledge knowledge, Patience patience) {
        this.position = position;
        this.knowledge = knowledge;
        this.patience = patience;
    }

    Stream<MissingMoney> all() {
        return Stream.of(
                        position.expected().stream().flatMap(this::againstAccrual),
                        position.income().distributions().stream().flatMap(this::againstShares),
                        Estimate.until(knowledge.asOf(), position.income()).stream()
                                .flatMap(this::againstHabit))
                .flatMap(findings -> findings);
    }

    private Stream<MissingMoney> againstAccrual(ExpectedPayment expected) {
        LocalDate payDate = expected.payDate();
        Amount gross = expected.gross();
        if (payDate == null || gross == null || gross.value().signum() <= 0 || !expected.isOwed()) {
            return Stream.empty();
        }
        List<Payment> received = standing()
                .filter(payment -> expected.isMetBy(payment, position.expected()))
                .toList();
        if (received.isEmpty()) {
            boolean due = knowledge.coversFor(expected.account(), payDate.plusDays(patience.declaredDays()));
            return due
                    ? Stream.of(finding(
                            Kind.LATE,
                            Basis.ACCRUAL,
                            expected.account(),
                            payDate,
                            expected.currency(),
                            gross,
                            List.of(),
                            expected.sources()))
                    : Stream.empty();
        }
        boolean comparable =
                received.stream().allMatch(payment -> payment.currency().equals(expected.currency()));
        return comparable && patience.isShort(gross.value(), sum(received))
                ? Stream.of(finding(
                        Kind.SHORT,
                        Basis.ACCRUAL,
                        expected.account(),
                        received.getFirst().payDate(),
                        expected.currency(),
                        gross,
                        received,
                        expected.sources()))
                : Stream.empty();
    }

    /** Only where the ex date is known, since nothing else says which shares it was paid on. */
    private Stream<MissingMoney> againstShares(Distribution paid) {
        LocalDate exDate = paid.exDate();
        PerShare rate = paid.rate();
        if (exDate == null || rate == null || rate.origin() == PerShare.Origin.COMPUTED) {
            return Stream.empty();
        }
        return knowledge.toldUntil().keySet().stream().sorted().flatMap(account -> {
            Quantity shares = knowledge.held().at(account, position.key(), exDate.minusDays(1));
            if (shares == null || shares.value().signum() <= 0 || isAccrued(account, paid)) {
                return Stream.empty();
            }
            Amount entitled = PerShare.times(rate.amount(), shares);
            List<Payment> received = paid.payments().stream()
                    .filter(payment -> payment.account().equals(account))
                    .toList();
            boolean comparable =
                    received.stream().allMatch(payment -> payment.currency().equals(rate.currency()));
            boolean due = knowledge.coversFor(account, paid.date().plusDays(patience.declaredDays()))
                    && (!received.isEmpty() || !receivedNear(account, paid.date()));
            return due && comparable && patience.isShort(entitled.value(), sum(received))
                    ? Stream.of(finding(
                            received.isEmpty() ? Kind.LATE : Kind.SHORT,
                            Basis.ENTITLEMENT,
                            account,
                            paid.date(),
                            rate.currency(),
                            entitled,
                            received,
                            sources(paid.payments())))
                    : Stream.empty();
        });
    }

    /** What an accrual tells of is compared with the accrual. */
    private boolean isAccrued(AccountId account, Distribution paid) {
        return position.expected().stream()
                .filter(expected -> expected.account().equals(account) && expected.gross() != null)
                .anyMatch(expected -> paid.exDate() != null && paid.exDate().equals(expected.exDate()));
    }

    private Stream<MissingMoney> againstHabit(Estimate estimate) {
        LocalDate due = estimate.payDate().plusDays(patience.habitDays());
        return knowledge.toldUntil().keySet().stream()
                .sorted()
                .filter(account -> knowledge.coversFor(account, due))
                .filter(account -> !isKnownOtherwise(account, estimate))
                .flatMap(account -> Stream.ofNullable(knowledge.held().at(account, position.key(), estimate.payDate()))
                        .filter(shares -> shares.value().signum() > 0)
                        .map(shares -> finding(
                                Kind.LATE,
                                Basis.HABIT,
                                account,
                                estimate.payDate(),
                                estimate.currency(),
                                PerShare.times(estimate.perShare(), shares),
                                List.of(),
                                sources(estimate.follows().payments()))));
    }

    /** Whether an accrual or a payment, of whatever size, stands near that day. */
    private boolean isKnownOtherwise(AccountId account, Estimate estimate) {
        boolean accrued = position.expected().stream()
                .filter(expected -> expected.account().equals(account))
                .anyMatch(expected -> expected.payDate() != null && isNear(expected.payDate(), estimate.payDate()));
        return accrued || receivedNear(account, estimate.payDate());
    }

    private boolean receivedNear(AccountId account, LocalDate day) {
        return standing()
                .filter(payment -> payment.account().equals(account))
                .anyMatch(payment -> isNear(payment.payDate(), day));
    }

    private static boolean isNear(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= HABIT_DAYS;
    }

    private Stream<Payment> standing() {
        return position.payments().stream()
                .filter(payment -> payment.isStanding() && !payment.payDate().isAfter(knowledge.asOf()));
    }

    private MissingMoney finding(
            Kind kind,
            Basis basis,
            AccountId account,
            LocalDate date,
            CurrencyCode currency,
            Amount expected,
            List<Payment> received,
            List<SourceRef> evidence) {
        List<FactId> ids = received.stream().map(Payment::id).sorted().toList();
        List<SourceRef> sources = Stream.concat(evidence.stream(), sources(received).stream())
                .distinct()
                .sorted()
                .toList();
        return new MissingMoney(
                kind,
                basis,
                account,
                position.instrument(),
                date,
                currency,
                expected,
                new Amount(sum(received)),
                ids,
                sources);
    }

    private static BigDecimal sum(List<Payment> payments) {
        return payments.stream().map(payment -> payment.gross().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static List<SourceRef> sources(List<Payment> payments) {
        return payments.stream()
                .flatMap(payment -> payment.sources().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
