package io.dividendsomatic.dividends.tax;

import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tax of one calendar year of pay dates, as it is known with these payments: corrections that came later are in it,
 * and told to a time before them it is what was known then.
 *
 * @param dividends ordinary ones
 * @param inLieu payments in lieu, apart from dividends: no treaty speaks of them
 * @param unallocated tax that no payment claims; it is in no rate and no credit
 */
public record TaxYear(
        int year,
        String residence,
        List<TaxedPayment> dividends,
        List<TaxedPayment> inLieu,
        List<TaxedPayment> unallocated) {

    public TaxYear {
        dividends = List.copyOf(dividends);
        inLieu = List.copyOf(inLieu);
        unallocated = List.copyOf(unallocated);
    }

    /**
     * What one country's payments in one currency amount to.
     *
     * @param country empty where it is not known
     * @param gross and {@code withheld} of those for which they are told
     * @param afterTax what came of those that are told after tax alone, and is no gross
     * @param creditable and {@code excess} of those for which there is a treaty
     * @param withoutTreaty how many there is none for
     */
    public record CountryLine(
            String country,
            CurrencyCode currency,
            Amount gross,
            Amount withheld,
            Amount afterTax,
            Amount creditable,
            Amount excess,
            int payments,
            int withoutTreaty) {}

    /** What is taxed together; what was taken back stays by itself. */
    private record Whole(FactId event, PaymentKind kind, boolean reversed) {
        static Whole of(Payment payment) {
            return new Whole(payment.paymentEventId(), payment.kind(), payment.reversed());
        }
    }

    /** The year of these payments; what was taken back as a whole stays in, since it cancels out. */
    public static TaxYear of(
            int year,
            String residence,
            Collection<Payment> payments,
            Countries countries,
            TreatyRates treaties,
            ReportingRates rates) {
        List<Payment> ofYear = payments.stream()
                .filter(payment -> payment.payDate().getYear() == year)
                .sorted(Payment.BY_DATE)
                .toList();
        Map<Whole, List<Payment>> wholes = ofYear.stream().collect(Collectors.groupingBy(Whole::of));
        Map<PaymentKind, List<TaxedPayment>> byKind = ofYear.stream()
                .map(payment -> TaxedPayment.of(
                        payment,
                        wholes.getOrDefault(Whole.of(payment), List.of(payment)),
                        residence,
                        countries,
                        treaties,
                        rates))
                .collect(Collectors.groupingBy(taxed -> taxed.payment().kind()));
        return new TaxYear(
                year,
                residence,
                byKind.getOrDefault(PaymentKind.DIVIDEND, List.of()),
                byKind.getOrDefault(PaymentKind.PAYMENT_IN_LIEU, List.of()),
                byKind.getOrDefault(PaymentKind.UNALLOCATED_TAX, List.of()));
    }

    /** The dividends by country and currency. */
    public List<CountryLine> byCountry() {
        record Key(String country, CurrencyCode currency) {}
        Comparator<Key> order = Comparator.comparing(Key::country).thenComparing(Key::currency);
        Map<Key, List<TaxedPayment>> lines = dividends.stream()
                .collect(Collectors.groupingBy(
                        taxed -> new Key(
                                taxed.country() == null ? "" : taxed.country(),
                                taxed.payment().currency()),
                        () -> new TreeMap<>(order),
                        Collectors.toList()));
        return lines.entrySet().stream()
                .map(line -> new CountryLine(
                        line.getKey().country(),
                        line.getKey().currency(),
                        sum(line.getValue(), taxed -> told(taxed, Payment::gross)),
                        sum(line.getValue(), taxed -> told(taxed, Payment::withholdingTax)),
                        sum(
                                line.getValue(),
                                taxed -> taxed.payment().isAfterTax()
                                        ? taxed.payment().net()
                                        : null),
                        sum(line.getValue(), TaxedPayment::creditable),
                        sum(line.getValue(), TaxedPayment::excess),
                        (int) line.getValue().stream()
                                .filter(taxed -> taxed.payment().isStanding())
                                .count(),
                        (int) line.getValue().stream()
                                .filter(taxed -> taxed.payment().isStanding() && taxed.treaty() == null)
                                .count()))
                .toList();
    }

    /** Foreign dividends with tax that can be credited at home, and corrections of such, which take of it. */
    public List<TaxedPayment> credits() {
        return standingAbroad().stream()
                .filter(taxed -> isSomething(taxed.creditable()))
                .toList();
    }

    /** Foreign dividends of which a country withheld more than its treaty allows, and corrections of such. */
    public List<TaxedPayment> reclaims() {
        return standingAbroad().stream()
                .filter(taxed -> isSomething(taxed.excess()))
                .toList();
    }

    private List<TaxedPayment> standingAbroad() {
        return dividends.stream()
                .filter(taxed -> taxed.payment().isStanding() && !residence.equals(taxed.country()))
                .toList();
    }

    private static @Nullable Amount told(TaxedPayment taxed, Function<Payment, Amount> part) {
        return taxed.payment().isAfterTax() ? null : part.apply(taxed.payment());
    }

    private static boolean isSomething(@Nullable Amount amount) {
        return amount != null && amount.value().signum() != 0;
    }

    private static Amount sum(List<TaxedPayment> payments, Function<TaxedPayment, @Nullable Amount> part) {
        Amount sum = new Amount(BigDecimal.ZERO);
        for (TaxedPayment payment : payments) {
            Amount amount = part.apply(payment);
            sum = amount == null ? sum : sum.plus(amount);
        }
        return sum;
    }
}
