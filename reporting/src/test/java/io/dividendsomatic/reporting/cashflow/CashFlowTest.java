package io.dividendsomatic.reporting.cashflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.Flow;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CashFlowTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");

    private static Converted flow(String day, FlowKind kind, String amount, @Nullable String value) {
        Flow flow =
                new Flow(ACCOUNT, LocalDate.parse(day), kind, new CurrencyCode("USD"), new BigDecimal(amount), null, 1);
        return new Converted(flow, Fx.MISSING, value == null ? null : new BigDecimal(value));
    }

    private static IncomeReport income(@Nullable LocalDate asOf, Converted... flows) {
        return IncomeReport.of(2031, asOf, asOf == null ? LocalDate.EPOCH : asOf, Instant.EPOCH, EUR, List.of(flows));
    }

    private static CostReport costs(Converted... flows) {
        return CostReport.of(2031, null, Instant.EPOCH, EUR, List.of(flows));
    }

    @Test
    void income_stands_by_month_gross_and_net_with_a_running_sum() {
        IncomeReport report = income(
                null,
                flow("2031-01-20", FlowKind.DIVIDEND, "100", "90"),
                flow("2031-01-20", FlowKind.WITHHOLDING_TAX, "-15", "-13.5"),
                flow("2031-02-03", FlowKind.INTEREST_RECEIVED, "10", "9"),
                flow("2031-02-10", FlowKind.PAYMENT_IN_LIEU, "20", "18"),
                flow("2030-12-30", FlowKind.DIVIDEND, "5", "4"));

        assertThat(report.months()).hasSize(12);
        assertThat(report.months().getFirst().income().net()).isEqualByComparingTo("76.5");
        assertThat(report.months().get(1).income().interest()).isEqualByComparingTo("9");
        assertThat(report.months().get(1).cumulativeNet()).isEqualByComparingTo("103.5");
        assertThat(report.months().getLast().cumulativeNet())
                .isEqualByComparingTo(report.totals().net());
        assertThat(report.totals().withholdingTax()).isEqualByComparingTo("13.5");
        assertThat(report.totals().payments()).isEqualTo(2);
        assertThat(report.years()).extracting(IncomeReport.InYear::year).containsExactly(2030, 2031);
    }

    @Test
    void interest_received_is_income_and_a_refund_of_a_cost_stays_a_cost() {
        Converted[] flows = {
            flow("2031-03-01", FlowKind.INTEREST_RECEIVED, "7", "7"),
            flow("2031-03-01", FlowKind.INTEREST_PAID, "-20", "-20"),
            flow("2031-03-02", FlowKind.INTEREST_PAID, "4", "4"),
            flow("2031-03-03", FlowKind.FEE, "-10", "-10"),
            flow("2031-03-04", FlowKind.FEE, "10", "10"),
            flow("2031-03-05", FlowKind.COMMISSION, "-1", "-1"),
            flow("2031-03-05", FlowKind.CHARGE_APART, "-2", "-2"),
        };
        CostReport.Line march = costs(flows).months().get(2).costs();

        assertThat(march.interest()).isEqualByComparingTo("16");
        assertThat(march.fees()).isZero();
        assertThat(march.commissions()).isEqualByComparingTo("3");
        assertThat(march.total()).isEqualByComparingTo("19");
        assertThat(income(null, flows).totals().gross()).isEqualByComparingTo("7");
    }

    @Test
    void what_has_no_rate_is_in_no_sum_and_named() {
        IncomeReport report = income(null, flow("2031-01-20", FlowKind.DIVIDEND, "100", null));

        assertThat(report.totals().gross()).isZero();
        assertThat(report.quality()).isEqualTo(Quality.FX_MISSING);
        assertThat(report.months().getFirst().income().quality()).isEqualTo(Quality.FX_MISSING);
        assertThat(report.months().get(1).income().quality()).isEqualTo(Quality.ACTUAL);
        assertThat(report.unresolved()).hasSize(1);
        assertThat(income(null).quality()).isEqualTo(Quality.ACTUAL);
    }

    @Test
    void the_pace_of_the_year_tells_its_end() {
        IncomeReport report = income(LocalDate.of(2031, 7, 19), flow("2031-01-20", FlowKind.DIVIDEND, "100", "100"));

        assertThat(report.projectedNet()).isEqualByComparingTo("182.50"); // the 200th day
        assertThat(income(LocalDate.of(2032, 1, 1)).projectedNet()).isNull();
    }
}
