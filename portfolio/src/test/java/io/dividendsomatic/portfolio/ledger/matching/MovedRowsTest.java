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
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows that come again with equal figures on another day or of another instrument. */
class MovedRowsTest {
    private static final LocalDate DAY = JANUARY_10;
    private static final Period JANUARY = new Period(DAY.minusDays(9), DAY.plusDays(21));

    private static Matching.Matched match(StatementRow row, StatementRow anew) {
        return Matching.match(
                List.of(told("first", "january", row, JANUARY), told("anew", "again", anew, JANUARY)), Instrument::key);
    }

    private static Telling told(String fact, String file, StatementRow row, Period period) {
        Telling telling = telling(fact, file, 0, 9, row);
        return new Telling(telling.fact(), telling.file(), telling.edition(), telling.lines(), row, period);
    }

    @Test
    void a_payment_that_comes_again_a_day_later_is_asked_and_both_stand() {
        Matching.Matched matched = match(dividend(DAY, BETA, "12", "x"), dividend(DAY.plusDays(1), BETA, "12", "x"));
        assertThat(matched.bookings()).hasSize(2);
        assertThat(matched.questions()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.MOVED_OR_ANOTHER);
            assertThat(List.of(
                            question.facts().getFirst(), question.candidates().getFirst()))
                    .containsExactlyInAnyOrder(fact("first"), fact("anew"));
        });
    }

    @Test
    void a_purchase_that_comes_again_of_another_instrument_is_asked() {
        assertThat(match(
                                trade(DAY, BETA, "50", "10").row(),
                                trade(DAY, ALFA, "50", "10").row())
                        .questions())
                .extracting(OpenQuestion::kind)
                .containsExactly(OpenQuestion.Kind.MOVED_OR_ANOTHER);
    }

    @Test
    void what_differs_in_day_and_instrument_or_comes_in_a_rhythm_is_another_row() {
        assertThat(match(dividend(DAY, BETA, "12", "x"), dividend(DAY.plusDays(1), ALFA, "12", "x"))
                        .questions())
                .isEmpty();
        assertThat(match(dividend(DAY, BETA, "12", "x"), dividend(DAY.plusDays(8), BETA, "12", "x"))
                        .questions())
                .isEmpty();
        assertThat(match(fee(DAY, "Quotes"), fee(DAY.plusDays(1), "Snapshots")).questions())
                .isEmpty();
    }

    private static StatementRow fee(LocalDate day, String words) {
        return new Fee(movement(day, "-1", "USD", words), null, null);
    }

    @Test
    void a_day_that_the_other_file_does_not_cover_asks_nothing() {
        Period february = new Period(DAY.plusDays(1), DAY.plusDays(40));
        List<Telling> tellings = List.of(
                told("first", "january", dividend(DAY, BETA, "12", "x"), JANUARY),
                told("anew", "february", dividend(DAY.plusDays(1), BETA, "12", "x"), february));
        assertThat(Matching.match(tellings, Instrument::key).questions()).isEmpty();
    }
}
