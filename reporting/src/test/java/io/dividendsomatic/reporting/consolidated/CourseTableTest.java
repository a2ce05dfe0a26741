package io.dividendsomatic.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTableTest {
    private static final AccountId ACCOUNT = AccountId.parse("delta:1");
    private static final SourceRef LINE = new SourceRef(FileId.of("a file".getBytes(StandardCharsets.UTF_8)), 4);

    /** Units that went, and others of the same that were its fee. */
    private static Flow moved(String quantity) {
        return new Flow(
                ACCOUNT,
                LocalDate.of(2031, 5, 26),
                FlowKind.TRANSFER_OF_UNITS,
                null,
                null,
                null,
                1,
                new Evidence(null, null, new BigDecimal(quantity), null, null, List.of(LINE)));
    }

    @Test
    void two_moves_that_one_line_tells_are_two_rows() {
        Flow.Sums sums = new Flow.Sums();
        List.of(moved("-0.1"), moved("-0.001")).forEach(sums::add);
        AccountCourse course = new AccountCourse(ACCOUNT, sums.inOrder(), List.of(), List.of());
        assertThat(CourseTable.FLOW.rows(new CourseSource.Gathered(course, List.of())))
                .extracting(row -> row.key())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }
}
