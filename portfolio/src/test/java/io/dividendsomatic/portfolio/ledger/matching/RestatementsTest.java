package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows without a number of the broker that come again with another figure. */
class RestatementsTest {
    private static final LocalDate DAY = JANUARY_10.plusDays(5);
    private static final Period MARCH = new Period(DAY.minusDays(14), DAY.plusDays(16));

    @Test
    void a_row_that_comes_again_with_another_figure_is_a_question_and_both_stand() {
        Matching.Matched matched = match(
                both(
                        trade(JANUARY_10, ALFA, "1", "1").row(),
                        trade(DAY.plusDays(5), ALFA, "1", "1").row()),
                telling("first", "march", 0, 9, trade(DAY, BETA, "50", "10").row()),
                telling("anew", "april", 5, 9, trade(DAY, BETA, "50", "10.2").row()));
        assertThat(matched.bookings()).hasSize(4);
        assertThat(matched.questions()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.RESTATED_OR_ANOTHER);
            assertThat(question.facts()).containsExactly(fact("anew"));
            assertThat(question.candidates()).containsExactly(fact("first"));
        });
    }

    @Test
    void a_payment_in_the_same_words_is_one_too() {
        assertThat(match(
                                both(dividend(JANUARY_10, ALFA, "1", "x"), dividend(DAY.plusDays(5), ALFA, "1", "x")),
                                telling("first", "march", 0, 9, dividend(DAY, BETA, "36", "BETA DIVIDEND")),
                                telling("anew", "april", 5, 9, dividend(DAY, BETA, "63", "BETA DIVIDEND")))
                        .questions())
                .hasSize(1);
    }

    @Test
    void files_that_do_not_overlap_ask_nothing() {
        assertThat(match(
                                List.of(),
                                telling(
                                        "first",
                                        "march",
                                        0,
                                        9,
                                        trade(DAY, BETA, "50", "10").row()),
                                telling(
                                        "anew",
                                        "april",
                                        5,
                                        9,
                                        trade(DAY, BETA, "50", "10.2").row()))
                        .questions())
                .isEmpty();
    }

    @Test
    void a_day_outside_the_overlap_asks_nothing() {
        assertThat(match(
                                both(trade(JANUARY_10, ALFA, "1", "1").row()),
                                telling(
                                        "first",
                                        "march",
                                        0,
                                        9,
                                        trade(DAY, BETA, "50", "10").row()),
                                telling(
                                        "anew",
                                        "april",
                                        5,
                                        9,
                                        trade(DAY, BETA, "50", "10.2").row()))
                        .questions())
                .isEmpty();
    }

    @Test
    void rows_that_one_file_tells_both_ask_nothing() {
        assertThat(match(both(
                                trade(DAY, BETA, "50", "10").row(),
                                trade(DAY, BETA, "50", "10.2").row()))
                        .questions())
                .isEmpty();
    }

    @Test
    void of_days_that_both_files_say_to_cover_they_need_tell_nothing_else() {
        assertThat(covering(
                        MARCH,
                        MARCH,
                        trade(DAY, BETA, "50", "10").row(),
                        trade(DAY, BETA, "50", "10.2").row()))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.RESTATED_OR_ANOTHER);
                    assertThat(List.of(
                                    question.facts().getFirst(),
                                    question.candidates().getFirst()))
                            .containsExactlyInAnyOrder(fact("first"), fact("anew"));
                });
    }

    @Test
    void any_one_figure_may_be_the_one_that_was_changed() {
        assertThat(covering(
                        MARCH,
                        MARCH,
                        trade(DAY, BETA, "50", "10").row(),
                        trade(DAY, BETA, "55", "10").row()))
                .hasSize(1);
        assertThat(covering(
                        MARCH,
                        MARCH,
                        dividend(DAY, BETA, "36", "BETA CASH DIVIDEND USD 0.36 PER SHARE"),
                        dividend(DAY, BETA, "37", "BETA CASH DIVIDEND USD 0.37 PER SHARE")))
                .hasSize(1);
        assertThat(covering(MARCH, MARCH, fee("-1", "Quotes for 03 2031"), fee("-2", "Quotes for 3 2031")))
                .hasSize(1);
    }

    @Test
    void what_differs_in_more_is_another_row() {
        assertThat(covering(
                        MARCH,
                        MARCH,
                        trade(DAY, BETA, "50", "10").row(),
                        trade(DAY, BETA, "20", "11").row()))
                .isEmpty();
        assertThat(covering(
                        MARCH,
                        MARCH,
                        trade(DAY, BETA, "50", "10").row(),
                        trade(DAY, BETA, "-50", "10").row()))
                .isEmpty();
        assertThat(covering(MARCH, MARCH, dividend(DAY, BETA, "36", "x"), dividend(DAY, ALFA, "37", "x")))
                .isEmpty();
        assertThat(covering(MARCH, MARCH, fee("-1", "Quotes"), fee("-2", "Snapshots")))
                .isEmpty();
    }

    @Test
    void money_that_went_the_other_way_is_another_row() {
        assertThat(covering(MARCH, MARCH, conversion("100", "-108"), conversion("100", "-109")))
                .hasSize(1);
        assertThat(covering(MARCH, MARCH, conversion("100", "-108"), conversion("-100", "108")))
                .isEmpty();
        assertThat(covering(MARCH, MARCH, transfer("500"), transfer("510"))).hasSize(1);
        assertThat(covering(MARCH, MARCH, transfer("500"), transfer("-500"))).isEmpty();
    }

    private static StatementRow conversion(String euros, String dollars) {
        return new FxConversion(
                TradeTime.on(DAY),
                Money.of(euros, "EUR"),
                Money.of(dollars, "USD"),
                null,
                null,
                Level.ORDER,
                null,
                References.NONE);
    }

    private static StatementRow transfer(String euros) {
        return new Transfer(DAY, null, null, Money.of(euros, "EUR"), null, null, null, null, References.NONE);
    }

    @Test
    void a_later_file_that_does_not_cover_the_day_may_tell_more_of_it() {
        Period april = new Period(MARCH.to().plusDays(1), MARCH.to().plusDays(30));
        assertThat(covering(MARCH, april, dividend(DAY, BETA, "-36", "TAX"), dividend(DAY, BETA, "-30", "TAX")))
                .isEmpty();
    }

    @Test
    void a_number_that_only_one_of_two_rows_has_decides_nothing() {
        assertThat(covering(
                        MARCH,
                        MARCH,
                        numbered("1", BETA, "10"),
                        trade(DAY, BETA, "50", "10.2").row()))
                .hasSize(1);
    }

    @Test
    void numbers_of_the_broker_leave_no_question() {
        assertThat(match(
                                both(
                                        trade(JANUARY_10, ALFA, "1", "1").row(),
                                        trade(DAY, ALFA, "1", "1").row()),
                                telling("first", "march", 0, 9, numbered("1", BETA, "10")),
                                telling("anew", "april", 5, 9, numbered("2", BETA, "10.2")))
                        .questions())
                .isEmpty();
    }

    private static StatementRow numbered(String number, Instrument instrument, String price) {
        return trade(DAY, instrument, "50", price).numbered(number, null).row();
    }

    /** What is asked of two files of equal age that tell one row each. */
    private static List<OpenQuestion> covering(Period first, Period later, StatementRow row, StatementRow anew) {
        return Matching.match(
                        List.of(
                                covering(telling("first", "march", 0, 9, row), first),
                                covering(telling("anew", "april", 0, 9, anew), later)),
                        Instrument::key)
                .questions();
    }

    private static Telling covering(Telling telling, Period period) {
        return new Telling(telling.fact(), telling.file(), telling.edition(), telling.lines(), telling.row(), period);
    }

    private static StatementRow fee(String amount, String words) {
        return new Fee(movement(DAY, amount, "USD", words), null, null);
    }

    /** The rows as both files tell them. */
    private static List<Telling> both(StatementRow... rows) {
        List<Telling> tellings = new ArrayList<>();
        for (StatementRow row : rows) {
            String name = "both " + tellings.size();
            tellings.add(telling(name, "march", 0, tellings.size() + 1, row));
            tellings.add(telling(name, "april", 5, tellings.size() + 1, row));
        }
        return tellings;
    }

    private static Matching.Matched match(List<Telling> both, Telling... own) {
        return Matching.match(Stream.concat(both.stream(), Stream.of(own)).toList(), Instrument::key);
    }
}
