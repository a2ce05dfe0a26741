package io.dividendsomatic.reporting.performance;

import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.reporting.consolidated.AccountDay;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.Evidence;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Track;
import io.dividendsomatic.reporting.performance.PerformanceReport.Kind;
import io.dividendsomatic.reporting.performance.PerformanceReport.Remark;
import io.dividendsomatic.reporting.performance.PerformanceReport.Remarkable;
import io.dividendsomatic.reporting.performance.PerformanceReport.UsedFlow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account as far as its performance can be measured: from the day on which there is something to value.
 *
 * @param begins that day; nothing before counts
 * @param isEverFull whether on any day everything has a value: else all days are alike in what they lack
 */
record Measured(Track track, LocalDate begins, boolean isEverFull) {

    static Optional<Measured> of(Track track) {
        return track.begins().map(begins -> new Measured(track, begins, track.isEverFull()));
    }

    private Optional<AccountDay> on(LocalDate day) {
        return day.isBefore(begins) ? Optional.empty() : track.on(day);
    }

    BigDecimal netValue(LocalDate day) {
        return on(day).map(AccountDay::comparable).orElse(BigDecimal.ZERO);
    }

    Quality quality(LocalDate day) {
        return on(day).map(on -> on.quality(day)).orElse(Quality.ACTUAL);
    }

    /** Whether a return may end on that day: all prices are fresh, and everything is known that is known on any day. */
    boolean isFresh(LocalDate day) {
        return on(day).map(on -> !isStale(on, day) && (on.isFull() || !isEverFull))
                .orElse(true);
    }

    private static boolean isStale(AccountDay on, LocalDate day) {
        LocalDate priced = on.pricedOn();
        return priced != null && priced.plusDays(Quality.STALE_AFTER_DAYS).isBefore(day);
    }

    /** From outside, after the end of the first day and of its own beginning. */
    Stream<Converted> external(LocalDate from, LocalDate to) {
        return track.external().stream()
                .filter(flow -> flow.date().isAfter(from) && !flow.date().isAfter(to))
                .filter(flow -> flow.date().isAfter(begins)
                        || (flow.date().equals(begins) && !flow.kind().isFirstSeen()));
    }

    List<UsedFlow> used(LocalDate from, LocalDate to) {
        List<UsedFlow> used = new ArrayList<>();
        if (begins.isAfter(from) && !begins.isAfter(to)) {
            BigDecimal told = external(from, begins).map(Converted::orZero).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal opening = netValue(begins).subtract(told);
            if (opening.signum() != 0) {
                used.add(firstSeen(opening));
            }
        }
        external(from, to)
                .filter(flow -> flow.orZero().signum() != 0)
                .map(this::used)
                .forEach(used::add);
        return used;
    }

    private UsedFlow firstSeen(BigDecimal opening) {
        List<SourceRef> sources = track.flows().stream()
                .filter(flow -> !flow.date().isAfter(begins))
                .flatMap(flow -> Stream.ofNullable(flow.flow().evidence()))
                .flatMap(evidence -> evidence.sources().stream())
                .distinct()
                .sorted()
                .toList();
        String reason = "all that the account had when it could first be valued";
        return new UsedFlow(
                begins,
                Kind.FIRST_SEEN,
                track.account().toString(),
                opening.negate(),
                reason,
                null,
                null,
                null,
                sources);
    }

    private UsedFlow used(Converted flow) {
        Kind kind = Kind.valueOf(flow.kind().name());
        BigDecimal amount = flow.orZero().negate();
        Evidence evidence = flow.flow().evidence();
        String account = track.account().toString();
        return evidence == null
                ? UsedFlow.of(flow.date(), kind, account, amount)
                : new UsedFlow(
                        flow.date(),
                        kind,
                        account,
                        amount,
                        reason(kind),
                        evidence.isin(),
                        evidence.symbol(),
                        evidence.quantity(),
                        evidence.sources());
    }

    private static @Nullable String reason(Kind kind) {
        return switch (kind) {
            case UNITS_GONE -> "a report shows them no more though no booking took them";
            case CASH_FIRST_SEEN -> "a file shows it before any booking of its currency";
            case DEPOSIT, WITHDRAWAL, TRANSFER, TRANSFER_OF_UNITS -> null;
            default -> "a file shows them though no booking tells how they came";
        };
    }

    Optional<Remark> withoutValue(LocalDate from, LocalDate to) {
        List<Converted> flows =
                external(from, to).filter(flow -> flow.value() == null).toList();
        Set<Reason> reasons = new TreeSet<>();
        flows.forEach(flow -> reasons.add(flow.flow().amount() == null ? Reason.NOT_STATED : Reason.FX_RATE_MISSING));
        return flows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remark(
                        Remarkable.FLOWS_WITHOUT_VALUE,
                        track.account().toString(),
                        flows.getFirst().date(),
                        flows.getLast().date(),
                        reasons));
    }

    Optional<Remark> incomplete(LocalDate from, LocalDate to) {
        LocalDate first = begins.isAfter(from) ? begins : from;
        NavigableMap<LocalDate, AccountDay> days = new TreeMap<>();
        on(first).filter(day -> !day.incomplete().isEmpty()).ifPresent(day -> days.put(first, day));
        if (!first.isAfter(to)) {
            days.putAll(track.incomplete().subMap(first, true, to, true));
        }
        Set<Reason> reasons = new TreeSet<>();
        days.values().forEach(day -> reasons.addAll(day.incomplete()));
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remark(
                        Remarkable.INCOMPLETE_DAYS,
                        track.account().toString(),
                        days.firstKey(),
                        days.lastKey(),
                        reasons));
    }
}
