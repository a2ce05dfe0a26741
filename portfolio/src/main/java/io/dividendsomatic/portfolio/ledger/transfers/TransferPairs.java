package io.dividendsomatic.portfolio.ledger.transfers;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which transfer out of one account is which into another: the same instrument and quantity, or the same money, in two
 * accounts, at most {@value #WINDOW_DAYS} days apart. The nearest days pair first, of these those that name each other's
 * account. Where a leg has several other sides that are equally near, none is chosen.
 *
 * @param pairs by the day on which the units left
 * @param unpaired legs whose other side no file tells, or of which several could be it, by day
 */
public record TransferPairs(List<Pair> pairs, List<OpenLeg> unpaired) {
    /** Each broker books its own day, with a weekend or two between; legs further apart are likelier two transfers. */
    public static final int WINDOW_DAYS = 10;

    private static final Comparator<TransferLeg> BY_DAY = Comparator.<TransferLeg, LocalDate>comparing(
                    leg -> leg.row().date())
            .thenComparing(leg -> leg.booking().id())
            .thenComparing(TransferLeg::account);

    public TransferPairs {
        pairs = List.copyOf(pairs);
        unpaired = List.copyOf(unpaired);
    }

    /** A transfer with both of its sides. */
    public record Pair(TransferLeg out, TransferLeg in) {

        long daysApart() {
            return Math.abs(ChronoUnit.DAYS.between(out.row().date(), in.row().date()));
        }

        boolean isNamed() {
            return names(out, in) || names(in, out);
        }

        private static boolean names(TransferLeg leg, TransferLeg other) {
            String counterparty = leg.row().counterparty();
            return counterparty != null && counterparty.contains(other.account().number());
        }
    }

    /** What both sides of a transfer have in common; the size is positive. */
    private record Load(String what, BigDecimal size) {}

    /** How near the sides of a pair are; the smaller the nearer. */
    private record Distance(long days, boolean unnamed) {
        static final Comparator<Distance> NEAREST_FIRST =
                Comparator.comparingLong(Distance::days).thenComparing(Distance::unnamed);

        static Distance of(Pair pair) {
            return new Distance(pair.daysApart(), !pair.isNamed());
        }
    }

    /** @param identify whom each account means by its instruments */
    public static TransferPairs of(
            Map<AccountId, ? extends Collection<Booking>> accounts,
            Function<AccountId, Function<Instrument, InstrumentKey>> identify) {
        List<TransferLeg> legs = legs(accounts);
        List<Pair> pairs = new ArrayList<>();
        Map<TransferLeg, List<TransferLeg>> answered = new HashMap<>();
        possible(legs, identify).stream()
                .collect(Collectors.groupingBy(
                        Distance::of, () -> new TreeMap<>(Distance.NEAREST_FIRST), Collectors.toList()))
                .values()
                .forEach(equallyNear -> {
                    List<Pair> free = equallyNear.stream()
                            .filter(pair -> !answered.containsKey(pair.out()) && !answered.containsKey(pair.in()))
                            .toList();
                    RivalLegs.of(free).forEach(rivals -> {
                        rivals.all().forEach(leg -> answered.put(leg, rivals.candidates(leg)));
                        pairs.addAll(rivals.pairs());
                    });
                });
        pairs.sort(Comparator.comparing(Pair::out, BY_DAY));
        return new TransferPairs(
                pairs,
                legs.stream()
                        .filter(leg -> sign(leg) != 0)
                        .filter(leg -> !answered.containsKey(leg)
                                || !answered.getOrDefault(leg, List.of()).isEmpty())
                        .sorted(BY_DAY)
                        .map(leg -> new OpenLeg(leg, answered.getOrDefault(leg, List.of())))
                        .toList());
    }

    private static List<Pair> possible(
            List<TransferLeg> legs, Function<AccountId, Function<Instrument, InstrumentKey>> identify) {
        Map<Load, List<TransferLeg>> arriving = legs.stream()
                .filter(leg -> sign(leg) > 0)
                .collect(Collectors.groupingBy(leg -> load(leg, identify.apply(leg.account()))));
        List<Pair> possible = new ArrayList<>();
        for (TransferLeg out : legs) {
            if (sign(out) < 0) {
                arriving.getOrDefault(load(out, identify.apply(out.account())), List.of()).stream()
                        .filter(in -> !in.account().equals(out.account()))
                        .map(in -> new Pair(out, in))
                        .filter(pair -> pair.daysApart() <= WINDOW_DAYS)
                        .forEach(possible::add);
            }
        }
        return possible;
    }

    private static List<TransferLeg> legs(Map<AccountId, ? extends Collection<Booking>> accounts) {
        List<TransferLeg> legs = new ArrayList<>();
        accounts.forEach((account, bookings) -> bookings.stream()
                .filter(booking -> booking.row() instanceof Transfer)
                .forEach(booking -> legs.add(new TransferLeg(account, booking))));
        return legs;
    }

    private static Load load(TransferLeg leg, Function<Instrument, InstrumentKey> identify) {
        Instrument instrument = leg.row().instrument();
        Money cash = leg.row().cash();
        String what = instrument != null
                ? identify.apply(instrument).value()
                : cash != null ? cash.currency().code() : "";
        return new Load(what, size(leg.row()).abs());
    }

    private static int sign(TransferLeg leg) {
        return size(leg.row()).signum();
    }

    private static BigDecimal size(Transfer row) {
        @Nullable Quantity quantity = row.quantity();
        @Nullable Money cash = row.cash();
        return quantity != null
                ? quantity.value()
                : cash != null ? cash.amount().value() : BigDecimal.ZERO;
    }
}
