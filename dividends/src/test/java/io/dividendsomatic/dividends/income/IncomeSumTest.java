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
    void a_payment_in_two_currencies_is_one_and_two_payments_of_a_day_are_two() {
        assertThat(count("""
                a | DIVIDEND | 2031-01-15 | ALFA | 68 EUR | | line=2
                b | DIVIDEND | 2031-01-15 | ALFA | 15 USD | | line=2
                t | TAX      | 2031-01-15 | ALFA | -15 USD | | line=2
                """)).isEqualTo(1);
        assertThat(count("""
                a | DIVIDEND | 2031-01-15 | ALFA | 68 USD | ALFA Cash Dividend USD 0.68 per Share
                b | DIVIDEND | 2031-01-15 | ALFA | 15 USD | ALFA Cash Dividend USD 0.15 per Share (Special)
                """)).isEqualTo(2);
        assertThat(count("""
                a | DIVIDEND | 2031-01-15 | ALFA | 68 USD | ALFA Cash Dividend USD 0.68 per Share
                p | IN_LIEU  | 2031-01-15 | ALFA | 15 USD | ALFA Payment in Lieu of Dividend
                """)).isEqualTo(2);
    }

    private static int count(String rows) {
        return IncomeSum.of(Table.of(rows).payments(), RATES).payments();
    }

    @Test
    void a_rate_to_another_base_is_not_used() {
        ReportingRates otherBase = new ReportingRates(EUR, Map.of(Table.ACCOUNT, USD), DOLLARS);
        assertThat(IncomeSum.of(PAYMENTS.subList(0, 1), otherBase).gross()).hasToString("80");
    }
}
