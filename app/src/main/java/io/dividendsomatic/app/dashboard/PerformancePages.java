package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.reporting.allocation.Allocation;
import io.dividendsomatic.reporting.allocation.Allocations;
import io.dividendsomatic.reporting.allocation.By;
import io.dividendsomatic.reporting.cashflow.CashFlowReports;
import io.dividendsomatic.reporting.cashflow.WaterfallReport;
import io.dividendsomatic.reporting.consolidated.PortfolioReports;
import io.dividendsomatic.reporting.history.HistoryReport;
import io.dividendsomatic.reporting.history.Interval;
import io.dividendsomatic.reporting.history.ValueHistories;
import io.dividendsomatic.reporting.performance.PerformanceReport;
import io.dividendsomatic.reporting.performance.Performances;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came of the money up to a day, and how it divides. */
@Controller
class PerformancePages {
    private static final int LONG = 400;
    private static final int BAR = 200;
    private static final int GROUPS = 12;

    private final ValueHistories histories;
    private final Performances performances;
    private final PortfolioReports portfolio;
    private final Allocations allocations;
    private final CashFlowReports cashFlow;

    PerformancePages(
            ValueHistories histories,
            Performances performances,
            PortfolioReports portfolio,
            Allocations allocations,
            CashFlowReports cashFlow) {
        this.histories = histories;
        this.performances = performances;
        this.portfolio = portfolio;
        this.allocations = allocations;
        this.cashFlow = cashFlow;
    }

    /** How far back, by the name that the address gives it. */
    enum Range {
        M1(1),
        M3(3),
        M6(6),
        YTD(0),
        Y1(12),
        ALL(0);

        private final int months;

        Range(int months) {
            this.months = months;
        }

        @Nullable
        LocalDate from(LocalDate asOf) {
            return switch (this) {
                case ALL -> null;
                case YTD -> asOf.withDayOfYear(1).minusDays(1);
                case M1, M3, M6, Y1 -> asOf.minusMonths(months);
            };
        }
    }

    @GetMapping("/performance")
    String performance(
            @RequestParam(defaultValue = "ALL") Range range,
            @RequestParam(defaultValue = "CURRENCY") By by,
            Look look,
            Shown show,
            Model page) {
        LocalDate from = range.from(look.asOf());
        boolean isShort = from != null && from.plusDays(LONG).isAfter(look.asOf());
        HistoryReport history = histories.answer(look.holdings(), from, isShort ? Interval.DAY : Interval.WEEK);
        Allocation allocation = allocations.answer(look.holdings(), by, false).allocation();
        page.addAttribute("range", range);
        page.addAttribute("ranges", Range.values());
        page.addAttribute("by", by);
        page.addAttribute("bys", By.values());
        page.addAttribute("history", history);
        page.addAttribute("curve", ValueCurve.of(history));
        PerformanceReport result = performances.answer(look.holdings(), from, null);
        page.addAttribute("result", result);
        page.addAttribute("flows", FlowsTable.of(result, look, show));
        page.addAttribute("summary", portfolio.answer(look.holdings()).totals());
        page.addAttribute("currency", history.currency().code());
        page.addAttribute("allocation", allocation);
        page.addAttribute(
                "groups",
                allocation.groups().stream().limit(GROUPS).map(Part::of).toList());
        addWaterfall(look, show, page);
        return "performance";
    }

    /** Of the year of the day. */
    private void addWaterfall(Look look, Shown show, Model page) {
        WaterfallReport report = cashFlow.waterfall(look.holdings(), look.asOf().getYear());
        page.addAttribute("year", report.year());
        page.addAttribute("waterfall", Waterfall.of(report));
        page.addAttribute("steps", Waterfall.table(report, show));
        page.addAttribute("unexplained", report.unresolved().size());
    }

    /** A group with the length of its bar. */
    record Part(
            @Nullable String label,
            BigDecimal value,
            @Nullable BigDecimal weight,
            int length) {
        static Part of(Allocation.Group group) {
            return new Part(
                    group.label(), group.value(), group.weight(), Ratios.steps(group.exposure(), BigDecimal.ONE, BAR));
        }
    }
}
