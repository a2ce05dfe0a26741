package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows without a number that a statement of which the broker says that it was made later tells with another figure. */
class LaterStatementsTest {
    private static final LocalDate DAY = JANUARY_10;
    private static final Period JANUARY = new Period(DAY.minusDays(9), DAY.plusDays(21));

    private static Telling told(String fact, String file, int hour, StatementRow row) {
        Telling telling = telling(fact, file, hour, fact.length(), row);
        return new Telling(telling.fact(), telling.file(), telling.edition(), telling.lines(), row, JANUARY);
    }

    private static Matching.Matched match(Telling... tellings) {
        return Matching.match(List.of(tellings), Instrument::key);
    }

    @Test
    void it_stands_and_both_files_are_its_sources_in_whatever_order_they_come() {
        Telling first = told("first", "one", 0, trade(DAY, BETA, "50", "10").row());
        Telling anew = told("anew", "other", 5, trade(DAY, BETA, "50", "10.2").row());
        for (Matching.Matched matched : List.of(match(first, anew), match(anew, first))) {
            assertThat(matched.bookings()).singleElement().satisfies(booking -> {
                assertThat(booking.row()).isEqualTo(anew.row());
                assertThat(booking.sources()).hasSize(2);
            });
            assertThat(matched.questions()).extracting(OpenQuestion::kind).containsExactly(OpenQuestion.Kind.RESTATED);
        }
    }

    @Test
    void one_that_does_not_say_when_it_was_made_restates_nothing() {
        Telling first = told("first", "one", 0, trade(DAY, BETA, "50", "10").row());
        Edition endOfPeriod = new Edition(
                JANUARY.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                first.edition().precedence());
        Telling ofPeriod =
                new Telling(first.fact(), first.file(), endOfPeriod, first.lines(), first.row(), first.spokenFor());
        Matching.Matched matched = match(
                ofPeriod,
                told("anew", "other", 5, trade(DAY, BETA, "50", "10.2").row()));
        assertThat(matched.bookings()).hasSize(2);
        assertThat(matched.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.RESTATED_OR_ANOTHER);
    }

    @Test
    void a_row_that_may_be_either_of_two_is_asked_about() {
        Matching.Matched matched = match(
                told("one", "first", 0, dividend(DAY, BETA, "36", "x")),
                told("other", "first", 0, dividend(DAY, BETA, "37", "x")),
                told("anew", "later", 5, dividend(DAY, BETA, "38", "x")));
        assertThat(matched.bookings()).hasSize(3);
        assertThat(matched.questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.RESTATED_OR_ANOTHER);
    }
}
