package io.dividendsomatic.portfolio.instruments;

import static io.dividendsomatic.portfolio.instruments.Seen.ALFA;
import static io.dividendsomatic.portfolio.instruments.Seen.BETA;
import static io.dividendsomatic.portfolio.instruments.Seen.IBKR;
import static io.dividendsomatic.portfolio.instruments.Seen.KUUSI;
import static io.dividendsomatic.portfolio.instruments.Seen.OTHER_IBKR;
import static io.dividendsomatic.portfolio.instruments.Seen.day;
import static io.dividendsomatic.portfolio.instruments.Seen.decision;
import static io.dividendsomatic.portfolio.instruments.Seen.instrument;
import static io.dividendsomatic.portfolio.instruments.Seen.means;
import static io.dividendsomatic.portfolio.instruments.Seen.merge;
import static io.dividendsomatic.portfolio.instruments.Seen.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias.Kind;
import io.dividendsomatic.portfolio.ledger.Naming;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A symbol without ISIN that one instrument has until a day, and another one afterwards. */
class DatedAliasesTest {
    private static final String A = "isin:US000000AA16";
    private static final String B = "isin:US000000BB22";
    private static final Instrument RCY = instrument("RCY");
    private static final InstrumentAlias SYMBOL = InstrumentAlias.symbol(Broker.IBKR, "RCY", null);

    private final List<Sighting> seen = new ArrayList<>(List.of(
            seen(IBKR, "RCY/US000000AA16", 10, 10),
            seen(IBKR, "RCY/US000000BB22", 110, 110),
            seen(IBKR, "RCY", 20, 120)));
    private final List<Decision> decided = new ArrayList<>();

    private Identities identities() {
        return Identities.of(seen, decided);
    }

    private void decide(IdentityDecision decision) {
        decided.add(decision(decided.size() + 1, decision));
    }

    private void decide(String isin, @Nullable Integer from, @Nullable Integer to) {
        decide(means(
                SYMBOL,
                isin.equals(A) ? ALFA : BETA,
                new Validity(from == null ? null : day(from), to == null ? null : day(to))));
    }

    /** As every fold sees a row of that day. */
    private String booked(int day) {
        Identities identities = identities();
        Instrument named = identities.naming(IBKR).on(day(day), RCY);
        return identities.identify(IBKR).apply(named).value();
    }

    @Test
    void two_decisions_one_after_the_other_answer_the_question_whole() {
        assertThat(booked(20)).isEqualTo("symbol:RCY");
        assertThat(identities().questions()).hasSize(1);
        decide(A, null, 100);
        assertThat(booked(20)).isEqualTo(A);
        assertThat(booked(120)).isEqualTo("symbol:RCY");
        assertThat(identities().questions()).hasSize(1);
        decide(B, 101, null);
        assertThat(booked(20)).isEqualTo(A);
        assertThat(booked(120)).isEqualTo(B);
        assertThat(identities().questions()).isEmpty();
        assertThat(identities().key(IBKR, RCY, day(100))).hasToString(A);
        assertThat(identities().key(IBKR, RCY, day(101))).hasToString(B);
    }

    @Test
    void a_decision_of_some_days_leaves_the_others_as_they_were() {
        decide(A, 40, 60);
        assertThat(booked(39)).isEqualTo("symbol:RCY");
        assertThat(booked(40)).isEqualTo(A);
        assertThat(booked(60)).isEqualTo(A);
        assertThat(booked(61)).isEqualTo("symbol:RCY");
        assertThat(identities().questions()).hasSize(1);
    }

    @Test
    void on_days_of_which_nothing_is_decided_counts_what_the_files_show_of_them() {
        seen.add(seen(IBKR, "RCY/US000000BB22", 90, 130));
        assertThat(booked(120)).isEqualTo("symbol:RCY");
        decide(A, null, 100);
        assertThat(booked(120)).isEqualTo(B);
        assertThat(identities().questions()).isEmpty();
    }

    @Test
    void a_symbol_of_two_at_one_time_is_a_question_until_all_of_that_time_is_decided() {
        seen.clear();
        seen.add(seen(IBKR, "RCY/US000000AA16", 10, 50));
        seen.add(seen(IBKR, "RCY/US000000BB22", 40, 90));
        decide(A, null, 45);
        assertThat(identities().questions()).hasSize(1);
        decide(B, 46, null);
        assertThat(identities().questions()).isEmpty();
    }

    @Test
    void decisions_that_contradict_each_other_count_as_none_on_their_common_days_only() {
        decide(A, null, 60);
        decide(B, 51, null);
        assertThat(booked(50)).isEqualTo(A);
        assertThat(booked(51)).isEqualTo("symbol:RCY");
        assertThat(booked(61)).isEqualTo(B);
        assertThat(identities().questions())
                .extracting(IdentityQuestion::kind)
                .containsExactly(IdentityQuestion.Kind.CONFLICTING_DECISIONS);
    }

    @Test
    void only_words_that_mean_several_are_named() {
        assertThat(identities().naming(IBKR)).isEqualTo(Naming.AS_TOLD);
        decide(A, null, null);
        assertThat(identities().naming(IBKR)).isEqualTo(Naming.AS_TOLD);
        decided.clear();
        decide(A, null, 100);
        decide(B, 101, null);
        assertThat(identities().naming(OTHER_IBKR)).isEqualTo(Naming.AS_TOLD);
        Naming naming = identities().naming(IBKR);
        Instrument own = instrument("RCY/FI0000000011");
        assertThat(naming.on(day(120), own)).isEqualTo(own);
        assertThat(naming.on(day(120), RCY)).isEqualTo(instrument("RCY/US000000BB22"));
    }

    @Test
    void a_merge_carries_what_was_decided_of_days() {
        decide(A, null, 100);
        decide(B, 101, null);
        decide(merge(BETA, KUUSI));
        assertThat(booked(120)).isEqualTo("isin:FI0000000011");
        decide(merge(ALFA, KUUSI));
        assertThat(booked(20)).isEqualTo("isin:FI0000000011");
        assertThat(identities().naming(IBKR)).isEqualTo(Naming.AS_TOLD);
    }

    @Test
    void a_number_without_isin_takes_the_meaning_of_its_days_to_those_who_tell_the_symbol_alone() {
        seen.clear();
        seen.add(seen(IBKR, "RCY//9", 10, 20));
        seen.add(seen(OTHER_IBKR, "RCY", 11, 19));
        decide(means(InstrumentAlias.code(Kind.CONID, "9"), ALFA, new Validity(null, day(15))));
        Identities identities = identities();
        assertThat(identities.key(OTHER_IBKR, RCY, day(12))).hasToString(A);
        assertThat(identities.questions()).hasSize(1);
        decide(means(InstrumentAlias.code(Kind.CONID, "9"), ALFA, new Validity(day(16), null)));
        assertThat(identities().identify(OTHER_IBKR).apply(RCY)).hasToString(A);
        assertThat(identities().questions()).isEmpty();
    }

    @Test
    void instruments_are_listed_with_the_days_on_which_they_had_the_name() {
        decide(A, null, 100);
        decide(B, 101, null);
        List<InstrumentLine> lines = new Catalogue(identities(), decided).lines();
        assertThat(lines).extracting(line -> line.instrument().value()).containsExactlyInAnyOrder(A, B);
        assertThat(lines)
                .extracting(line -> line.from() + " " + line.to())
                .containsExactlyInAnyOrder(day(10) + " " + day(100), day(101) + " " + day(120));
    }

    @Test
    void a_version_changes_with_the_days_of_a_decision_and_no_order_matters() {
        String before = identities().version(IBKR);
        decide(A, null, 100);
        String half = identities().version(IBKR);
        decide(B, 101, null);
        assertThat(List.of(before, half)).doesNotContain(identities().version(IBKR));
        assertThat(half).isNotEqualTo(before);

        long seed = 20_310_304L;
        Random random = new Random(seed);
        List<String> answers = IntStream.range(0, 30)
                .mapToObj(round -> {
                    Collections.shuffle(seen, random);
                    Collections.shuffle(decided, random);
                    return identities().version(IBKR) + booked(20) + booked(120);
                })
                .distinct()
                .toList();
        assertThat(answers).as("seed %s", seed).hasSize(1);
    }
}
