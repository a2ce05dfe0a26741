package io.dividendsomatic.portfolio.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyInsertTest {

    @Test
    void cells_stand_apart_by_tabs_and_nothing_is_backslash_n() {
        @Nullable
        Object[] row = {
            7, null, new BigDecimal("1E+3"), LocalDate.of(2031, 3, 3), Instant.parse("2031-03-03T12:00:00Z"), true
        };
        assertThat(CopyInsert.text(List.<@Nullable Object[]>of(row)))
                .isEqualTo("7\t\\N\t1000\t2031-03-03\t2031-03-03T12:00:00Z\ttrue\n");
    }

    @Test
    void text_cannot_break_out_of_its_cell() {
        @Nullable Object[] row = {"a\tb\nc\rd\\.", "\\N"};
        assertThat(CopyInsert.text(List.<@Nullable Object[]>of(row))).isEqualTo("a\\tb\\nc\\rd\\\\.\t\\\\N\n");
    }
}
