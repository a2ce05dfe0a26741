package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.reporting.history.HistoryReport;
import io.dividendsomatic.reporting.history.Interval;
import io.dividendsomatic.reporting.history.ValueHistories;
import io.dividendsomatic.reporting.performance.PerformanceReport;
import io.dividendsomatic.reporting.performance.Performances;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everything was worth from day to day, and what came of the money. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
class PerformanceController {
    private final ValueHistories histories;
    private final Performances performances;
    private final BenchmarksAtHome benchmarks;

    PerformanceController(ValueHistories histories, Performances performances, BenchmarksAtHome benchmarks) {
        this.histories = histories;
        this.performances = performances;
        this.benchmarks = benchmarks;
    }

    /** As a table, the points. */
    record HistoryAnswer(@JsonUnwrapped HistoryReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "date",
                    "currency",
                    "marketValue",
                    "costBasis",
                    "unrealizedPnl",
                    "estimated",
                    "cash",
                    "netValue",
                    "netInvested",
                    "incomplete",
                    "quality");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.points().stream()
                    .map(point -> Arrays.<@Nullable Object>asList(
                            point.date(),
                            report.currency(),
                            point.marketValue(),
                            point.costBasis(),
                            point.unrealizedPnl(),
                            point.estimated(),
                            point.cash(),
                            point.netValue(),
                            point.netInvested(),
                            point.incomplete().stream().map(Enum::name).collect(Collectors.joining(" ")),
                            point.quality()))
                    .toList();
        }
    }

    /** As a table, the flows. */
    record PerformanceAnswer(@JsonUnwrapped PerformanceReport report) implements ReportTable {

        @Override
        public List<String> header() {
            return List.of(
                    "date", "kind", "account", "currency", "amount", "isin", "symbol", "quantity", "reason", "sources");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return report.flows().stream()
                    .map(flow -> Arrays.<@Nullable Object>asList(
                            flow.date(),
                            flow.kind(),
                            flow.account(),
                            report.currency(),
                            flow.amount(),
                            flow.isin(),
                            flow.symbol(),
                            flow.quantity(),
                            flow.reason(),
                            flow.sources().stream()
                                    .map(source -> source.fileId() + ":" + source.line())
                                    .collect(Collectors.joining(" "))))
                    .toList();
        }
    }

    @GetTable("/history")
    @Operation(summary = "Value, cost and cash by day, week or month, with the eras of equal quality")
    HistoryAnswer history(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "day") String interval,
            @ParameterObject Asked asked) {
        Interval step = Arrays.stream(Interval.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(interval))
                .findFirst()
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", "interval: one of day, week, month"));
        return new HistoryAnswer(histories.answer(question(from, to, asked), from, step));
    }

    @GetTable("/performance")
    @Operation(
            summary = "Time-weighted and money-weighted return with the flows used",
            description = "benchmark: the name of a file in the folder benchmarks of the program's own folder.")
    PerformanceAnswer performance(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String benchmark,
            @ParameterObject Asked asked) {
        return new PerformanceAnswer(performances.answer(
                question(from, to, asked),
                from,
                benchmark == null || benchmark.isBlank() ? null : benchmarks.read(benchmark)));
    }

    /** Up to the last day asked for, and no further than {@code asOf}; to that or today where there is none. */
    private static HoldingsOn question(@Nullable LocalDate from, @Nullable LocalDate to, Asked asked) {
        Moment.check(from, to);
        LocalDate last = to == null || (asked.asOf() != null && asked.asOf().isBefore(to)) ? asked.day() : to;
        Moment.check(from, last);
        return asked.stateOn(last);
    }
}
