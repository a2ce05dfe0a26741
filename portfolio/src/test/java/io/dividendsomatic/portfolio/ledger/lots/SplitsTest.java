package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.bookingOf;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Splits that are told by their ratio, by several files, or not well enough. */
class SplitsTest {
    private static final LocalDate DAY = JANUARY_10.plusDays(30);
    private static final Booking FIVE = bookingOf(
            "statement", "purchase", trade(JANUARY_10, ALFA, "5", "100").row());
    private static final Booking TWENTY_MORE =
            bookingOf("statement", "units", action(DAY, Kind.SPLIT, ALFA, "20").row());

    @Test
    void a_ratio_alone_scales_the_lots_and_keeps_cost_and_date() {
        LotView view = fold(FIVE, ratio("export", DAY, "5", "1"));
        assertThat(position(view).lots()).singleElement().satisfies(lot -> {
            assertThat(lot.quantity()).isEqualTo(Quantity.of("25"));
            assertThat(lot.cost()).isEqualTo(Amount.of("500"));
            assertThat(lot.date()).isEqualTo(JANUARY_10);
        });
        assertThat(position(view).days().getLast().change()).isEqualTo(Quantity.of("20"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void a_ratio_alone_scales_short_lots_too() {
        LotView view = fold(
                bookingOf(
                        "statement",
                        "sale",
                        trade(JANUARY_10, ALFA, "-10", "100").coded("O").row()),
                ratio("export", DAY, "1", "10"));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("-1"));
    }

    @Test
    void a_split_of_nothing_moves_nothing() {
        assertThat(fold(ratio("export", DAY, "5", "1")).positions()).isEmpty();
    }

    @Test
    void a_split_that_states_neither_units_nor_ratio_is_a_question() {
        LotView view = fold(
                FIVE,
                bookingOf("export", "split", action(DAY, Kind.SPLIT, ALFA, "0").row()));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("5"));
        assertThat(view.questions()).extracting(OpenQuestion::kind).containsExactly(OpenQuestion.Kind.SPLIT_UNKNOWN);
    }

    @Test
    void money_for_a_fraction_is_no_split_of_its_own() {
        LotView view = fold(
                FIVE,
                TWENTY_MORE,
                bookingOf(
                        "statement",
                        "money",
                        action(DAY, Kind.SPLIT, ALFA, "0").cash("3").row()));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("25"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void one_split_that_two_files_tell_in_two_ways_is_applied_once() {
        LotView view = fold(FIVE, TWENTY_MORE, ratio("export", DAY.plusDays(3), "5", "1"));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("25"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void files_that_contradict_each_other_are_a_question_and_the_stated_units_stand() {
        LotView view = fold(FIVE, TWENTY_MORE, ratio("export", DAY, "4", "1"));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("25"));
        assertThat(view.questions()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.SPLIT_CONTRADICTED);
            assertThat(question.candidates()).containsExactly(TWENTY_MORE.id());
        });
    }

    @Test
    void two_splits_of_one_file_are_two() {
        LotView view = fold(FIVE, ratio("export", DAY, "5", "1"), ratio("export", DAY.plusDays(2), "2", "1"));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("50"));
    }

    @Test
    void units_that_the_rows_own_ratio_does_not_make_of_what_was_held_are_a_question_and_stand() {
        Booking row = bookingOf(
                "statement",
                "units",
                action(DAY, Kind.SPLIT, ALFA, "7").ratio("2", "1").row());
        LotView view = fold(FIVE, row);
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("12"));
        assertThat(position(view).open()).isTrue();
        assertThat(view.questions()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.SPLIT_CONTRADICTED);
            assertThat(question.facts()).containsExactly(row.id());
        });
    }

    @Test
    void two_splits_of_one_day_and_file_that_make_something_else_of_the_same_units_are_a_question() {
        Booking two = units("two", "5", "2");
        Booking three = units("three", "10", "3");
        LotView view = fold(FIVE, two, three);
        boolean twoFirst = two.id().compareTo(three.id()) < 0;
        assertThat(position(view).quantity()).isEqualTo(Quantity.of(twoFirst ? "10" : "15"));
        assertThat(position(view).open()).isTrue();
        assertThat(view.questions()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.SPLIT_CONTRADICTED);
            assertThat(question.facts()).containsExactly(twoFirst ? three.id() : two.id());
            assertThat(question.candidates()).containsExactly(twoFirst ? two.id() : three.id());
        });
    }

    @Test
    void two_splits_of_one_day_and_file_without_ratios_are_applied_and_a_question() {
        LotView view = fold(
                FIVE,
                bookingOf("statement", "one", action(DAY, Kind.SPLIT, ALFA, "5").row()),
                bookingOf(
                        "statement",
                        "other",
                        action(DAY, Kind.SPLIT, ALFA, "10").row()));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("20"));
        assertThat(view.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.SPLIT_CONTRADICTED);
    }

    @Test
    void a_split_that_follows_on_another_of_its_day_is_no_question() {
        LotView view = fold(
                FIVE,
                bookingOf(
                        "statement",
                        "first",
                        action(DAY, Kind.SPLIT, ALFA, "5")
                                .at("10:00:00")
                                .ratio("2", "1")
                                .row()),
                bookingOf(
                        "statement",
                        "second",
                        action(DAY, Kind.SPLIT, ALFA, "20")
                                .at("11:00:00")
                                .ratio("3", "1")
                                .row()));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("30"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void sides_that_are_not_in_the_ratio_of_their_words_are_a_question() {
        LotView view = fold(
                FIVE,
                bookingOf(
                        "statement",
                        "out",
                        action(DAY, Kind.SPLIT, ALFA, "-5")
                                .ratio("4", "1")
                                .event("1")
                                .row()),
                bookingOf(
                        "statement",
                        "in",
                        action(DAY, Kind.SPLIT, ALFA, "30")
                                .ratio("4", "1")
                                .event("1")
                                .row()));
        assertThat(view.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.SPLIT_CONTRADICTED);
    }

    private static Booking units(String name, String units, String received) {
        return bookingOf(
                "statement",
                name,
                action(DAY, Kind.SPLIT, ALFA, units).ratio(received, "1").row());
    }

    @Test
    void fractions_that_were_paid_in_money_are_no_contradiction() {
        LotView view = fold(
                bookingOf(
                        "statement",
                        "purchase",
                        trade(JANUARY_10, ALFA, "95", "1").row()),
                bookingOf(
                        "statement",
                        "units",
                        action(DAY, Kind.SPLIT, ALFA, "-86").row()),
                ratio("export", DAY, "1", "10"));
        assertThat(position(view).quantity()).isEqualTo(Quantity.of("9"));
        assertThat(view.questions()).isEmpty();
    }

    private static Booking ratio(String file, LocalDate day, String received, String held) {
        return bookingOf(
                file,
                "ratio " + day,
                action(day, Kind.SPLIT, ALFA, "0").ratio(received, held).row());
    }

    private static LotView fold(Booking... bookings) {
        return LotFold.fold(List.of(bookings), Method.FIFO, LotRules.PLAIN);
    }

    private static LotPosition position(LotView view) {
        LotPosition position = view.positions().get(new PositionKey(ALFA.key(), USD));
        assertThat(position).isNotNull();
        return position;
    }
}
