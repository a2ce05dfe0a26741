package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which payments came and come in a period, one line for each account: paid up to the day as of which it is looked at,
 * declared by accruals that no payment has met, and estimated for shares that are held and for which nothing is declared
 * near that time.
 */
public final class DividendCalendar {
    /** A rate of tax has six digits; an amount is shown in hundredths of a cent at the finest. */
    private static final int NET_SCALE = 4;

    /** Nobody knows what is paid in later years; a calendar may ask for all that there are. */
    private static final int MOST_YEARS_ESTIMATED = 10;
    /** Who goes ex dividend in a period may be paid so long after it. */
    private static final int MOST_DAYS_TO_PAYMENT = 90;

    private final LocalDate asOf;

    private DividendCalendar(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** The entries with an ex date or a pay date in the period, by pay date. */
    public static List<CalendarEntry> of(Collection<Position> positions, Period period, LocalDate asOf) {
        List<Payment> payments = positions.stream()
                .flatMap(position -> position.payments().stream())
                .toList();
        Map<InstrumentKey, Instrument> names = positions.stream()
                .collect(Collectors.toMap(Position::key, Position::instrument, Instrument::completedBy));
        return in(
                period,
                Stream.concat(paid(payments, names, asOf).stream(), toCome(positions, period.to(), asOf).stream()));
    }

    /** Those of them that lie in the period, by pay date. */
    public static List<CalendarEntry> in(Period period, Stream<CalendarEntry> entries) {
        return entries.filter(entry -> entry.isIn(period))
                .sorted(CalendarEntry.BY_DATE)
                .toList();
    }

    /**
     * What is declared, whenever it is due, and what is estimated until a day, at most for ten years: of which the ex date
     * or the pay date is not after it.
     */
    public static List<CalendarEntry> toCome(Collection<Position> positions, LocalDate last, LocalDate asOf) {
        DividendCalendar calendar = new DividendCalendar(asOf);
        LocalDate horizon = asOf.plusYears(MOST_YEARS_ESTIMATED);
        LocalDate until = last.isAfter(horizon) ? horizon : last;
        return positions.stream()
                .flatMap(position -> calendar.toCome(position, until))
                .toList();
    }

    private Stream<CalendarEntry> toCome(Position position, LocalDate last) {
        List<CalendarEntry> declared = position.expected().stream()
                .filter(expected -> isDeclared(expected, position))
                .flatMap(DividendCalendar::declared)
                .toList();
        return Stream.concat(declared.stream(), estimated(position, declared, last).stream());
    }

    /**
     * What was paid up to a day, an ordinary and an in-lieu part together, and each currency of a payment by itself.
     *
     * @param names how instruments are called, where anything tells more than the payment itself
     */
    public static List<CalendarEntry> paid(
            Collection<Payment> payments, Map<InstrumentKey, Instrument> names, LocalDate asOf) {
        return payments.stream()
                .filter(payment -> payment.isStanding() && !payment.payDate().isAfter(asOf))
                .filter(payment -> payment.key() != null)
                .collect(Collectors.groupingBy(payment -> List.of(payment.paymentEventId(), payment.currency())))
                .values()
                .stream()
                .map(event -> paid(names, event))
                .toList();
    }

    private static CalendarEntry paid(Map<InstrumentKey, Instrument> names, List<Payment> event) {
        Payment first = event.getFirst();
        InstrumentKey key = Objects.requireNonNull(first.key());
        Instrument named = names.get(key);
        PerShare rate = event.stream()
                .map(payment -> payment.terms().perShare())
                .filter(Objects::nonNull)
                .filter(perShare -> perShare.currency().equals(first.currency()))
                .findFirst()
                .orElse(null);
        return new CalendarEntry(
                Certainty.PAID,
                first.account(),
                named == null ? Objects.requireNonNull(first.instrument()) : named,
                key,
                event.stream()
                        .map(payment -> payment.terms().exDate())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                first.payDate(),
                first.currency(),
                rate == null ? null : rate.amount(),
                event.stream().map(Payment::gross).reduce(new Amount(BigDecimal.ZERO), Amount::plus),
                event.stream().map(Payment::net).reduce(new Amount(BigDecimal.ZERO), Amount::plus),
                event.stream().map(Payment::id).toList(),
                sources(event));
    }

    /** Known on that day, not called off, and no payment has met it. */
    private boolean isDeclared(ExpectedPayment expected, Position position) {
        LocalDate since = expected.since();
        boolean stillOpen = expected.open()
                || (expected.takenOff() != null && expected.takenOff().isAfter(asOf));
        return stillOpen
                && (since == null || !since.isAfter(asOf))
                && position.payments().stream()
                        .filter(payment ->
                                payment.isStanding() && !payment.payDate().isAfter(asOf))
                        .noneMatch(payment -> expected.isMetBy(payment, position.expected()));
    }

    private static Stream<CalendarEntry> declared(ExpectedPayment expected) {
        LocalDate payDate = expected.payDate();
        PerShare rate = expected.rate();
        Amount gross = expected.gross();
        return payDate == null
                ? Stream.empty()
                : Stream.of(new CalendarEntry(
                        Certainty.DECLARED,
                        expected.account(),
                        expected.instrument(),
                        expected.key(),
                        expected.exDate(),
                        payDate,
                        expected.currency(),
                        rate == null ? null : rate.amount(),
                        gross,
                        net(gross, expected.taxRate()),
                        List.of(),
                        expected.sources()));
    }

    /** Nothing where no rate counts any more: what stopped paying years ago does not begin again by itself. */
    private List<CalendarEntry> estimated(Position position, List<CalendarEntry> declared, LocalDate last) {
        if (position.income().declared() == null) {
            return List.of();
        }
        long rhythmDays = rhythmDays(position);
        Map<AccountId, TaxRates> taxes = position.payments().stream()
                .filter(payment -> !payment.payDate().isAfter(asOf))
                .collect(Collectors.groupingBy(
                        Payment::account, Collectors.collectingAndThen(Collectors.toList(), TaxRates::ofAccount)));
        return Estimate.until(last.plusDays(MOST_DAYS_TO_PAYMENT), position.income()).stream()
                .filter(estimate -> estimate.payDate().isAfter(asOf))
                .filter(estimate -> !estimate.payDate().isAfter(last)
                        || (estimate.exDate() != null && !estimate.exDate().isAfter(last)))
                .flatMap(estimate -> position.held().entrySet().stream()
                        .filter(held -> held.getValue().value().signum() > 0)
                        .filter(held -> declared.stream()
                                .filter(entry -> entry.account().equals(held.getKey()))
                                .noneMatch(entry -> 2 * daysBetween(entry.payDate(), estimate.payDate()) < rhythmDays))
                        .map(held -> estimated(position, estimate, held, taxes.get(held.getKey()))))
                .toList();
    }

    private static CalendarEntry estimated(
            Position position, Estimate estimate, Map.Entry<AccountId, Quantity> held, @Nullable TaxRates taxes) {
        Amount gross = PerShare.times(estimate.perShare(), held.getValue());
        return new CalendarEntry(
                Certainty.ESTIMATED,
                held.getKey(),
                position.instrument(),
                position.key(),
                estimate.exDate(),
                estimate.payDate(),
                estimate.currency(),
                estimate.perShare(),
                gross,
                net(
                        gross,
                        taxes == null ? null : taxes.usual(estimate.payDate()).orElse(null)),
                List.of(),
                sources(estimate.follows().payments()));
    }

    private static @Nullable Amount net(@Nullable Amount gross, @Nullable BigDecimal taxRate) {
        return gross == null || taxRate == null
                ? null
                : new Amount(gross.value()
                        .multiply(BigDecimal.ONE.subtract(taxRate))
                        .setScale(NET_SCALE, RoundingMode.HALF_UP));
    }

    private static long rhythmDays(Position position) {
        return 365L / Math.max(1, position.income().frequency().paymentsPerYear());
    }

    private static long daysBetween(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }

    private static List<SourceRef> sources(List<Payment> payments) {
        return payments.stream()
                .flatMap(payment -> payment.sources().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
