package io.dividendsomatic.dividends.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxYearTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final ReportingRates RATES = new ReportingRates(
            EUR,
            Map.of(Table.ACCOUNT, EUR),
            (currency, day) -> currency.code().equals("USD") ? FxRate.of("0.8") : null);
    private static final String ROWS = """
            a | DIVIDEND | 2031-01-15 | ALFA  | 100 USD    | ALFA Cash Dividend USD 0.12 per Share
            t | TAX      | 2031-01-15 | ALFA  | -30 USD    | ALFA Cash Dividend USD 0.12 per Share - US Tax
            b | DIVIDEND | 2031-04-15 | ALFA  | 200 USD    | ALFA Cash Dividend USD 0.12 per Share
            u | TAX      | 2031-04-15 | ALFA  | -30 USD    | ALFA Cash Dividend USD 0.12 per Share - US Tax
            p | IN_LIEU  | 2031-04-15 | ALFA  | 50 USD     | ALFA Payment in Lieu of Dividend
            v | TAX      | 2031-04-15 | ALFA  | -15 USD    | ALFA Payment in Lieu of Dividend - US Tax
            c | DIVIDEND | 2031-03-20 | KUUSI | 66 EUR     |
            w | TAX      | 2031-03-20 | KUUSI | -16.83 EUR |
            x | TAX      | 2031-08-20 | BETA  | -3 USD     |
            o | DIVIDEND | 2030-12-31 | BETA  | 10 USD     |
            """;

    private static TaxYear year(String rows, Countries countries) {
        return TaxYear.of(2031, "FI", Table.of(rows).payments(), countries, TreatyRates.builtIn(), RATES);
    }

    private static List<String> told(TaxYear year) {
        return year.byCountry().stream()
                .map(line -> "%s %s %s - %s, credit %s, excess %s, %d"
                        .formatted(
                                line.country(),
                                line.currency(),
                                line.gross(),
                                line.withheld(),
                                line.creditable(),
                                line.excess(),
                                line.payments()))
                .toList();
    }

    @Test
    void dividends_are_told_by_country_with_credit_and_excess() {
        assertThat(told(year(ROWS, Countries.BY_ISIN)))
                .containsExactly(
                        "FI EUR 66 - 16.83, credit 0, excess 0, 1", "US USD 300 - 60, credit 45, excess 15, 2");
    }

    @Test
    void payments_in_lieu_and_tax_of_no_payment_stand_apart() {
        TaxYear year = year(ROWS, Countries.BY_ISIN);
        assertThat(year.inLieu()).singleElement().satisfies(taxed -> {
            assertThat(taxed.treaty()).isNull();
            assertThat(taxed.rate()).hasToString("0.3");
        });
        assertThat(year.unallocated()).extracting(taxed -> taxed.payment().id()).containsExactly(FactId.of("x"));
    }

    @Test
    void what_can_be_reclaimed_is_listed_by_payment() {
        TaxYear year = year(ROWS, Countries.BY_ISIN);
        assertThat(year.reclaims()).extracting(taxed -> taxed.payment().id()).containsExactly(FactId.of("a"));
        assertThat(year.credits())
                .extracting(taxed -> taxed.payment().id())
                .containsExactly(FactId.of("a"), FactId.of("b"));
    }

    @Test
    void the_lists_come_to_what_the_countries_come_to_when_a_payment_is_corrected_in_part() {
        String rows = """
                a | DIVIDEND | 2031-01-15 | ALFA | 50 USD  | ALFA Cash Dividend USD 0.50 per Share
                t | TAX      | 2031-01-15 | ALFA | -15 USD | ALFA Cash Dividend USD 0.50 per Share - US Tax
                b | DIVIDEND | 2031-01-15 | ALFA | -25 USD | ALFA Cash Dividend USD 0.50 per Share
                u | TAX      | 2031-01-15 | ALFA | 7.5 USD | ALFA Cash Dividend USD 0.50 per Share - US Tax
                """;
        TaxYear year = year(rows, Countries.BY_ISIN);
        assertThat(told(year)).containsExactly("US USD 25 - 7.5, credit 3.75, excess 3.75, 2");
        assertThat(year.reclaims())
                .extracting(taxed -> String.valueOf(taxed.excess()))
                .containsExactlyInAnyOrder("7.5", "-3.75");
        assertThat(year.credits())
                .extracting(taxed -> String.valueOf(taxed.creditable()))
                .containsExactlyInAnyOrder("7.5", "-3.75");
    }

    @Test
    void what_was_taken_back_leaves_neither_credit_nor_excess() {
        String rows = """
                a | DIVIDEND | 2031-01-15 | ALFA | 100 USD  |
                t | TAX      | 2031-01-15 | ALFA | -30 USD  |
                b | DIVIDEND | 2031-01-15 | ALFA | -100 USD |
                u | TAX      | 2031-01-15 | ALFA | 30 USD   |
                """;
        assertThat(told(year(rows, Countries.BY_ISIN))).containsExactly("US USD 0 - 0, credit 0, excess 0, 0");
    }

    /** As a broker tells it that pays in the account's currency and withholds in the issuer's. */
    private static final String IN_TWO_CURRENCIES = """
            a | DIVIDEND | 2031-01-15 | ALFA | 68 EUR  | | line=2
            b | DIVIDEND | 2031-01-15 | ALFA | %1$s %2$s  | | line=2
            t | TAX      | 2031-01-15 | ALFA | -%1$s %2$s | | line=2
            """;

    @Test
    void what_was_paid_in_one_currency_and_taxed_in_another_is_taxed_as_a_whole() {
        TaxYear year = year(IN_TWO_CURRENCIES.formatted("15", "USD"), Countries.BY_ISIN);
        assertThat(told(year))
                .containsExactly("US EUR 68 - 0, credit 0, excess 0, 1", "US USD 15 - 15, credit 15, excess 0, 1");
        assertThat(year.dividends())
                .allSatisfy(taxed -> assertThat(taxed.rate()).hasToString("0.15"));
        assertThat(year.reclaims()).isEmpty();
        assertThat(FinnishReturn.of(year, FinnishRules.LISTED).foreign())
                .extracting(payer ->
                        "%s %s %s %s".formatted(payer.gross(), payer.withheld(), payer.credit(), payer.excess()))
                .containsExactly("80 12 12 0");
    }

    @Test
    void of_a_whole_that_was_taxed_above_its_treaty_the_rest_can_be_reclaimed() {
        TaxYear year = year(IN_TWO_CURRENCIES.formatted("30", "USD"), Countries.BY_ISIN);
        assertThat(told(year))
                .containsExactly(
                        "US EUR 68 - 0, credit 0, excess 0, 1", "US USD 30 - 30, credit 17.25, excess 12.75, 1");
    }

    @Test
    void a_whole_of_which_one_part_has_no_rate_has_neither_rate_nor_credit() {
        TaxYear year = year(IN_TWO_CURRENCIES.formatted("15", "SEK"), Countries.BY_ISIN);
        assertThat(year.dividends()).hasSize(2).allSatisfy(taxed -> {
            assertThat(taxed.rate()).isNull();
            assertThat(taxed.creditable()).isNull();
            assertThat(taxed.excess()).isNull();
            assertThat(taxed.isUnconverted()).isTrue();
        });
        FinnishReturn told = FinnishReturn.of(year, FinnishRules.LISTED);
        assertThat(told.foreign()).isEmpty();
        assertThat(told.missing()).containsExactlyInAnyOrder(FactId.of("a"), FactId.of("b"));
    }

    @Test
    void of_what_is_told_after_tax_no_rate_of_tax_is_known() {
        TaxYear year = year("a | DIVIDEND | 2031-01-15 | ALFA | 42.5 USD | after tax", Countries.BY_ISIN);
        assertThat(year.dividends()).singleElement().satisfies(taxed -> {
            assertThat(taxed.rate()).isNull();
            assertThat(taxed.creditable()).isNull();
            assertThat(taxed.excess()).isNull();
            assertThat(taxed.isUnconverted()).isFalse();
        });
    }

    @Test
    void what_is_told_after_tax_is_no_gross_of_a_return() {
        TaxYear year = year("""
                a | DIVIDEND | 2031-01-15 | ALFA | 42.5 USD | after tax
                b | DIVIDEND | 2031-04-15 | ALFA | 100 USD  | ALFA Cash Dividend USD 0.12 per Share
                t | TAX      | 2031-04-15 | ALFA | -15 USD  | ALFA Cash Dividend USD 0.12 per Share - US Tax
                """, Countries.BY_ISIN);
        FinnishReturn told = FinnishReturn.of(year, FinnishRules.LISTED);
        assertThat(told.foreign())
                .extracting(payer -> payer.gross() + " " + payer.withheld())
                .containsExactly("80 12");
        assertThat(told.afterTax()).singleElement().satisfies(payer -> {
            assertThat(payer.country()).isEqualTo("US");
            assertThat(payer.amount()).hasToString("34");
            assertThat(payer.payments()).containsExactly(FactId.of("a"));
            assertThat(payer.sources()).isNotEmpty();
        });
        assertThat(told(year)).containsExactly("US USD 100 - 15, credit 15, excess 0, 2");
        assertThat(year.byCountry().getFirst().afterTax()).hasToString("42.5");
    }

    @Test
    void a_correction_of_last_year_changes_last_year() {
        String corrected = ROWS + """
                y | TAX | 2031-01-15 | ALFA | 30 USD  | ALFA Cash Dividend USD 0.12 per Share - US Tax
                z | TAX | 2031-01-15 | ALFA | -15 USD | ALFA Cash Dividend USD 0.12 per Share - US Tax
                """;
        assertThat(told(year(corrected, Countries.BY_ISIN))).contains("US USD 300 - 45, credit 45, excess 0, 2");
    }

    @Test
    void the_words_of_the_tax_say_which_country_took_it_and_the_user_has_the_last_word() {
        String rows = """
                a | DIVIDEND | 2031-01-15 | WRLD | 100 USD | WRLD Cash Dividend USD 1 per Share
                t | TAX      | 2031-01-15 | WRLD | -15 USD | WRLD Cash Dividend USD 1 per Share - US Tax
                """;
        assertThat(told(year(rows, Countries.BY_ISIN))).containsExactly("US USD 100 - 15, credit 15, excess 0, 1");
        Countries decided = new Countries(Map.of(new Isin("IE00000CC038"), "CH"));
        assertThat(told(year(rows, decided))).containsExactly("CH USD 100 - 15, credit 10, excess 5, 1");
        assertThat(told(year(rows.lines().findFirst().orElseThrow(), Countries.BY_ISIN)))
                .containsExactly("IE USD 100 - 0, credit 0, excess 0, 1");
    }

    @Test
    void tax_on_interest_is_no_tax_that_a_dividend_lacks() {
        TaxYear year = year(ROWS + """
                i | TAX | 2031-02-05 | | -0.78 USD | WITHHOLDING @ 20% ON CREDIT INT FOR JAN-2031
                j | TAX | 2031-03-05 | | -0.50 USD | Withholding of an account
                """, Countries.BY_ISIN);
        assertThat(year.unallocated()).hasSize(3);
        assertThat(FinnishReturn.of(year, FinnishRules.LISTED).unallocated())
                .containsExactlyInAnyOrder(FactId.of("x"), FactId.of("j"));
    }

    @Test
    void a_finnish_return_tells_each_payer_in_euros() {
        FinnishReturn told = FinnishReturn.of(year(ROWS, Countries.BY_ISIN), FinnishRules.LISTED);
        assertThat(told.foreign())
                .extracting(payer -> "%s %s %s %s %s"
                        .formatted(payer.country(), payer.gross(), payer.taxable(), payer.withheld(), payer.credit()))
                .containsExactly("US 240 204 48 36");
        assertThat(told.domestic())
                .extracting(payer ->
                        "%s %s %s %s".formatted(payer.country(), payer.gross(), payer.taxable(), payer.withheld()))
                .containsExactly("FI 66 56.1 16.83");
        assertThat(told.inLieu())
                .extracting(payer -> payer.gross() + " " + payer.taxable())
                .containsExactly("40 null");
        assertThat(told.unallocated()).containsExactly(FactId.of("x"));
    }

    @Test
    void what_cannot_be_converted_is_named_and_in_no_line() {
        FinnishReturn told = FinnishReturn.of(
                year("g | DIVIDEND | 2031-05-02 | GRANA | 300 SEK | ", Countries.BY_ISIN), FinnishRules.LISTED);
        assertThat(told.foreign()).isEmpty();
        assertThat(told.missing()).containsExactly(FactId.of("g"));
    }
}
