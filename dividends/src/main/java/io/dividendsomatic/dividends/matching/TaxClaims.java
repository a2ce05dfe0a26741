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

/**
 * Which payment each row of tax belongs to. The first of these that finds any payment decides: a line that tells both and
 * no other payment of the day; the broker's number of the event; the same instrument and pay date; the same instrument in
 * a window of days. Among several those on its line come first (all are where a file has but one, so a line proves
 * little), then the words decide (ordinary or in lieu, the rate per share), then whether tax and payment stand or cancel
 * out. Where two are left, neither gets it. What a file tells after tax has lost it already. Tax in another currency stays
 * apart and names the payment.
 */
final class TaxClaims {
    /** Tax follows the payment from which it was taken, a correction by longer. */
    private static final int DAYS_AFTER_PAYMENT = 30;
    /** A payment after its tax only means that the broker posted the tax early. */
    private static final int DAYS_BEFORE_PAYMENT = 5;

    private final Map<Spot, List<CashRow>> byLine = new HashMap<>();
    private final Map<String, List<CashRow>> byEvent = new HashMap<>();
    private final Map<InstrumentKey, NavigableMap<LocalDate, List<CashRow>>> byDay = new HashMap<>();
    private final Set<FactId> reversed;

    private TaxClaims(List<CashRow> payments, Set<FactId> reversed) {
        payments.forEach(this::add);
        this.reversed = reversed;
    }

    /** What a line tells of a day: one that holds a whole file tells of many. */
    private record Spot(SourceRef line, LocalDate day) {}

    private void add(CashRow payment) {
        for (SourceRef line : payment.sources()) {
            byLine.computeIfAbsent(new Spot(line, payment.date()), first -> new ArrayList<>(1))
                    .add(payment);
        }
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
        List<CashRow> onItsLines = possible(tax, onItsLines(tax));
        if (onItsLines.size() == 1 && !tax.contradictsEventOf(onItsLines.getFirst())) {
            return claimOf(tax, onItsLines);
        }
        List<CashRow> told = possible(tax, ofItsEvent(tax));
        if (told.isEmpty()) {
            told = nearest(tax, possible(tax, inWindow(tax)));
        }
        return claimOf(tax, told.isEmpty() ? onItsLines : told);
    }

    /** Those of its currency and day; else of its currency, else of its day, else all. */
    private static List<CashRow> nearest(CashRow tax, List<CashRow> payments) {
        List<CashRow> sameCurrency =
                preferring(payments, payment -> tax.currency().equals(payment.currency()));
        return preferring(sameCurrency, payment -> tax.date().equals(payment.date()));
    }

    /** Of the instrument of the tax; of any, where it names none and only a line or a number can tell. */
    private static List<CashRow> possible(CashRow tax, Collection<CashRow> payments) {
        List<CashRow> possible = new ArrayList<>(1);
        for (CashRow payment : payments) {
            if ((tax.key() == null || tax.key().equals(payment.key())) && !contradict(tax, payment)) {
                possible.add(payment);
            }
        }
        return possible;
    }

    /** Those of its day, each once: several lines may tell both. */
    private Collection<CashRow> onItsLines(CashRow tax) {
        Map<FactId, CashRow> found = new TreeMap<>();
        for (SourceRef line : tax.sources()) {
            byLine.getOrDefault(new Spot(line, tax.date()), List.of())
                    .forEach(payment -> found.put(payment.id(), payment));
        }
        return found.values();
    }

    private List<CashRow> ofItsEvent(CashRow tax) {
        return tax.event() == null ? List.of() : byEvent.getOrDefault(tax.event(), List.of());
    }

    private List<CashRow> inWindow(CashRow tax) {
        NavigableMap<LocalDate, List<CashRow>> days = tax.key() == null ? null : byDay.get(tax.key());
        List<CashRow> found = new ArrayList<>(1);
        if (days != null) {
            LocalDate from = tax.date().minusDays(DAYS_AFTER_PAYMENT);
            LocalDate to = tax.date().plusDays(DAYS_BEFORE_PAYMENT);
            days.subMap(from, true, to, true).values().forEach(found::addAll);
        }
        return found;
    }

    private Claim claimOf(CashRow tax, List<CashRow> possible) {
        if (possible.isEmpty()) {
            return Claim.NONE;
        }
        List<CashRow> sameCurrency = possible.stream()
                .filter(payment -> payment.currency().equals(tax.currency()))
                .toList();
        List<CashRow> narrowed = narrowed(tax, sameCurrency.isEmpty() ? possible : sameCurrency);
        return new Claim(
                narrowed.stream().map(CashRow::id).sorted().toList(), narrowed.size() == 1 && !sameCurrency.isEmpty());
    }

    /** Each of these narrows only where it leaves a payment. */
    private List<CashRow> narrowed(CashRow tax, List<CashRow> payments) {
        List<CashRow> left = preferring(payments, tax::sharesALineWith);
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
