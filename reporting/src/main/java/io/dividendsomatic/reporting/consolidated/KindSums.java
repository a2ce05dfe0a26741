package io.dividendsomatic.reporting.consolidated;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What flows of each kind add up to, counted once for all sums that are made of them. What has no value is in none.
 *
 * @param atCost of those from outside, which count at what they had cost
 */
record KindSums(Map<FlowKind, BigDecimal> values, Map<FlowKind, BigDecimal> atCost) {

    static KindSums of(Collection<Converted> flows) {
        Map<FlowKind, BigDecimal> values = new EnumMap<>(FlowKind.class);
        Map<FlowKind, BigDecimal> atCost = new EnumMap<>(FlowKind.class);
        for (Converted flow : flows) {
            values.merge(flow.kind(), flow.orZero(), BigDecimal::add);
            if (flow.kind().isExternal()) {
                atCost.merge(flow.kind(), flow.atCost(), BigDecimal::add);
            }
        }
        return new KindSums(values, atCost);
    }

    BigDecimal of(FlowKind... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> values.getOrDefault(kind, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal of(Predicate<FlowKind> wanted) {
        return sum(values, wanted);
    }

    BigDecimal atCost(Predicate<FlowKind> wanted) {
        return sum(atCost, wanted);
    }

    private static BigDecimal sum(Map<FlowKind, BigDecimal> sums, Predicate<FlowKind> wanted) {
        return sums.entrySet().stream()
                .filter(sum -> wanted.test(sum.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
