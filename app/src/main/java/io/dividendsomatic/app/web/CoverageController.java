package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.reporting.coverage.CoverageReport;
import io.dividendsomatic.reporting.coverage.Coverages;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far files cover the accounts. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class CoverageController {
    private final Coverages coverages;

    CoverageController(Coverages coverages) {
        this.coverages = coverages;
    }

    /** As a table, the accounts with the number of their gaps. */
    record CoverageAnswer(@JsonUnwrapped CoverageReport report) implements Tabular {

        @Override
        public @Nullable LocalDate asOf() {
            return report.asOf();
        }

        @Override
        public Instant knownAt() {
            return report.knownAt();
        }

        @Override
        public List<String> header() {
            return List.of(
                    "account",
                    "firstDay",
                    "lastDay",
                    "daysOld",
                    "snapshots",
                    "firstSnapshot",
                    "lastSnapshot",
                    "snapshotShare",
                    "snapshotGaps",
                    "dividendGaps");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.accounts().stream()
                    .map(each -> Arrays.<@Nullable Object>asList(
                            each.account(),
                            each.firstDay(),
                            each.lastDay(),
                            each.daysOld(),
                            each.snapshots(),
                            each.firstSnapshot(),
                            each.lastSnapshot(),
                            each.snapshotShare(),
                            each.snapshotGaps().size(),
                            each.dividendGaps().size()))
                    .toList();
        }
    }

    @GetTable("/coverage")
    @Operation(summary = "Per account the days that are known, gaps between reports and between dividends, and its age")
    CoverageAnswer coverage(@ParameterObject Asked asked) {
        return new CoverageAnswer(coverages.answer(asked.state()));
    }
}
