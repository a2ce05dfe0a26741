package io.dividendsomatic.dividends.income;

import static io.dividendsomatic.dividends.income.Income.EUR;
import static io.dividendsomatic.dividends.income.Income.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IncomeSumTest {
    private static final ReportingRates.RateOfDay DOLLARS =
            (currency, day) -> currency.equals(USD) ? FxRate.of("0.8") : null;
    private static final ReportingRates RATES = new ReportingRates(EUR, Map.of(Table.ACCOUNT, EUR), DOLLARS);

    private static final List<Payment> PAYMENTS = Table.of("""
                    a | DIVIDEND | 2031-01-15 | ALFA  | 100 USD | | fx=0.9
                    b | TAX      | 2031-01-15 | ALFA  | -15 USD |
                    c | DIVIDEND | 2031-02-15 | ALFA  | 100 USD |
                    d | DIVIDEND | 2031-02-15 | KUUSI | 66 EUR  |
                    e | DIVIDEND | 2031-03-15 | GRANA | 300 SEK |
                    """).payments();

    @Test
    void each_payment_counts_by_its_own_rate_then_the_rate_of_its_day() {
        IncomeSum sum = IncomeSum.of(PAYMENTS, RATES);
        assertThat(sum.gross()).hasToString("236");
        assertThat(sum.withholdingTax()).hasToString("13.5");
        assertThat(sum.net()).hasToString("222.5");
    }

    @Test
    void what_has_no_rate_is_in_no_sum_and_is_named() {
        IncomeSum sum = IncomeSum.of(PAYMENTS, RATES);
        assertThat(sum.missing()).containsExactly(FactId.of("e"));
        assertThat(sum.payments()).isEqualTo(4);
    }

    @Test
    void of_what_has_no_rate_at_all_there_is_no_sum() {
        assertThat(IncomeSum.of(PAYMENTS, RATES).isKnown()).isTrue();
        assertThat(IncomeSum.of(List.of(), RATES).isKnown()).isTrue();
        assertThat(IncomeSum.of(PAYMENTS.subList(3, 4), RATES).isKnown()).isFalse();
    }

    @Test
    void a_rate_to_another_base_is_not_used() {
        ReportingRates otherBase = new ReportingRates(EUR, Map.of(Table.ACCOUNT, USD), DOLLARS);
        assertThat(IncomeSum.of(PAYMENTS.subList(0, 1), otherBase).gross()).hasToString("80");
    }
}
