package io.dividendsomatic.dividends.tax;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tax year as a Finnish return asks for it: by payer, in euros. It helps to fill the form in and decides nothing: whether
 * a company is listed is not known here, and payments in lieu stand by themselves.
 *
 * @param domestic dividends from Finland with the tax that was prepaid
 * @param foreign dividends from elsewhere with the tax that can be credited
 * @param inLieu payments in lieu of dividends
 * @param afterTax what files tell after tax alone: neither its gross nor its tax is known, and it is in no other line
 * @param missing payments that no rate to the reporting currency is known of, with what was paid together with them;
 *     they are in no line
 * @param unallocated tax that no payment claims, without that on interest
 */
public record FinnishReturn(
        List<Payer> domestic,
        List<Payer> foreign,
        List<Payer> inLieu,
        List<Received> afterTax,
        List<FactId> missing,
        List<FactId> unallocated) {
    private static final int CENTS = 2;

    public FinnishReturn {
        domestic = List.copyOf(domestic);
        foreign = List.copyOf(foreign);
        inLieu = List.copyOf(inLieu);
        afterTax = List.copyOf(afterTax);
        missing = List.copyOf(missing);
        unallocated = List.copyOf(unallocated);
    }

    /**
     * One payer's year.
     *
     * @param country empty where it is not known
     * @param taxable the share of the gross that is capital income; of payments in lieu absent
     * @param credit of the foreign tax: no more than the treaty allows and than the Finnish tax on the same income
     * @param payments the facts behind it, and {@code sources} their rows
     */
    public record Payer(
            Instrument instrument,
            String country,
            Amount gross,
            Amount withheld,
            @Nullable Amount taxable,
            Amount credit,
            Amount excess,
            List<FactId> payments,
            List<SourceRef> sources) {
        public Payer {
            payments = List.copyOf(payments);
            sources = List.copyOf(sources);
        }
    }

    /**
     * What came from one payer in a year after tax.
     *
     * @param country empty where it is not known
     * @param payments the facts behind it, and {@code sources} their rows
     */
    public record Received(
            Instrument instrument, String country, Amount amount, List<FactId> payments, List<SourceRef> sources) {
        public Received {
            payments = List.copyOf(payments);
            sources = List.copyOf(sources);
        }
    }

    /** The year must be of payments converted to euros, of a resident of Finland. */
    public static FinnishReturn of(TaxYear year, FinnishRules rules) {
        Map<Boolean, List<TaxedPayment>> fromFinland = year.dividends().stream()
                .filter(taxed -> !taxed.payment().isAfterTax())
                .collect(Collectors.partitioningBy(taxed -> FinnishRules.FINLAND.equals(taxed.country())));
        return new FinnishReturn(
                payers(fromFinland.getOrDefault(true, List.of()), rules, false),
                payers(fromFinland.getOrDefault(false, List.of()), rules, true),
                payers(year.inLieu(), null, false),
                byPayer(year.dividends().stream()
                                .filter(taxed -> taxed.payment().isAfterTax())
                                .toList())
                        .values()
                        .stream()
                        .map(FinnishReturn::received)
                        .toList(),
                Stream.concat(year.dividends().stream(), year.inLieu().stream())
                        .filter(TaxedPayment::isUnconverted)
                        .map(taxed -> taxed.payment().id())
                        .toList(),
                year.unallocated().stream()
                        .map(TaxedPayment::payment)
                        .filter(payment -> !payment.isTaxOnInterest())
                        .map(Payment::id)
                        .toList());
    }

    private record Key(InstrumentKey instrument, String country) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::country).thenComparing(Key::instrument);
    }

    /** Those that can be converted. */
    private static Map<Key, List<TaxedPayment>> byPayer(List<TaxedPayment> payments) {
        Map<Key, List<TaxedPayment>> byPayer = new TreeMap<>(Key.ORDER);
        byPayer.putAll(payments.stream()
                .filter(taxed -> !taxed.isUnconverted())
                .collect(Collectors.groupingBy(taxed -> new Key(
                        Objects.requireNonNull(taxed.payment().key()),
                        taxed.country() == null ? "" : taxed.country()))));
        return byPayer;
    }

    private static List<Payer> payers(List<TaxedPayment> payments, @Nullable FinnishRules rules, boolean credited) {
        return byPayer(payments).entrySet().stream()
                .map(payer -> payer(payer.getKey().country(), payer.getValue(), rules, credited))
                .toList();
    }

    private static Payer payer(
            String country, List<TaxedPayment> payments, @Nullable FinnishRules rules, boolean credited) {
        BigDecimal gross = sum(payments, taxed -> taxed.payment().gross());
        BigDecimal withheld = sum(payments, taxed -> taxed.payment().withholdingTax());
        BigDecimal taxable = rules == null ? null : cents(gross.multiply(rules.taxableShare()));
        BigDecimal credit = BigDecimal.ZERO;
        if (credited && rules != null && taxable != null) {
            BigDecimal allowed = sum(payments, FinnishReturn::allowed);
            BigDecimal finnishTax = cents(taxable.multiply(rules.capitalIncomeRate()));
            credit = allowed.min(finnishTax).max(BigDecimal.ZERO);
        }
        return new Payer(
                Objects.requireNonNull(payments.getLast().payment().instrument()),
                country,
                new Amount(gross),
                new Amount(withheld),
                taxable == null ? null : new Amount(taxable),
                new Amount(credit),
                new Amount(sum(payments, TaxedPayment::excess)),
                ids(payments),
                sources(payments));
    }

    private static Received received(List<TaxedPayment> payments) {
        TaxedPayment last = payments.getLast();
        return new Received(
                Objects.requireNonNull(last.payment().instrument()),
                last.country() == null ? "" : last.country(),
                new Amount(sum(payments, taxed -> taxed.payment().net())),
                ids(payments),
                sources(payments));
    }

    private static List<FactId> ids(List<TaxedPayment> payments) {
        return payments.stream().map(taxed -> taxed.payment().id()).toList();
    }

    private static List<SourceRef> sources(List<TaxedPayment> payments) {
        return payments.stream()
                .flatMap(taxed -> taxed.payment().sources().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What a treaty allows of the tax; without a treaty all of it. */
    private static Amount allowed(TaxedPayment taxed) {
        return taxed.creditable() == null ? taxed.payment().withholdingTax() : taxed.creditable();
    }

    private static BigDecimal sum(List<TaxedPayment> payments, Function<TaxedPayment, @Nullable Amount> part) {
        return payments.stream()
                .map(taxed -> taxed.converted(part.apply(taxed)))
                .filter(Objects::nonNull)
                .map(Amount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal value) {
        return value.setScale(CENTS, RoundingMode.HALF_UP);
    }
}
