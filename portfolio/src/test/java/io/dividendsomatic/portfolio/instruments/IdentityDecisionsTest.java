package io.dividendsomatic.portfolio.instruments;

import static io.dividendsomatic.portfolio.instruments.Seen.ALFA;
import static io.dividendsomatic.portfolio.instruments.Seen.BETA;
import static io.dividendsomatic.portfolio.instruments.Seen.KUUSI;
import static io.dividendsomatic.portfolio.instruments.Seen.day;
import static io.dividendsomatic.portfolio.instruments.Seen.means;
import static io.dividendsomatic.portfolio.instruments.Seen.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.portfolio.events.IdentityDecisionWithdrawn;
import io.dividendsomatic.portfolio.events.IdentityEvent;
import io.dividendsomatic.portfolio.events.InstrumentIdentified;
import io.dividendsomatic.portfolio.events.InstrumentMerged;
import io.dividendsomatic.portfolio.instruments.DecideByFile.Line;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class IdentityDecisionsTest {
    private static final InstrumentAlias SYMBOL = InstrumentAlias.symbol(Broker.IBKR, "ALFA", "NYSE");
    private static final String REASON = "as the broker wrote";
    private static final FileId FILE = FileId.of("first".getBytes(StandardCharsets.UTF_8));
    private static final FileId NEXT = FileId.of("next".getBytes(StandardCharsets.UTF_8));

    private final AggregateTestFixture<IdentityDecisions> decisions =
            new AggregateTestFixture<>(IdentityDecisions.class);

    private static InstrumentIdentified identified(int number, Isin isin, SourceRef source) {
        return new InstrumentIdentified(number, SYMBOL, isin, null, day(9), REASON, source);
    }

    private static InstrumentIdentified identified(int number, Isin isin) {
        return new InstrumentIdentified(number, SYMBOL, isin, null, day(9), REASON, null);
    }

    private static InstrumentMerged merged(int number, Isin from, Isin into) {
        return new InstrumentMerged(number, from, into, "a new number", null);
    }

    private static IdentifyInstrument until(int last, Isin isin) {
        return means(SYMBOL, isin, new Validity(null, day(last)));
    }

    @Test
    void the_first_decision_is_number_one() {
        decisions
                .givenNoPriorActivity()
                .when(until(9, ALFA))
                .expectEvents(identified(1, ALFA))
                .expectResultMessagePayload(new Decided(1, true));
    }

    @Test
    void the_same_again_changes_nothing() {
        decisions
                .given(identified(1, ALFA))
                .when(until(9, ALFA))
                .expectNoEvents()
                .expectResultMessagePayload(new Decided(1, false));
    }

    @Test
    void another_instrument_on_a_common_day_is_refused_and_on_other_days_is_not() {
        decisions.given(identified(1, ALFA)).when(until(3, BETA)).expectException(DecisionRefused.class);
        new AggregateTestFixture<>(IdentityDecisions.class)
                .given(identified(1, ALFA))
                .when(means(SYMBOL, BETA, new Validity(day(10), null)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_was_taken_back_can_be_decided_otherwise() {
        decisions
                .given(identified(1, ALFA))
                .when(new WithdrawDecision(1, "a mistake"))
                .expectEvents(new IdentityDecisionWithdrawn(1, "a mistake", null));
        new AggregateTestFixture<>(IdentityDecisions.class)
                .given(identified(1, ALFA), new IdentityDecisionWithdrawn(1, "a mistake", null))
                .when(until(9, BETA))
                .expectEvents(identified(2, BETA));
    }

    @Test
    void only_what_a_person_decided_and_stands_can_be_taken_back() {
        assertRefused(new WithdrawDecision(2, ""), DecisionRefused.Code.UNKNOWN_DECISION, identified(1, ALFA));
        assertRefused(
                new WithdrawDecision(1, ""),
                DecisionRefused.Code.DECISION_WITHDRAWN,
                identified(1, ALFA),
                new IdentityDecisionWithdrawn(1, "", null));
        assertRefused(
                new WithdrawDecision(1, ""),
                DecisionRefused.Code.DECISION_OF_FILE,
                identified(1, ALFA, new SourceRef(FILE, 3)));
    }

    @Test
    void merges_make_neither_a_fork_nor_a_circle() {
        assertRefused(merge(ALFA, KUUSI), DecisionRefused.Code.DECISION_CONFLICT, merged(1, ALFA, BETA));
        assertRefused(
                merge(KUUSI, ALFA), DecisionRefused.Code.MERGE_CIRCLE, merged(1, ALFA, BETA), merged(2, BETA, KUUSI));
        assertThatThrownBy(() -> merge(ALFA, ALFA)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> merge(ALFA, new Isin("XX0000000002"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(Object command, DecisionRefused.Code code, IdentityEvent... before) {
        DecisionState state = new DecisionState();
        List.of(before).forEach(state::evolve);
        assertThatThrownBy(() -> {
                    switch (command) {
                        case WithdrawDecision withdrawal -> state.checkWithdrawal(withdrawal.decision());
                        case IdentityDecision decision -> state.check(decision);
                        default -> throw new IllegalArgumentException(String.valueOf(command));
                    }
                })
                .isInstanceOfSatisfying(
                        DecisionRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void a_file_says_what_is_new_and_takes_back_what_it_says_no_longer() {
        DecideByFile first = new DecideByFile(
                FILE,
                List.of(new Line(2, until(9, ALFA)), new Line(5, until(9, ALFA)), new Line(7, merge(BETA, KUUSI))));
        InstrumentMerged merged = new InstrumentMerged(2, BETA, KUUSI, "a new number", new SourceRef(FILE, 7));
        assertThat(changes(first)).containsExactly(identified(1, ALFA, new SourceRef(FILE, 2)), merged);
        assertThat(changes(first, identified(1, ALFA, new SourceRef(FILE, 2)), merged))
                .isEmpty();

        DecideByFile next =
                new DecideByFile(NEXT, List.of(new Line(1, until(9, BETA)), new Line(3, merge(BETA, KUUSI))));
        assertThat(changes(next, identified(1, ALFA, new SourceRef(FILE, 2)), merged))
                .containsExactly(
                        new IdentityDecisionWithdrawn(1, "the alias file says it no longer", NEXT),
                        identified(3, BETA, new SourceRef(NEXT, 1)));
    }

    @Test
    void a_file_leaves_alone_what_a_person_decided() {
        assertThat(changes(new DecideByFile(FILE, List.of()), identified(1, ALFA)))
                .isEmpty();
        assertThat(changes(new DecideByFile(FILE, List.of(new Line(1, until(9, BETA)))), identified(1, ALFA)))
                .containsExactly(identified(2, BETA, new SourceRef(FILE, 1)));
    }

    private static List<IdentityEvent> changes(DecideByFile told, IdentityEvent... before) {
        DecisionState state = new DecisionState();
        List.of(before).forEach(state::evolve);
        return IdentityDecisions.changes(told, state);
    }
}
