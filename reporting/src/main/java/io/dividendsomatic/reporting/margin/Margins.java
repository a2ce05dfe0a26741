package io.dividendsomatic.reporting.margin;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.transactions.Cash;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.Courses;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.PortfolioReport;
import io.dividendsomatic.reporting.consolidated.PortfolioReports;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Summary;
import io.dividendsomatic.reporting.margin.MarginReport.InMonth;
import io.dividendsomatic.reporting.margin.MarginReport.Loan;
import io.dividendsomatic.reporting.margin.MarginReport.OfAccount;
import io.dividendsomatic.reporting.margin.MarginReport.Payback;
import io.dividendsomatic.reporting.margin.MarginReport.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is owed to brokers and what it costs. */
@Component
public class Margins {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal DAYS = BigDecimal.valueOf(365);
    private static final int RATIO_DECIMALS = 4;

    private final PortfolioReports portfolio;
    private final LedgerView ledger;
    private final Courses courses;
    private final MarginSettings settings;

    Margins(PortfolioReports portfolio, LedgerView ledger, Courses courses, MarginSettings settings) {
        this.portfolio = portfolio;
        this.ledger = ledger;
        this.courses = courses;
        this.settings = settings;
    }

    public MarginReport answer(HoldingsOn question, int year) {
        PortfolioReport all = portfolio.answer(question);
        List<Converted> flows = courses.flows(question);
        LedgerOn ofLedger = new LedgerOn(question.asOf(), question.knownAt(), question.accounts(), question.currency());
        return new MarginReport(
                year,
                question.asOf(),
                question.knownAt(),
                all.currency(),
                standing(all.totals()),
                all.brokers().stream()
                        .flatMap(broker -> broker.accounts().stream())
                        .map(each -> new OfAccount(
                                each.account(),
                                standing(each.summary()),
                                each.summary().quality()))
                        .toList(),
                ledger.cash(ofLedger, question.asOf()).stream()
                        .filter(cash -> cash.balance().value().signum() < 0)
                        .map(this::loan)
                        .toList(),
                months(year, flows),
                sum(flows, FlowKind.INTEREST_PAID).negate(),
                settings.asOf(),
                payback(question.asOf(), all.totals(), flows),
                all.totals().quality(),
                all.unresolved());
    }

    private static Standing standing(Summary of) {
        return new Standing(
                of.marketValue(),
                of.cash(),
                of.marginLoan(),
                of.netValue(),
                ratio(of.marginLoan(), of.netValue()),
                ratio(of.marketValue(), of.netValue()));
    }

    private static @Nullable BigDecimal ratio(@Nullable BigDecimal part, @Nullable BigDecimal net) {
        return part == null || net == null || net.signum() == 0
                ? null
                : part.divide(net, RATIO_DECIMALS, RoundingMode.HALF_UP);
    }

    private Loan loan(Cash cash) {
        BigDecimal amount = cash.balance().value().negate();
        BigDecimal converted = cash.inReportingCurrency().balance();
        BigDecimal rate = settings.rate(cash.currency().code(), amount);
        BigDecimal yearly = rate == null ? null : amount.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return new Loan(
                cash.account(),
                cash.currency(),
                amount,
                converted == null ? null : converted.negate(),
                cash.fx(),
                rate,
                yearly,
                yearly == null ? null : yearly.divide(MONTHS, 2, RoundingMode.HALF_UP),
                yearly == null ? null : yearly.divide(DAYS, RATIO_DECIMALS, RoundingMode.HALF_UP),
                converted == null ? Quality.FX_MISSING : Quality.ACTUAL);
    }

    private static List<InMonth> months(int year, List<Converted> flows) {
        return IntStream.rangeClosed(1, MONTHS.intValue())
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> {
                    List<Converted> within = flows.stream()
                            .filter(flow -> YearMonth.from(flow.date()).equals(month))
                            .toList();
                    return new InMonth(
                            month,
                            sum(within, FlowKind.INTEREST_PAID).negate(),
                            sum(within, FlowKind.INTEREST_RECEIVED),
                            Quality.of(within.stream()
                                    .filter(flow -> flow.kind() == FlowKind.INTEREST_PAID
                                            || flow.kind() == FlowKind.INTEREST_RECEIVED)
                                    .toList()));
                })
                .toList();
    }

    private static BigDecimal sum(Collection<Converted> flows, FlowKind kind) {
        return flows.stream()
                .filter(flow -> flow.kind() == kind)
                .map(Converted::orZero)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Payback payback(LocalDate today, Summary totals, Collection<Converted> flows) {
        BigDecimal earned = totals.realizedPnl()
                .add(totals.dividends())
                .subtract(totals.withholdingTax())
                .add(totals.interest())
                .subtract(totals.costs());
        BigDecimal own = totals.netValue();
        LocalDate since =
                flows.stream().map(Converted::date).min(LocalDate::compareTo).orElse(null);
        if (own == null || own.signum() <= 0 || since == null) {
            return new Payback(earned, null, since, null, totals.quality());
        }
        BigDecimal left = own.subtract(earned).max(BigDecimal.ZERO);
        long days = Math.max(1, ChronoUnit.DAYS.between(since, today));
        return new Payback(
                earned,
                earned.multiply(HUNDRED).divide(own, 1, RoundingMode.HALF_UP),
                since,
                earned.signum() <= 0 ? null : expected(today, left.multiply(BigDecimal.valueOf(days)), earned),
                totals.quality());
    }

    /** Absent where it is further than a calendar reaches. */
    private static @Nullable LocalDate expected(LocalDate today, BigDecimal leftTimesDays, BigDecimal earned) {
        BigDecimal days = leftTimesDays.divide(earned, 0, RoundingMode.HALF_UP);
        return days.compareTo(BigDecimal.valueOf(ChronoUnit.DAYS.between(today, LocalDate.of(9999, 12, 31)))) > 0
                ? null
                : today.plusDays(days.longValue());
    }
}
