package io.dividendsomatic.ingestion.format.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031-02-01, 02:21:06 EST|2031-02-01T07:21:06Z",
                "2031-07-01, 02:21:06 EDT|2031-07-01T06:21:06Z",
                "2031-02-01, 02:21:06 CET|2031-02-01T01:21:06Z",
                "2031-07-05, 09:00:00 AEST|2031-07-04T23:00:00Z",
                "20310201;022106|2031-02-01T07:21:06Z",
                "20310701;022106|2031-07-01T06:21:06Z"
            })
    void a_time_is_read_in_its_zone(String text, Instant expected) {
        assertThat(StatedTime.find(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2031-02-01, 02:21:06 XYZ", "2031-02-31, 02:21:06 EST", "2031-02-01", "20310201"})
    void anything_else_is_no_time(String text) {
        assertThat(StatedTime.find(text)).isEmpty();
    }
}
