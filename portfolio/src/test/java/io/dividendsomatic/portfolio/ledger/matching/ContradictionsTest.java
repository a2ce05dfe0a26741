package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.OpenQuestion;
import io.dividendsomatic.portfolio.ledger.Telling;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    private static Telling told(String file, int edition, Instrument instrument, String price) {
        return telling(
                "number 1",
                file,
                edition,
                9,
                trade(JANUARY_10, instrument, "50", price).row());
    }

    private static Matching.Matched match(Telling... tellings) {
        return Matching.match(List.of(tellings), Instrument::key);
    }

    @Test
    void one_number_under_which_two_files_tell_of_two_instruments_is_a_question() {
        Matching.Matched matched = match(told("march", 0, ALFA, "10"), told("april", 5, BETA, "20"));
        assertThat(matched.bookings())
                .singleElement()
                .satisfies(booking -> assertThat(booking.sources()).hasSize(2));
        assertThat(matched.questions()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.ONE_NUMBER_OF_TWO_INSTRUMENTS);
            assertThat(question.facts()).containsExactly(fact("number 1"));
            assertThat(question.instrument()).isEqualTo(BETA);
        });
    }

    @Test
    void one_number_under_which_only_a_figure_changed_asks_nothing() {
        assertThat(match(told("march", 0, ALFA, "10"), told("april", 5, ALFA, "11"))
                        .questions())
                .isEmpty();
    }

    @Test
    void one_number_under_which_two_files_of_equal_age_tell_other_figures_is_a_question() {
        assertThat(match(told("march", 5, ALFA, "10"), told("april", 5, ALFA, "11"))
                        .questions())
                .singleElement()
                .satisfies(
                        question -> assertThat(question.kind()).isEqualTo(OpenQuestion.Kind.ONE_NUMBER_OF_TWO_FIGURES));
    }
}
