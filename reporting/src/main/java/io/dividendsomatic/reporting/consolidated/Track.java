package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An account's course in the reporting currency.
 *
 * @param days on which anything changed
 * @param flows by day
 */
public record Track(AccountId account, NavigableMap<LocalDate, AccountDay> days, List<Converted> flows) {

    public Track {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        flows = List.copyOf(flows);
    }

    /** What holds on that day; nothing before the first one that is known. */
    public Optional<AccountDay> on(LocalDate day) {
        return Optional.ofNullable(days.floorEntry(day)).map(Map.Entry::getValue);
    }

    /**
     * What the account was worth when it was first seen, beyond what is told to have come until then: to a sum over
     * accounts it comes from outside, like a deposit.
     */
    public BigDecimal opening() {
        if (days.isEmpty()) {
            return BigDecimal.ZERO;
        }
        LocalDate first = days.firstKey();
        BigDecimal told = flows.stream()
                .filter(flow -> flow.kind().isExternal() && !flow.date().isAfter(first))
                .map(Converted::orZero)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return days.firstEntry().getValue().netValue().subtract(told);
    }
}
