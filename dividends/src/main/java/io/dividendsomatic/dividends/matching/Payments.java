package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.dividends.matching.TaxClaims.Claim;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The payments of one account from its bookings, whatever their order. The sum of all net amounts of a currency is always
 * the sum of all gross and tax rows in it: no row counts twice, and only one that tells another again is left out.
 */
final class Payments {
    private final AccountId account;
    private final List<CashRow> rows;
    private final Set<FactId> reversed;
    private final Map<FactId, Claim> claims;
    private final Map<FactId, FactId> events;
    private final Map<FactId, Long> sharing;
    private final Corroboration accruals;
    private final Map<FactId, List<CashRow>> toldAgain = new TreeMap<>();

    private Payments(AccountId account, List<CashRow> told, Corroboration accruals) {
        this.account = account;
        this.accruals = accruals;
        reversed = Reversals.of(told);
        claims = TaxClaims.of(told, reversed);
        Map<FactId, List<FactId>> afterTax = AfterTax.of(told, claims, reversed);
        rows = told.stream().filter(row -> !afterTax.containsKey(row.id())).toList();
        told.forEach(row -> afterTax.getOrDefault(row.id(), List.of()).forEach(of -> toldAgain(of, row)));
        events = PaymentEvents.of(
                account, rows.stream().filter(row -> !row.isTax()).toList());
        sharing = rows.stream()
                .filter(row -> !row.isTax() && !reversed.contains(row.id()))
                .collect(Collectors.groupingBy(row -> events.getOrDefault(row.id(), row.id()), Collectors.counting()));
    }

    private void toldAgain(FactId row, CashRow again) {
        toldAgain.computeIfAbsent(row, first -> new ArrayList<>()).add(again);
    }

    /** Payments and unallocated tax by date. */
    static List<Payment> of(AccountId account, List<CashRow> rows, Corroboration accruals) {
        return new Payments(account, rows, accruals).all();
    }

    private List<Payment> all() {
        Map<FactId, List<CashRow>> taxes = rows.stream()
                .filter(row -> row.isTax() && claim(row).attached())
                .collect(Collectors.groupingBy(row -> claim(row).payments().getFirst()));
        return rows.stream()
                .flatMap(row -> row.isTax()
                        ? unallocated(row).stream()
                        : Stream.of(paid(row, taxes.getOrDefault(row.id(), List.of()))))
                .sorted(Payment.BY_DATE)
                .toList();
    }

    private Claim claim(CashRow tax) {
        return claims.getOrDefault(tax.id(), Claim.NONE);
    }

    private Payment paid(CashRow row, List<CashRow> taxes) {
        Amount effect = taxes.stream().map(CashRow::amount).reduce(new Amount(BigDecimal.ZERO), Amount::plus);
        return payment(
                row, events.getOrDefault(row.id(), row.id()), row.amount(), effect, terms(row), taxes, List.of());
    }

    private List<Payment> unallocated(CashRow tax) {
        if (claim(tax).attached()) {
            return List.of();
        }
        List<FactId> candidates = claim(tax).payments();
        Set<FactId> theirEvents = candidates.stream()
                .map(id -> events.getOrDefault(id, id))
                .collect(Collectors.toCollection(TreeSet::new));
        FactId event = theirEvents.size() == 1 ? theirEvents.iterator().next() : tax.id();
        return List.of(
                payment(tax, event, new Amount(BigDecimal.ZERO), tax.amount(), tax.stated(), List.of(tax), candidates));
    }

    private Payment payment(
            CashRow row,
            FactId event,
            Amount gross,
            Amount taxEffect,
            Terms terms,
            List<CashRow> taxes,
            List<FactId> candidates) {
        return new Payment(
                row.id(),
                event,
                account,
                row.instrument(),
                row.key(),
                row.kind(),
                row.date(),
                row.currency(),
                gross,
                negated(taxEffect),
                terms,
                reversed.contains(row.id()),
                row.movement().fxRateToBase(),
                row.text(),
                taxCountry(taxes),
                taxes.stream().sorted(CashRow.BY_DATE).map(this::part).toList(),
                candidates,
                sources(row, taxes));
    }

    private TaxPart part(CashRow tax) {
        return new TaxPart(tax.id(), tax.date(), negated(tax.amount()), reversed.contains(tax.id()));
    }

    private static Amount negated(Amount effect) {
        return new Amount(effect.value().negate());
    }

    /** Where all rows of its tax that name a country name the same. */
    private static @Nullable String taxCountry(List<CashRow> taxes) {
        List<String> named = taxes.stream()
                .flatMap(tax -> DividendWords.taxCountry(tax.text()).stream())
                .distinct()
                .toList();
        return named.size() == 1 ? named.getFirst() : null;
    }

    private List<SourceRef> sources(CashRow row, List<CashRow> taxes) {
        Set<SourceRef> sources = new TreeSet<>();
        addSources(row, sources);
        taxes.forEach(tax -> addSources(tax, sources));
        return List.copyOf(sources);
    }

    private void addSources(CashRow row, Set<SourceRef> sources) {
        sources.addAll(row.sources());
        toldAgain.getOrDefault(row.id(), List.of()).forEach(again -> sources.addAll(again.sources()));
    }

    /** What the row leaves open is filled from the accrual; its quantity only when no other row shares the payment. */
    private Terms terms(CashRow row) {
        Terms stated = row.stated();
        ExpectedPayment accrual = accruals.of(row).orElse(null);
        if (accrual == null) {
            return stated;
        }
        return new Terms(
                stated.exDate() != null ? stated.exDate() : accrual.exDate(),
                stated.perShare() != null ? stated.perShare() : accrual.rate(),
                stated.quantity() != null ? stated.quantity() : isAlone(row) ? accrual.quantity() : null,
                accrual.taxRate());
    }

    private boolean isAlone(CashRow row) {
        return sharing.getOrDefault(events.getOrDefault(row.id(), row.id()), 0L) <= 1;
    }
}
