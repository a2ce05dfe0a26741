package io.dividendsomatic.dividends.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each check finds what it is for, and nothing else in rows that are as they should be. */
class PaymentChecksTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final ReportingRates RATES = new ReportingRates(
            EUR,
            Map.of(Table.ACCOUNT, EUR),
            (currency, day) -> currency.code().equals("NOK") ? null : FxRate.of("0.8"));

    private static void check(String rows, String... findings) {
        Table table = Table.of(rows);
        assertThat(PaymentChecks.of(table.payments(), CheckRules.USUAL, RATES, LocalDate.of(2031, 12, 31)))
                .extracting(finding -> "%s %s %s"
                        .formatted(
                                finding.check(),
                                finding.severity(),
                                finding.payments().stream()
                                        .map(payment -> table.name(payment.id()))
                                        .sorted()
                                        .collect(Collectors.joining(","))))
                .containsExactly(findings);
    }

    @Test
    void payments_as_they_should_be_give_no_finding() {
        check("""
                a | DIVIDEND | 2031-01-15 | ALFA  | 84 USD | | rate=0.12
                p | IN_LIEU  | 2031-01-15 | ALFA  | 36 USD | | rate=0.12
                b | DIVIDEND | 2031-04-15 | ALFA  | 84 USD | | rate=0.12
                c | DIVIDEND | 2031-04-15 | KUUSI | 66 EUR | | rate=0.22
                """);
    }

    @Test
    void a_currency_in_which_nobody_pays() {
        check("a | DIVIDEND | 2031-01-15 | WRLD2 | 84 PLN | | rate=0.12", "UNUSUAL_CURRENCY WARNING a");
    }

    @Test
    void a_currency_that_does_not_fit_the_country() {
        check("""
                a | DIVIDEND | 2031-01-15 | ALFA    | 84 CAD | | rate=0.12
                b | DIVIDEND | 2031-01-15 | DRIL.UN | 84 USD | | rate=0.12
                """, "CURRENCY_OF_COUNTRY INFO a");
    }

    @Test
    void a_payment_of_which_only_what_came_after_tax_is_told() {
        check("a | DIVIDEND | 2031-01-15 | ALFA | 42.5 USD | after tax | rate=0.12", "AFTER_TAX_ONLY WARNING a");
    }

    @Test
    void a_rate_above_what_is_plausible() {
        check("a | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=50.01", "SUSPICIOUS_RATE WARNING a");
        check("a | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=50");
    }

    @Test
    void a_rate_far_from_the_usual_one() {
        check("""
                a | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=0.12
                b | DIVIDEND | 2031-04-15 | ALFA | 84 USD | | rate=0.12
                c | DIVIDEND | 2031-07-15 | ALFA | 84 USD | | rate=1.21
                d | DIVIDEND | 2031-10-15 | ALFA | 84 USD | | rate=0.0119
                """, "INCONSISTENT_RATE WARNING c", "INCONSISTENT_RATE INFO d");
    }

    @Test
    void payments_of_which_some_state_a_rate() {
        check("""
                a | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=0.12
                b | DIVIDEND | 2031-04-15 | ALFA | 84 USD |
                """, "MIXED_TERMS INFO b");
    }

    @Test
    void no_rate_to_the_reporting_currency_or_a_rate_of_one() {
        check("""
                a | DIVIDEND | 2031-01-15 | FJORDo | 84 NOK | | rate=0.12
                b | DIVIDEND | 2031-04-15 | ALFA   | 84 USD | | rate=0.12 fx=1
                """, "MISSING_FX WARNING a", "MISSING_FX WARNING b");
    }

    @Test
    void payments_in_a_row_without_a_rate_are_one_finding_and_one_with_a_rate_ends_it() {
        check("""
                a | DIVIDEND | 2031-01-15 | FJORDo | 84 NOK | | rate=0.12
                b | DIVIDEND | 2031-02-15 | ALFA   | 84 NOK | | rate=0.12
                c | DIVIDEND | 2031-03-15 | FJORDo | 84 NOK | | rate=0.12 fx=0.09
                d | DIVIDEND | 2031-04-15 | FJORDo | 84 NOK | | rate=0.12
                e | DIVIDEND | 2031-05-15 | ALFA   | 84 USD | | rate=0.12
                f | DIVIDEND | 2031-06-15 | FJORDo | 84 NOK | | rate=0.12
                """, "CURRENCY_OF_COUNTRY INFO b", "MISSING_FX WARNING a,b", "MISSING_FX WARNING d,f");
        assertThat(PaymentChecks.of(Table.of("""
                                        a | DIVIDEND | 2031-01-15 | FJORDo | 84 NOK | | rate=0.12
                                        b | DIVIDEND | 2031-02-15 | FJORDo | 84 NOK | | rate=0.12
                                        """).payments(), CheckRules.USUAL, RATES, LocalDate.of(2031, 12, 31))
                        .getFirst()
                        .message())
                .isEqualTo("no rate from NOK to EUR for 2 payments from 2031-01-15 to 2031-02-15");
    }

    @Test
    void one_payment_that_two_files_tell_otherwise() {
        check("""
                a | DIVIDEND | 2031-01-15 | ALFA | 84 USD   | | rate=0.12 file=one
                b | DIVIDEND | 2031-01-15 | ALFA | 71.4 USD | | rate=0.12 file=two
                """, "TOLD_TWICE WARNING a,b");
        check("""
                a | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=0.12 file=one
                b | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=0.12 file=one
                """);
    }

    @Test
    void one_payment_in_lieu_that_another_file_may_tell_converted() {
        check("""
                a | IN_LIEU | 2031-01-15 | ALFA | 10 USD | ALFA Payment in Lieu of Dividend | file=one
                b | IN_LIEU | 2031-01-15 | ALFA | 9 EUR  | ALFA Payment in Lieu of Dividend | file=two
                """, "CURRENCY_OF_COUNTRY INFO b", "TOLD_TWICE WARNING a,b");
        check("""
                a | IN_LIEU | 2031-01-15 | ALFA | 10 USD | ALFA Payment in Lieu of Dividend | file=one
                b | IN_LIEU | 2031-01-15 | ALFA | 9 EUR  | ALFA Payment in Lieu of Dividend | file=one
                """, "CURRENCY_OF_COUNTRY INFO b");
    }
}
