package io.dividendsomatic.ingestion.format.ibkr.flex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlexDatesTest {
    private static final LocalDate MARCH_3 = LocalDate.of(2031, 3, 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20310303;101500",
                "20310303 101500",
                "20310303,101500",
                "2031-03-03;101500",
                "2031-03-03;10:15:00",
                "2031-03-03, 10:15:00",
                "2031-03-03 10:15:00",
                "2031-03-03;10:15:00 EST",
                "20310303;101500 EDT"
            })
    void a_query_writes_a_moment_in_one_of_many_ways(String text) {
        assertThat(FlexDates.PLAIN.day(text)).contains(MARCH_3);
        assertThat(FlexDates.PLAIN.time(text)).contains(LocalTime.of(10, 15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "MULTI", "20310230", "2031-3-3", "20310303;1015", "20310303;", "20310303x", "03/03/2031"})
    void another_text_is_no_day(String text) {
        assertThat(FlexDates.PLAIN.day(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"03-Mar-31", "03-MAR-31;101500", "03-mar-31, 10:15:00"})
    void a_month_may_stand_as_a_word(String text) {
        assertThat(FlexDates.PLAIN.day(text)).contains(MARCH_3);
    }

    @Test
    void the_period_of_the_statement_tells_the_order_of_days_with_slashes() {
        assertThat(of("03/01/2031", "03/31/2031").day("03/04/2031")).contains(LocalDate.of(2031, 3, 4));
        assertThat(of("01/03/2031", "31/03/2031").day("03/04/2031")).contains(LocalDate.of(2031, 4, 3));
        assertThat(of("01/05/31", "01/04/31", "02/04/31").day("03/04/31"))
                .as("as January 5 to January 4 it would end before it begins")
                .isEmpty();
        assertThat(of("01/03/31", "02/03/31", "03/02/31").day("03/04/31"))
                .as("made on March 2, and not on February 3")
                .contains(LocalDate.of(2031, 3, 4));
        assertThat(of("01/02/2031", "03/02/2031").day("03/04/2031")).isEmpty();
    }

    @Test
    void a_day_above_twelve_tells_the_order_of_the_whole_file() {
        List<List<String>> none = List.of();
        assertThat(FlexDates.of(none, List.of("03/04/31", "03/13/31;101500", "no day"))
                        .day("03/04/31"))
                .contains(LocalDate.of(2031, 3, 4));
        assertThat(FlexDates.of(none, List.of("03/04/2031", "13/03/2031")).day("03/04/2031"))
                .contains(LocalDate.of(2031, 4, 3));
        assertThat(FlexDates.of(none, List.of("03/04/2031", "05/06/2031")).leavesOpen("03/04/2031"))
                .isTrue();
        assertThat(FlexDates.of(none, List.of("03/13/2031", "13/03/2031")).day("03/04/2031"))
                .as("the file contradicts itself")
                .isEmpty();
    }

    @Test
    void a_stated_period_counts_more_than_a_day_that_does_not_fit_it() {
        FlexDates dates = FlexDates.of(List.of(List.of("03/01/2031", "03/31/2031")), List.of("25/03/2031"));
        assertThat(dates.day("03/04/2031")).contains(LocalDate.of(2031, 3, 4));
        assertThat(dates.day("25/03/2031")).isEmpty();
    }

    @Test
    void a_statement_without_zone_is_made_in_new_york() {
        assertThat(FlexDates.PLAIN.instant("20310303 101500")).contains(Instant.parse("2031-03-03T15:15:00Z"));
        assertThat(FlexDates.PLAIN.instant("2031-03-03;10:15:00 EDT")).contains(Instant.parse("2031-03-03T14:15:00Z"));
        assertThat(FlexDates.PLAIN.instant("2031-03-03")).isEmpty();
    }

    private static FlexDates of(String... statement) {
        return FlexDates.of(List.of(List.of(statement)), List.of());
    }
}
