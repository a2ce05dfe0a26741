package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.income.ReportingRates.RateOfDay;
import io.dividendsomatic.dividends.outlook.Knowledge;
import io.dividendsomatic.dividends.outlook.Missing;
import io.dividendsomatic.dividends.outlook.MissingMoney;
import io.dividendsomatic.dividends.outlook.Patience;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.projection.Progress;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is missing. It rests on everything that is known until the day, and is kept while nothing of that changes. */
@Component
class Absences {
    /** A finding takes a kilobyte or so, and what it rests on as much for each instrument. */
    private static final int MOST_LINES = 20_000;

    private final Portraits portraits;
    private final SettledStates.Reader states;
    private final FxRates fx;
    private final Patience patience;
    private final Answers<Asked, Kept> kept;

    Absences(
            Portraits portraits,
            SettledStates.Reader states,
            FxRates fx,
            DividendSettings settings,
            StatedTerms.Versions terms,
            Progress progress) {
        this.portraits = portraits;
        this.states = states;
        this.fx = fx;
        this.patience = settings.missing().patience();
        this.kept = new Answers<>(progress, terms, Kept::lines, MOST_LINES);
    }

    private record Asked(List<AccountId> accounts, LocalDate asOf) {}

    /** @param rests beside the files of the accounts */
    private record Kept(SettledStates states, KeysInUse keys, Rests rests, List<MissingMoney> findings) {

        int lines() {
            return 1 + rests.instruments.size() + findings.size();
        }

        boolean holds(SettledStates now, KeysInUse keysNow, Rests restsNow) {
            return rests.equals(restsNow)
                    && keys.sayTheSameAs(keysNow)
                    && now.since(states).isEmpty();
        }
    }

    private record Rests(Map<InstrumentKey, ToCome.Rests> instruments, Map<AccountId, LocalDate> toldUntil) {}

    /** By date. */
    List<MissingMoney> of(LedgerOn question, LocalDate asOf) {
        return kept.get(
                        new Asked(question.accounts(), asOf),
                        question.knownAt(),
                        () -> found(question, asOf, null),
                        (mark, before) -> found(question, asOf, before))
                .findings();
    }

    private Kept found(LedgerOn question, LocalDate asOf, @Nullable Kept before) {
        SettledStates now = states.read(question.accounts(), asOf);
        ReportingRates none = new ReportingRates(fx.reporting(question.currency()), Map.of(), RateOfDay.NONE);
        return portraits.of(question, asOf, none, scene -> {
            Rests rests = rests(scene, question, asOf);
            List<MissingMoney> findings = before != null && before.holds(now, scene.keys(), rests)
                    ? before.findings
                    : found(scene, rests.toldUntil, asOf);
            return new Kept(now, scene.keys(), rests, findings);
        });
    }

    private Rests rests(Scene scene, LedgerOn question, LocalDate asOf) {
        Map<InstrumentKey, ToCome.Rests> instruments = new TreeMap<>();
        scene.instruments().forEach(key -> instruments.put(key, ToCome.Rests.of(scene, key)));
        Map<AccountId, LocalDate> until =
                portraits.toldUntil(question, asOf, scene.known().toldUntil());
        until.replaceAll((account, day) -> day.isAfter(asOf) ? asOf : day); // nothing is asked of later ones
        return new Rests(instruments, until);
    }

    private List<MissingMoney> found(Scene scene, Map<AccountId, LocalDate> toldUntil, LocalDate asOf) {
        List<MissingMoney> found = new ArrayList<>();
        scene.look(
                scene.instruments(),
                (positions, shares) ->
                        found.addAll(Missing.of(positions, new Knowledge(shares, toldUntil, asOf), patience)));
        return found.stream().sorted(MissingMoney.BY_DATE).toList();
    }
}
