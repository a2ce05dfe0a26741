package io.dividendsomatic.ingestion.format.ibkr.flex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

    @Test
    void the_period_of_the_statement_tells_the_order_of_days_with_slashes() {
        assertThat(FlexDates.of("03/01/2031", "03/31/2031").day("03/04/2031")).contains(LocalDate.of(2031, 3, 4));
        assertThat(FlexDates.of("01/03/2031", "31/03/2031").day("03/04/2031")).contains(LocalDate.of(2031, 4, 3));
        assertThat(FlexDates.of("01/05/2031", "01/04/2031").day("03/04/2031"))
                .as("as January 5 to January 4 it would end before it begins, as it would day first")
                .isEmpty();
        assertThat(FlexDates.of("01/02/2031", "03/02/2031").day("03/04/2031")).isEmpty();
    }

    @Test
    void a_statement_without_zone_is_made_in_new_york() {
        assertThat(FlexDates.PLAIN.instant("20310303 101500")).contains(Instant.parse("2031-03-03T15:15:00Z"));
        assertThat(FlexDates.PLAIN.instant("2031-03-03;10:15:00 EDT")).contains(Instant.parse("2031-03-03T14:15:00Z"));
        assertThat(FlexDates.PLAIN.instant("2031-03-03")).isEmpty();
    }
}
