package io.dividendsomatic.portfolio.instruments;

import static io.dividendsomatic.portfolio.instruments.Seen.ALFA;
import static io.dividendsomatic.portfolio.instruments.Seen.BETA;
import static io.dividendsomatic.portfolio.instruments.Seen.IBKR;
import static io.dividendsomatic.portfolio.instruments.Seen.KUUSI;
import static io.dividendsomatic.portfolio.instruments.Seen.NORDNET;
import static io.dividendsomatic.portfolio.instruments.Seen.OTHER_IBKR;
import static io.dividendsomatic.portfolio.instruments.Seen.day;
import static io.dividendsomatic.portfolio.instruments.Seen.decision;
import static io.dividendsomatic.portfolio.instruments.Seen.instrument;
import static io.dividendsomatic.portfolio.instruments.Seen.listed;
import static io.dividendsomatic.portfolio.instruments.Seen.means;
import static io.dividendsomatic.portfolio.instruments.Seen.merge;
import static io.dividendsomatic.portfolio.instruments.Seen.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentitiesTest {
    private static final String A = "isin:US000000AA16";
    private static final String B = "isin:US000000BB22";
    private static final InstrumentAlias ALFA_SYMBOL = InstrumentAlias.symbol(Broker.IBKR, "ALFA", null);

    private final List<Sighting> seen = new ArrayList<>();
    private final List<Decision> decided = new ArrayList<>();

    private Identities identities() {
        return Identities.of(seen, decided);
    }

    private String meaning(AccountId account, String instrument) {
        return identities().identify(account).apply(instrument(instrument)).value();
    }

    private void decide(IdentityDecision decision) {
        decided.add(decision(decided.size() + 1, decision));
    }

    /** One row with an ISIN is known; what does another row mean? */
    @ParameterizedTest
    @CsvSource({
        "ALFA/US000000AA16,          ALFA,                isin:US000000AA16, a symbol alone",
        "ALFA/US000000AA16,          BETA/US000000BB22,   isin:US000000BB22, an ISIN of its own",
        "ALFA/US000000AA16,          BETA,                symbol:BETA,       another symbol",
        "ALFA/US000000AA16/9,        /US000000AA16/9,     isin:US000000AA16, a number beside the ISIN",
        "ALFA/US000000AA16/9,        //9,                 isin:US000000AA16, a contract number alone",
        "ALFA/US000000AA16/9,        ALFA.OLD//9,         isin:US000000AA16, a number under another symbol",
        "ALFA/US000000AA16/9,        ALFA//8,             conid:8,           a symbol with another number",
        "ALFA/US000000AA16,          ALFA//8,             isin:US000000AA16, a symbol with a number unknown so far",
        "ALFA/US000000AA16///NYSE,   ALFA////NYSE,        isin:US000000AA16, a symbol on its exchange",
        "ALFA/US000000AA16///NYSE,   ALFA////LSE,         symbol:ALFA,       a symbol on another exchange",
        "ALFA/US000000AA16///NYSE,   ALFA,                isin:US000000AA16, a symbol on no exchange",
        "ALFA/US000000AA16//Alfa,    ///Alfa,             isin:US000000AA16, a name alone",
        "ALFA/US000000AA16//Alfa,    ALFB///Alfa,         symbol:ALFB,       a name under another symbol",
        "ALFA//9,                    ALFA,                conid:9,           a symbol that has only a number",
        "ALFA/XX0000000002/,         ALFA,                symbol:ALFA,       an internal code identifies nothing",
    })
    void a_row_means_what_its_account_means_by_its_words(String known, String row, String key, String why) {
        seen.add(seen(IBKR, known, 1, 10));
        seen.add(seen(IBKR, row, 2, 3));
        assertThat(meaning(IBKR, row)).as(why).isEqualTo(key);
        assertThat(identities().questions()).isEmpty();
    }

    @Test
    void a_symbol_never_crosses_brokers_and_a_contract_number_does() {
        seen.add(seen(IBKR, "ALFA/US000000AA16/9", 1, 10));
        assertThat(meaning(OTHER_IBKR, "ALFA")).isEqualTo(A);
        assertThat(meaning(NORDNET, "ALFA")).isEqualTo("symbol:ALFA");
        assertThat(meaning(AccountId.parse("lynx:U0000003"), "//9")).isEqualTo(A);
    }

    @Test
    void an_account_means_its_own_before_what_others_of_its_broker_mean() {
        seen.add(seen(IBKR, "ALFA/US000000AA16///NYSE", 1, 10));
        seen.add(seen(OTHER_IBKR, "ALFA/US000000BB22///LSE", 1, 10));
        assertThat(meaning(IBKR, "ALFA")).isEqualTo(A);
        assertThat(meaning(OTHER_IBKR, "ALFA")).isEqualTo(B);
        assertThat(meaning(AccountId.parse("ibkr:U0000009"), "ALFA")).isEqualTo("symbol:ALFA");
        assertThat(identities().questions()).isEmpty();
    }

    @Test
    void a_symbol_that_two_had_one_after_the_other_means_the_one_of_its_day() {
        seen.add(seen(IBKR, "ALFA/US000000AA16", 1, 10));
        seen.add(seen(IBKR, "ALFA/US000000BB22", 20, 30));
        Identities identities = identities();
        assertThat(identities.key(IBKR, instrument("ALFA"), day(5))).hasToString(A);
        assertThat(identities.key(IBKR, instrument("ALFA"), day(25))).hasToString(B);
        assertThat(identities.key(IBKR, instrument("ALFA"), day(15))).hasToString("symbol:ALFA");
        assertThat(identities.questions()).isEmpty();

        seen.add(seen(IBKR, "ALFA", 21, 22));
        assertThat(meaning(IBKR, "ALFA")).isEqualTo(B);
        seen.add(seen(IBKR, "ALFA", 5, 5));
        assertThat(meaning(IBKR, "ALFA")).isEqualTo("symbol:ALFA");
        assertThat(identities().questions()).singleElement().satisfies(question -> {
            assertThat(question.alias()).isEqualTo(ALFA_SYMBOL);
            assertThat(question.accounts()).containsExactly(IBKR);
            assertThat(question.candidates())
                    .extracting(IdentityQuestion.Candidate::isin)
                    .containsExactly(ALFA, BETA);
            assertThat(question.candidates().getFirst().to()).isEqualTo(day(10));
        });
    }

    @Test
    void two_isins_under_one_symbol_at_one_time_are_a_question_that_a_decision_answers() {
        seen.add(seen(IBKR, "ALFA/US000000AA16", 1, 10));
        seen.add(seen(IBKR, "ALFA/US000000BB22", 9, 30));
        assertThat(identities().questions())
                .singleElement()
                .extracting(IdentityQuestion::kind)
                .isEqualTo(IdentityQuestion.Kind.SEVERAL_INSTRUMENTS);
        assertThat(meaning(IBKR, "ALFA/US000000AA16")).isEqualTo(A);

        decide(means(ALFA_SYMBOL, BETA, Validity.ALWAYS));
        assertThat(meaning(IBKR, "ALFA")).isEqualTo(B);
        assertThat(meaning(IBKR, "ALFA/US000000AA16")).isEqualTo(A);
        assertThat(identities().questions()).isEmpty();
    }

    @Test
    void the_day_on_which_one_isin_follows_another_is_no_question_unless_a_row_of_it_tells_neither() {
        seen.add(seen(IBKR, "ALFA/US000000AA16", 1, 10));
        seen.add(seen(IBKR, "ALFA/US000000BB22", 10, 30));
        assertThat(identities().questions()).isEmpty();
        seen.add(seen(IBKR, "ALFA", 10, 10));
        assertThat(identities().questions()).hasSize(1);
    }

    @Test
    void one_isin_that_became_another_is_one_instrument_after_a_merge() {
        seen.add(seen(IBKR, "ALFA/US000000AA16", 1, 10));
        seen.add(seen(IBKR, "ALFA/US000000BB22", 10, 30));
        decide(merge(ALFA, BETA));
        assertThat(meaning(IBKR, "ALFA")).isEqualTo(B);
        assertThat(meaning(IBKR, "ALFA/US000000AA16")).isEqualTo(B);
        assertThat(identities().questions()).isEmpty();
        assertThat(identities().current(ALFA)).isEqualTo(BETA);

        decide(merge(BETA, KUUSI));
        assertThat(meaning(IBKR, "ALFA/US000000AA16")).isEqualTo("isin:FI0000000011");
    }

    @Test
    void a_decision_holds_on_its_days_only() {
        decide(means(InstrumentAlias.symbol(Broker.IBKR, "ALFA", "NYSE"), ALFA, new Validity(day(5), null)));
        Identities identities = identities();
        assertThat(identities.key(IBKR, instrument("ALFA////NYSE"), day(5))).hasToString(A);
        assertThat(identities.key(IBKR, instrument("ALFA////NYSE"), day(4))).hasToString("symbol:ALFA");
        assertThat(identities.key(IBKR, instrument("ALFA////LSE"), day(5))).hasToString("symbol:ALFA");
        assertThat(identities.key(NORDNET, instrument("ALFA////NYSE"), day(5))).hasToString("symbol:ALFA");
    }

    @Test
    void a_decision_outweighs_what_the_files_show_and_one_of_a_code_outweighs_one_of_a_symbol() {
        seen.add(seen(IBKR, "ALFA/US000000AA16/9", 1, 10));
        decide(means(ALFA_SYMBOL, BETA, Validity.ALWAYS));
        assertThat(meaning(IBKR, "ALFA//9")).isEqualTo(B);
        decide(means(InstrumentAlias.code(Kind.CONID, "9"), KUUSI, Validity.ALWAYS));
        assertThat(meaning(IBKR, "ALFA//9")).isEqualTo("isin:FI0000000011");
        assertThat(meaning(IBKR, "ALFA")).isEqualTo(B);
    }

    @Test
    void decisions_that_contradict_each_other_count_as_none_and_are_a_question() {
        seen.add(seen(IBKR, "ALFA", 1, 10));
        decide(means(ALFA_SYMBOL, ALFA, Validity.ALWAYS));
        decide(means(ALFA_SYMBOL, BETA, new Validity(day(1), null)));
        decide(merge(KUUSI, ALFA));
        decide(merge(KUUSI, BETA));
        assertThat(meaning(IBKR, "ALFA")).isEqualTo("symbol:ALFA");
        assertThat(identities().current(KUUSI)).isEqualTo(KUUSI);
        assertThat(identities().questions())
                .extracting(IdentityQuestion::kind)
                .containsExactly(
                        IdentityQuestion.Kind.CONFLICTING_DECISIONS, IdentityQuestion.Kind.CONFLICTING_DECISIONS);
    }

    @Test
    void a_circle_of_merges_leaves_everyone_themselves() {
        decide(merge(ALFA, BETA));
        decide(merge(BETA, ALFA));
        assertThat(identities().current(ALFA)).isEqualTo(ALFA);
        assertThat(identities().current(BETA)).isEqualTo(BETA);
        assertThat(identities().questions()).hasSize(2);
    }

    @Test
    void a_version_changes_with_the_meaning_and_not_with_the_days() {
        seen.add(seen(IBKR, "ALFA", 1, 10));
        seen.add(seen(NORDNET, "KUUSI", 1, 10));
        String before = identities().version(IBKR);
        seen.add(seen(IBKR, "ALFA", 11, 20));
        assertThat(identities().version(IBKR)).isEqualTo(before);

        String ofNordnet = identities().version(NORDNET);
        seen.add(seen(OTHER_IBKR, "ALFA/US000000AA16", 1, 10));
        assertThat(identities().version(IBKR)).isNotEqualTo(before);
        assertThat(identities().version(NORDNET)).isEqualTo(ofNordnet);
    }

    @Test
    void any_order_of_what_was_seen_and_decided_means_the_same() {
        long seed = 20_310_303L;
        Random random = new Random(seed);
        seen.addAll(List.of(
                seen(IBKR, "ALFA/US000000AA16/9", 1, 10),
                seen(IBKR, "ALFA/US000000BB22/8", 8, 20),
                seen(IBKR, "ALFA", 3, 12),
                seen(IBKR, "GAMMA//7", 1, 4),
                seen(OTHER_IBKR, "GAMMA", 2, 2),
                listed(OTHER_IBKR, "GAMMA/FI0000000011/7"),
                listed(NORDNET, "/FI0000000011//Kuusi B"),
                seen(NORDNET, "///Kuusi B", 4, 4)));
        decide(means(InstrumentAlias.code(Kind.CONID, "8"), KUUSI, Validity.ALWAYS));
        decide(merge(KUUSI, ALFA));
        List<String> answers = IntStream.range(0, 50)
                .mapToObj(round -> {
                    Collections.shuffle(seen, random);
                    Collections.shuffle(decided, random);
                    return answer();
                })
                .distinct()
                .toList();
        assertThat(answers).as("seed %s", seed).hasSize(1);
        assertThat(answers.getFirst()).contains("GAMMA=isin:US000000AA16");
    }

    private String answer() {
        Identities identities = identities();
        StringBuilder answer = new StringBuilder();
        for (String row : List.of("ALFA", "ALFA//8", "GAMMA", "GAMMA//7", "///Kuusi B")) {
            for (AccountId account : List.of(IBKR, OTHER_IBKR, NORDNET)) {
                answer.append(row)
                        .append('=')
                        .append(identities.identify(account).apply(instrument(row)))
                        .append(' ');
            }
        }
        return answer.append(identities.questions())
                .append(identities.version(IBKR))
                .toString();
    }
}
