package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.FxConversion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of which two tell one conversion, a leg each: one brings a currency, the other takes another one, and the
 * rate that stands beside either leads from one amount to the other within what was rounded away. Two of one order need no
 * rate; others must be of one minute and have one. Where a leg fits several that differ, those of its minute count, and of
 * these the rows next to it. Two legs are one conversion when neither has another choice; all else stays open.
 */
final class ConversionLegs {
    /** Half of the last digit to which amounts are rounded, and no currency of theirs has more. */
    private static final BigDecimal HALF_CENT = new BigDecimal("0.005");

    /** Rates have four decimals or more; canonical decimals have lost their trailing zeros. */
    private static final int COARSEST_RATE = 4;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final List<Leg> free;
    private final List<Pair> pairs = new ArrayList<>();

    private ConversionLegs(List<Leg> legs) {
        free = new ArrayList<>(legs);
    }

    /**
     * A row with one leg.
     *
     * @param place among the rows, counted so that rows next to each other differ by one
     */
    record Leg(int line, int place, @Nullable AccountId account, FxConversion told) {
        private BigDecimal size() {
            return told.amount().amount().value().abs();
        }

        private Content content() {
            return new Content(told.amount(), told.price());
        }

        private boolean isOfTheMinuteOf(Leg other) {
            return Objects.equals(told.when().time(), other.told.when().time());
        }

        private boolean isNextTo(Leg other) {
            return Math.abs(place - other.place) == 1;
        }
    }

    /** What tells a leg from the others of its minute. */
    private record Content(Money amount, @Nullable UnitPrice price) {}

    /** Two legs; the rate, where there is one, leads from the amount of {@code main} to that of {@code counter}. */
    record Pair(Leg main, Leg counter) {
        FxConversion whole() {
            FxConversion one = main.told;
            UnitPrice rate = one.price() != null ? one.price() : counter.told.price();
            return new FxConversion(
                    one.when(),
                    one.amount(),
                    counter.told.amount(),
                    rate,
                    one.fee(),
                    one.level(),
                    one.description(),
                    one.references());
        }
    }

    /** Of each day its own: what one day leaves open has nothing to do with another. */
    static List<ConversionLegs> of(List<Leg> legs) {
        return legs.stream()
                .collect(Collectors.groupingBy(leg -> leg.told().when().date(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ConversionLegs::ofDay)
                .toList();
    }

    private static ConversionLegs ofDay(List<Leg> legs) {
        ConversionLegs found = new ConversionLegs(legs);
        int before;
        do {
            before = found.free.size();
            List.copyOf(found.free).forEach(found::pair);
        } while (found.free.size() < before);
        return found;
    }

    List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    List<Leg> unpaired() {
        return List.copyOf(free);
    }

    /** Whether there is any row that could tell the other leg. */
    boolean hasChoice(Leg leg) {
        return !choices(leg).isEmpty();
    }

    private void pair(Leg leg) {
        if (!free.contains(leg)) {
            return;
        }
        partner(leg)
                .filter(other -> isSettled(choices(other))
                        && choices(other).getFirst().content().equals(leg.content()))
                .ifPresent(other -> {
                    free.remove(leg);
                    free.remove(other);
                    pairs.add(inOrder(leg, other));
                });
    }

    /** Of equal ones the nearest, which is as good as any other. */
    private Optional<Leg> partner(Leg leg) {
        List<Leg> choices = choices(leg);
        return isSettled(choices)
                ? choices.stream().min(Comparator.comparingInt(other -> Math.abs(other.place() - leg.place())))
                : Optional.empty();
    }

    private static boolean isSettled(List<Leg> choices) {
        return choices.stream().map(Leg::content).distinct().count() == 1;
    }

    private List<Leg> choices(Leg leg) {
        List<Leg> all = free.stream().filter(other -> fit(leg, other)).toList();
        List<Leg> ofMinute = narrowed(all, leg::isOfTheMinuteOf);
        return narrowed(ofMinute, leg::isNextTo);
    }

    private static List<Leg> narrowed(List<Leg> choices, Predicate<Leg> by) {
        List<Leg> fewer =
                isSettled(choices) ? List.of() : choices.stream().filter(by).toList();
        return fewer.isEmpty() ? choices : fewer;
    }

    private static boolean fit(Leg one, Leg other) {
        FxConversion a = one.told();
        FxConversion b = other.told();
        String order = a.references().order();
        boolean sameOrder = order != null && order.equals(b.references().order());
        return Objects.equals(one.account(), other.account())
                && a.counterAmount() == null
                && b.counterAmount() == null
                && !a.amount().currency().equals(b.amount().currency())
                && a.amount().amount().value().signum()
                                * b.amount().amount().value().signum()
                        < 0
                && (sameOrder || (order == null && b.references().order() == null && one.isOfTheMinuteOf(other)))
                && agreeOnRate(one, other, sameOrder);
    }

    private static boolean agreeOnRate(Leg one, Leg other, boolean withoutAny) {
        UnitPrice a = one.told().price();
        UnitPrice b = other.told().price();
        if (a == null && b == null) {
            return withoutAny;
        }
        UnitPrice rate = a != null ? a : Objects.requireNonNull(b);
        return (a == null || b == null || a.equals(b)) && (leads(one, rate, other) || leads(other, rate, one));
    }

    private static boolean leads(Leg from, UnitPrice price, Leg to) {
        BigDecimal rate = price.value();
        BigDecimal roundedRate = HALF.scaleByPowerOfTen(-Math.max(COARSEST_RATE, rate.scale()));
        BigDecimal slack =
                from.size().multiply(roundedRate).add(rate.multiply(HALF_CENT)).add(HALF_CENT);
        return from.size().multiply(rate).subtract(to.size()).abs().compareTo(slack) <= 0;
    }

    /** By the rate; without one, or where it leads both ways, what was paid stands first. */
    private static Pair inOrder(Leg one, Leg other) {
        UnitPrice rate =
                one.told().price() != null ? one.told().price() : other.told().price();
        boolean there = rate != null && leads(one, rate, other);
        boolean back = rate != null && leads(other, rate, one);
        boolean oneFirst = there == back ? one.told().amount().amount().value().signum() < 0 : there;
        return oneFirst ? new Pair(one, other) : new Pair(other, one);
    }
}
