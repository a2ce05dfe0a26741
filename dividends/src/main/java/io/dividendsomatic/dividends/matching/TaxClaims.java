package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

    private final Map<SourceRef, List<CashRow>> byLine = new HashMap<>();
    private final Map<String, List<CashRow>> byEvent = new HashMap<>();
    private final Map<InstrumentKey, NavigableMap<LocalDate, List<CashRow>>> byDay = new HashMap<>();
    private final Set<FactId> reversed;

    private TaxClaims(List<CashRow> payments, Set<FactId> reversed) {
        payments.forEach(this::add);
        this.reversed = reversed;
    }

    private void add(CashRow payment) {
        payment.sources()
                .forEach(line ->
                        byLine.computeIfAbsent(line, first -> new ArrayList<>()).add(payment));
        if (payment.event() != null) {
            byEvent.computeIfAbsent(payment.event(), first -> new ArrayList<>()).add(payment);
        }
        if (payment.key() != null) {
            byDay.computeIfAbsent(payment.key(), first -> new TreeMap<>())
                    .computeIfAbsent(payment.date(), first -> new ArrayList<>())
                    .add(payment);
        }
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
        Map<FactId, Claim> byTax = new HashMap<>();
        rows.stream().filter(CashRow::isTax).forEach(tax -> byTax.put(tax.id(), claims.claim(tax)));
        return byTax;
    }

    private Claim claim(CashRow tax) {
        List<CashRow> inWindow = possible(tax, inWindow(tax));
        Predicate<CashRow> sameDay = payment -> tax.date().equals(payment.date());
        Predicate<CashRow> sameCurrency = payment -> tax.currency().equals(payment.currency());
        return Stream.<Supplier<List<CashRow>>>of(
                        () -> possible(tax, onItsLines(tax)),
                        () -> possible(tax, ofItsEvent(tax)),
                        () -> those(inWindow, sameDay.and(sameCurrency)),
                        () -> those(inWindow, sameCurrency),
                        () -> those(inWindow, sameDay),
                        () -> inWindow)
                .map(tier -> claimOf(tax, tier.get()))
                .filter(claim -> !claim.payments().isEmpty())
                .findFirst()
                .orElse(Claim.NONE);
    }

    private static List<CashRow> those(List<CashRow> payments, Predicate<CashRow> wanted) {
        return payments.stream().filter(wanted).toList();
    }

    /** Of the instrument of the tax; of any, where it names none and only a line or a number can tell. */
    private static List<CashRow> possible(CashRow tax, Stream<CashRow> payments) {
        return payments.filter(payment -> tax.key() == null || tax.key().equals(payment.key()))
                .filter(payment -> !contradict(tax, payment))
                .toList();
    }

    /** Each once: several lines may tell both. */
    private Stream<CashRow> onItsLines(CashRow tax) {
        Map<FactId, CashRow> found = new TreeMap<>();
        tax.sources()
                .forEach(line ->
                        byLine.getOrDefault(line, List.of()).forEach(payment -> found.put(payment.id(), payment)));
        return found.values().stream();
    }

    private Stream<CashRow> ofItsEvent(CashRow tax) {
        String event = tax.event();
        return event == null ? Stream.empty() : byEvent.getOrDefault(event, List.of()).stream();
    }

    private Stream<CashRow> inWindow(CashRow tax) {
        NavigableMap<LocalDate, List<CashRow>> days = tax.key() == null ? null : byDay.get(tax.key());
        return days == null
                ? Stream.empty()
                : days
                        .subMap(
                                tax.date().minusDays(DAYS_AFTER_PAYMENT),
                                true,
                                tax.date().plusDays(DAYS_BEFORE_PAYMENT),
                                true)
                        .values()
                        .stream()
                        .flatMap(List::stream);
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
}
