package io.dividendsomatic.portfolio.ledger.actions;

import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Told.ActionRow;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both sides of an event that a broker tells with other words and another number each. */
class RelativesTest {
    private static final Instrument SHARE = named("Kuusi B");
    private static final Instrument RIGHT = named("Kuusi MO");
    private static final Instrument OTHER = named("Grana TR");

    @Test
    void a_right_that_goes_and_a_share_of_its_name_that_comes_are_one_event() {
        assertThat(events(right("-10"), share("10"))).hasSize(1);
    }

    @Test
    void the_money_that_was_paid_is_part_of_it() {
        assertThat(events(
                        right("-10"),
                        share("10"),
                        exercise(SHARE, "0")
                                .cash("-50")
                                .saying("Teckning likvid")
                                .event("3")))
                .singleElement()
                .satisfies(event -> assertThat(event.legs()).hasSize(3));
    }

    @Test
    void a_share_that_comes_alone_is_paid_by_the_money_of_its_day() {
        assertThat(events(share("10"), exercise(SHARE, "0").cash("-50").event("3")))
                .singleElement()
                .satisfies(event -> assertThat(event.cash()).hasSize(1));
    }

    @Test
    void words_that_name_the_other_security_are_enough() {
        assertThat(events(
                        exercise(named("BTU Grana"), "-5")
                                .saying("Omvandling till GRANA")
                                .event("1"),
                        exercise(named("Grana"), "5").saying("Inlägg").event("2")))
                .hasSize(1);
    }

    @Test
    void one_note_of_the_broker_is_enough() {
        assertThat(events(
                        exercise(OTHER, "-10").saying("Uttag").event("1").note("77"),
                        share("10").note("77")))
                .hasSize(1);
    }

    @Test
    void strangers_of_one_day_stay_two_events() {
        assertThat(events(exercise(OTHER, "-10").saying("Uttag").event("1"), share("10")))
                .hasSize(2);
    }

    @Test
    void two_that_could_have_gone_for_it_leave_a_choice() {
        assertThat(events(
                        right("-10"),
                        exercise(named("Kuusi TR"), "-10").saying("y").event("4"),
                        share("10")))
                .hasSize(3);
    }

    private static ActionRow right(String units) {
        return exercise(RIGHT, units).saying("Merkintäoikeus pois").event("1");
    }

    private static ActionRow share(String units) {
        return exercise(SHARE, units).saying("Merkintä").event("2");
    }

    private static ActionRow exercise(Instrument instrument, String units) {
        return action(JANUARY_10, Kind.RIGHTS_EXERCISE, instrument, units);
    }

    private static Instrument named(String name) {
        return new Instrument(null, null, name, null, null, null, null, null, null);
    }

    private static List<ActionEvent> events(ActionRow... rows) {
        return ActionEvents.of(bookings(Stream.of(rows).map(ActionRow::row).toArray(StatementRow[]::new)));
    }
}
