package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.events.CostShared;
import io.dividendsomatic.portfolio.events.IdentityDecisionWithdrawn;
import io.dividendsomatic.portfolio.events.IdentityEvent;
import io.dividendsomatic.portfolio.events.InstrumentIdentified;
import io.dividendsomatic.portfolio.events.InstrumentMerged;
import io.dividendsomatic.portfolio.instruments.DecisionRefused.Code;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The decisions that stand, and what becomes of another one. */
final class DecisionState {
    private final SortedMap<Integer, Decision> standing = new TreeMap<>();
    private int last;

    void evolve(IdentityEvent event) {
        last = Math.max(last, event.decision());
        switch (event) {
            case InstrumentIdentified e -> stands(decision(e));
            case InstrumentMerged e -> stands(decision(e));
            case CostShared e -> stands(decision(e));
            case IdentityDecisionWithdrawn e -> standing.remove(e.decision());
        }
    }

    static Decision decision(InstrumentIdentified e) {
        Validity validity = new Validity(e.validFrom(), e.validTo());
        return new Decision(
                e.decision(), new IdentifyInstrument(e.alias(), e.isin(), validity, e.reason()), e.source());
    }

    static Decision decision(InstrumentMerged e) {
        return new Decision(e.decision(), new MergeInstruments(e.from(), e.into(), e.reason()), e.source());
    }

    static Decision decision(CostShared e) {
        return new Decision(e.decision(), new ShareCost(e.from(), e.into(), e.share(), e.reason()), e.source());
    }

    private void stands(Decision decision) {
        standing.put(decision.number(), decision);
    }

    /** The decision that says the same already. */
    Optional<Decision> same(IdentityDecision decision) {
        return standing.values().stream()
                .filter(known -> known.content().saysAs(decision))
                .findFirst();
    }

    /** The decisions that stand on a line of a file, in their order. */
    List<Decision> ofFiles() {
        return standing.values().stream()
                .filter(known -> known.source() != null)
                .toList();
    }

    int next() {
        return last + 1;
    }

    /** Throws DecisionRefused for one that cannot stand beside the others. */
    void check(IdentityDecision decision) {
        switch (decision) {
            case IdentifyInstrument identify -> check(identify);
            case MergeInstruments merge -> check(merge);
            case ShareCost share -> check(share);
        }
    }

    private void check(IdentifyInstrument identify) {
        for (Decision known : standing.values()) {
            if (identify.contradicts(known.content())) {
                throw new DecisionRefused(
                        Code.DECISION_CONFLICT,
                        "decision " + known.number() + " says that " + identify.alias() + " is another instrument");
            }
        }
    }

    private void check(MergeInstruments merge) {
        List<MergeInstruments> merges = new ArrayList<>();
        for (Decision known : standing.values()) {
            if (known.content() instanceof MergeInstruments other) {
                if (other.from().equals(merge.from())) {
                    throw new DecisionRefused(
                            Code.DECISION_CONFLICT,
                            "decision " + known.number() + " merges " + merge.from() + " into " + other.into());
                }
                merges.add(other);
            }
        }
        Set<Isin> passed = new HashSet<>(); // a file may have told a circle
        for (Isin at = merge.into(); at != null && passed.add(at); at = next(at, merges)) {
            if (at.equals(merge.from())) {
                throw new DecisionRefused(
                        Code.MERGE_CIRCLE, merge.into() + " is merged into " + merge.from() + " already");
            }
        }
    }

    private void check(ShareCost share) {
        for (Decision known : standing.values()) {
            if (known.content() instanceof ShareCost other && other.isOfTheSame(share)) {
                throw new DecisionRefused(
                        Code.DECISION_CONFLICT,
                        "decision " + known.number() + " says that " + other.share() + " of the cost goes there");
            }
        }
    }

    private static @Nullable Isin next(Isin isin, List<MergeInstruments> merges) {
        return merges.stream()
                .filter(merge -> merge.from().equals(isin))
                .map(MergeInstruments::into)
                .findFirst()
                .orElse(null);
    }

    /** Throws DecisionRefused unless a person made the decision and it stands. */
    void checkWithdrawal(int decision) {
        if (decision < 1 || decision > last) {
            throw new DecisionRefused(Code.UNKNOWN_DECISION, "there is no decision " + decision);
        }
        Decision known = standing.get(decision);
        if (known == null) {
            throw new DecisionRefused(Code.DECISION_WITHDRAWN, "decision " + decision + " was taken back already");
        }
        if (known.source() != null) {
            throw new DecisionRefused(
                    Code.DECISION_OF_FILE, "decision " + decision + " stands in the alias file: take it out there");
        }
    }
}
