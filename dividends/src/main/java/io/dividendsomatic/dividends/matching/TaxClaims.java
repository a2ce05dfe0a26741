package io.dividendsomatic.dividends.matching;

import static java.util.Objects.requireNonNull;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which payment each row of tax belongs to. The first of these that finds any payment decides: a line that tells both;
 * the broker's number of the event; the same instrument and pay date; the same instrument in a window of days. Among
 * several the words decide (ordinary or in lieu, the rate per share), then whether tax and payment stand or cancel out.
 * Where two are left, neither gets it. What a file tells after tax has lost it already. Tax in another currency stays apart and names the payment.
 */
final class TaxClaims {
    /** Tax follows the payment from which it was taken, a correction by longer. */
    private static final int DAYS_AFTER_PAYMENT = 30;
    /** A payment after its tax only means that the broker posted the tax early. */
    private static final int DAYS_BEFORE_PAYMENT = 5;

    private final List<CashRow> payments;
    private final Map<InstrumentKey, List<CashRow>> byInstrument;
    private final Set<FactId> reversed;

    private TaxClaims(List<CashRow> payments, Set<FactId> reversed) {
        this.payments = payments;
        byInstrument = payments.stream()
                .filter(payment -> payment.key() != null)
                .collect(Collectors.groupingBy(payment -> requireNonNull(payment.key())));
        this.reversed = reversed;
    }

    /** One payment that claims it, or all those that could. */
    record Claim(List<FactId> payments, boolean attached) {
        static final Claim NONE = new Claim(List.of(), false);

        Claim {
            payments = List.copyOf(payments);
        }
    }

    /** The claim on each row of tax by its identity. */
    static Map<FactId, Claim> of(Collection<CashRow> rows, Set<FactId> reversed) {
        List<CashRow> payments = rows.stream()
                .filter(row -> !row.isTax() && !row.isAfterTax())
                .sorted(CashRow.BY_DATE)
                .toList();
        TaxClaims claims = new TaxClaims(payments, reversed);
        Map<FactId, Claim> byTax = new TreeMap<>();
        rows.stream().filter(CashRow::isTax).forEach(tax -> byTax.put(tax.id(), claims.claim(tax)));
        return byTax;
    }

    private Claim claim(CashRow tax) {
        List<CashRow> possible =
                near(tax).stream().filter(payment -> !contradict(tax, payment)).toList();
        Predicate<CashRow> sameDay = payment -> tax.date().equals(payment.date()) && tax.key() != null;
        Predicate<CashRow> inWindow = payment -> isInWindow(tax, payment) && tax.key() != null;
        Predicate<CashRow> sameCurrency = payment -> tax.currency().equals(payment.currency());
        return Stream.of(
                        tax::sharesALineWith,
                        tax::sharesEventWith,
                        sameDay.and(sameCurrency),
                        inWindow.and(sameCurrency),
                        sameDay,
                        inWindow)
                .map(tier -> claimOf(tax, possible.stream().filter(tier).toList()))
                .filter(claim -> !claim.payments().isEmpty())
                .findFirst()
                .orElse(Claim.NONE);
    }

    /** Payments of the instrument of the tax; of any, where it names none and only a line or a number can tell. */
    private List<CashRow> near(CashRow tax) {
        return tax.key() == null ? payments : byInstrument.getOrDefault(tax.key(), List.of());
    }

    private Claim claimOf(CashRow tax, List<CashRow> possible) {
        List<CashRow> sameCurrency = possible.stream()
                .filter(payment -> payment.currency().equals(tax.currency()))
                .toList();
        List<CashRow> narrowed = narrowed(tax, sameCurrency.isEmpty() ? possible : sameCurrency);
        return new Claim(
                narrowed.stream().map(CashRow::id).sorted().toList(), narrowed.size() == 1 && !sameCurrency.isEmpty());
    }

    /** Each of these narrows only where it leaves a payment. */
    private List<CashRow> narrowed(CashRow tax, List<CashRow> payments) {
        List<CashRow> left = payments;
        left = preferring(left, payment -> DividendWords.taxBelongs(tax.text(), payment.text()));
        left = preferring(left, tax::namesRateOf);
        boolean cancelled = reversed.contains(tax.id());
        left = preferring(left, payment -> cancelled == reversed.contains(payment.id()));
        return preferring(left, payment -> tax.sign() == -payment.sign());
    }

    private static List<CashRow> preferring(List<CashRow> payments, Predicate<CashRow> better) {
        if (payments.size() < 2) {
            return payments;
        }
        List<CashRow> preferred = payments.stream().filter(better).toList();
        return preferred.isEmpty() ? payments : preferred;
    }

    /** Words that say of which kind the payment was, or at which rate, are not overruled by its day. */
    private static boolean contradict(CashRow tax, CashRow payment) {
        boolean ordinary = payment.kind() == PaymentKind.DIVIDEND;
        return (tax.inLieu() == ordinary && (tax.inLieu() || DividendWords.saysCashDividend(tax.text())))
                || tax.contradictsRateOf(payment);
    }

    private static boolean isInWindow(CashRow tax, CashRow payment) {
        long days = ChronoUnit.DAYS.between(payment.date(), tax.date());
        return -DAYS_BEFORE_PAYMENT <= days && days <= DAYS_AFTER_PAYMENT;
    }
}
