package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Units that went from one account to another are worth the same on both sides: each account values them at the price that
 * it knows, and of the two the fresher one counts. Else what one account's old price hides would look like put in.
 */
final class PairedTransfers {
    /** Brokers book the two sides on days of their own. */
    private static final int MOST_DAYS_APART = 14;

    private PairedTransfers() {}

    /** One side: the units that an account got or gave. */
    private record Leg(Converted flow, Evidence evidence) {

        static Optional<Leg> of(Converted flow) {
            Evidence evidence = flow.flow().evidence();
            boolean moved = flow.kind() == FlowKind.TRANSFER_OF_UNITS
                    && evidence != null
                    && evidence.isin() != null
                    && evidence.quantity() != null
                    && evidence.quantity().signum() != 0;
            return moved ? Optional.of(new Leg(flow, Objects.requireNonNull(evidence))) : Optional.empty();
        }

        BigDecimal units() {
            return Objects.requireNonNull(evidence.quantity());
        }

        boolean isOtherSideOf(Leg given) {
            Isin isin = Objects.requireNonNull(evidence.isin());
            return isin.equals(given.evidence.isin())
                    && !flow.account().equals(given.flow.account())
                    && units().add(given.units()).signum() == 0
                    && apart(given) <= MOST_DAYS_APART;
        }

        long apart(Leg other) {
            return Math.abs(ChronoUnit.DAYS.between(
                    flow.flow().date(), other.flow.flow().date()));
        }

        private LocalDate pricedOn() {
            return flow.value() == null || evidence.pricedOn() == null ? LocalDate.MIN : evidence.pricedOn();
        }

        Leg fresher(Leg other) {
            return other.pricedOn().isAfter(pricedOn()) ? other : this;
        }

        Converted worth(Leg better) {
            BigDecimal value = better.flow.value();
            return value == null || better.equals(this)
                    ? flow
                    : new Converted(flow.flow(), better.flow.fx(), value.negate(), flow.date());
        }
    }

    /** Whether anything of it may be the other side of what another account has. */
    static boolean isIn(Track track) {
        return track.flows().stream().anyMatch(flow -> flow.kind() == FlowKind.TRANSFER_OF_UNITS);
    }

    static List<Track> in(List<Track> tracks) {
        List<Leg> given = legs(tracks, -1);
        List<Leg> got = new ArrayList<>(legs(tracks, 1));
        Map<Converted, Converted> better = new HashMap<>();
        for (Leg leg : given) {
            got.stream()
                    .filter(leg::isOtherSideOf)
                    .min(Comparator.comparingLong(other -> other.apart(leg)))
                    .ifPresent(other -> {
                        got.remove(other);
                        Leg fresher = leg.fresher(other);
                        better.put(leg.flow, leg.worth(fresher));
                        better.put(other.flow, other.worth(fresher));
                    });
        }
        return better.isEmpty()
                ? tracks
                : tracks.stream().map(track -> with(track, better)).toList();
    }

    private static List<Leg> legs(List<Track> tracks, int sign) {
        return tracks.stream()
                .flatMap(track -> track.flows().stream())
                .flatMap(flow -> Leg.of(flow).stream())
                .filter(leg -> leg.units().signum() == sign)
                .toList();
    }

    private static Track with(Track track, Map<Converted, Converted> better) {
        return new Track(
                track.account(),
                track.days(),
                track.flows().stream()
                        .map(flow -> better.getOrDefault(flow, flow))
                        .toList());
    }
}
