package io.dividendsomatic.dividends.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingTest {
    private static final String ACCRUAL =
            "e | POSTED | 2031-02-14 | ALFA | 96 USD | | ex=2031-01-31 on=2031-01-30 qty=800 rate=0.12 tax=14.4\n";

    private static void check(String rows, String... findings) {
        assertThat(Outlook.of("2031-12-31", "800", rows).missing("2031-12-31")).containsExactly(findings);
    }

    @Test
    void an_accrual_that_no_payment_met_is_late() {
        check(ACCRUAL, "2031-02-14 LATE by ACCRUAL: 0 of 96 USD []");
    }

    @Test
    void nothing_is_late_as_long_as_no_file_tells_of_the_day() {
        assertThat(Outlook.of("2031-12-31", "800", ACCRUAL).missing("2031-02-18"))
                .isEmpty();
        assertThat(Outlook.of("2031-02-18", "800", ACCRUAL).missing("2031-12-31"))
                .isEmpty();
    }

    @Test
    void an_accrual_that_was_called_off_is_not_owed() {
        check(ACCRUAL + "f | REVERSED | 2031-02-14 | ALFA | 96 USD | | ex=2031-01-31 on=2031-02-05 qty=800 rate=0.12");
    }

    @Test
    void an_accrual_that_names_the_symbol_alone_is_met_by_the_payment_of_its_isin() {
        check("""
                e | POSTED   | 2031-02-14 | bare ALFA | 96 USD    | | ex=2031-01-31 on=2031-01-30 qty=800 rate=0.12 tax=14.4
                d | DIVIDEND | 2031-02-14 | ALFA      | 96 USD    | | rate=0.12
                t | TAX      | 2031-02-14 | ALFA      | -14.4 USD |
                """);
    }

    @Test
    void money_that_came_at_another_rate_than_expected_is_not_late() {
        check(ACCRUAL + """
                        d | DIVIDEND | 2031-02-14 | ALFA | 97.6 USD   | | rate=0.122
                        """);
    }

    @Test
    void a_rate_that_the_broker_corrected_on_the_pay_date_is_not_owed_beside_the_right_one() {
        String corrected = """
                e | POSTED   | 2031-02-14 | ALFA | 96 USD  | | ex=2031-01-31 on=2031-01-30 qty=800 rate=0.12
                f | REVERSED | 2031-02-14 | ALFA | -96 USD | | ex=2031-01-31 on=2031-02-14 qty=800 rate=0.12
                g | POSTED   | 2031-02-14 | ALFA | 98 USD  | | ex=2031-01-31 on=2031-02-14 qty=800 rate=0.1225
                """;
        check(corrected + "d | DIVIDEND | 2031-02-14 | ALFA | 98 USD | | rate=0.1225");
    }

    @Test
    void of_two_that_are_owed_the_one_that_did_not_come_is_late() {
        check(ACCRUAL + """
                        s | POSTED   | 2031-02-14 | ALFA | 400 USD   | | ex=2031-01-31 on=2031-01-30 qty=800 rate=0.50
                        d | DIVIDEND | 2031-02-14 | ALFA | 96 USD    | | rate=0.12
                        t | TAX      | 2031-02-14 | ALFA | -14.4 USD |
                        """, "2031-02-14 LATE by ACCRUAL: 0 of 400 USD []");
    }

    @Test
    void less_than_the_accrual_is_short() {
        check(ACCRUAL + """
                        d | DIVIDEND | 2031-02-14 | ALFA | 84 USD    | | rate=0.12
                        t | TAX      | 2031-02-14 | ALFA | -12.6 USD |
                        """, "2031-02-14 SHORT by ACCRUAL: 84 of 96 USD [d]");
    }

    @Test
    void both_parts_together_are_what_was_owed() {
        check(ACCRUAL + """
                        d | DIVIDEND | 2031-02-14 | ALFA | 60 USD   | | rate=0.12
                        p | IN_LIEU  | 2031-02-14 | ALFA | 36 USD   | | rate=0.12
                        t | TAX      | 2031-02-14 | ALFA | -9 USD   | Cash Dividend - US Tax
                        u | TAX      | 2031-02-14 | ALFA | -5.4 USD | Payment in Lieu of Dividend - US Tax
                        """);
    }

    @Test
    void shares_held_the_day_before_the_ex_date_are_entitled() {
        check(
                "d | DIVIDEND | 2031-02-14 | ALFA | 84 USD | | rate=0.12 ex=2031-01-31",
                "2031-02-14 SHORT by ENTITLEMENT: 84 of 96 USD [d]");
    }

    @Test
    void a_payment_that_always_came_is_missed() {
        check("""
                a | DIVIDEND | 2030-10-15 | ALFA | 80 USD | | rate=0.10
                b | DIVIDEND | 2031-01-15 | ALFA | 80 USD | | rate=0.10
                c | DIVIDEND | 2031-04-15 | ALFA | 80 USD | | rate=0.10
                d | DIVIDEND | 2031-07-15 | ALFA | 80 USD | | rate=0.10
                """, "2031-10-15 LATE by HABIT: 0 of 80 USD []");
    }

    @Test
    void tax_at_another_rate_than_before_is_named() {
        check("""
                a | DIVIDEND | 2031-10-15 | ALFA | 100 USD | | rate=0.10
                t | TAX      | 2031-10-15 | ALFA | -15 USD |
                b | DIVIDEND | 2031-12-15 | ALFA | 100 USD | | rate=0.10
                u | TAX      | 2031-12-15 | ALFA | -30 USD |
                """, "2031-12-15 TAXED_OTHERWISE by HABIT: 30 of 15 USD [b]");
    }

    @Test
    void tax_at_another_rate_than_the_broker_expected_is_named() {
        check(ACCRUAL + """
                        d | DIVIDEND | 2031-02-14 | ALFA | 96 USD    | | rate=0.12
                        t | TAX      | 2031-02-14 | ALFA | -28.8 USD |
                        """, "2031-02-14 TAXED_OTHERWISE by ACCRUAL: 28.8 of 14.4 USD [d]");
    }

    @Test
    void a_payment_in_lieu_without_the_tax_of_its_ordinary_part_is_named() {
        check("""
                d | DIVIDEND | 2031-12-15 | ALFA | 60 USD | Cash Dividend USD 0.12 per Share
                p | IN_LIEU  | 2031-12-15 | ALFA | 36 USD | Payment in Lieu of Dividend
                t | TAX      | 2031-12-15 | ALFA | -9 USD | Cash Dividend USD 0.12 per Share - US Tax
                """, "2031-12-15 IN_LIEU_WITHOUT_TAX by ROWS: 0 of 5.4 USD [p]");
    }

    @Test
    void of_payments_whose_tax_is_undecided_nothing_is_said() {
        check("""
                d | DIVIDEND | 2031-12-15 | ALFA | 60 USD    | Cash Dividend USD 0.12 per Share
                p | IN_LIEU  | 2031-12-15 | ALFA | 36 USD    | Payment in Lieu of Dividend
                t | TAX      | 2031-12-15 | ALFA | -14.4 USD | US Tax
                """);
    }

    @Test
    void the_tax_of_a_payment_that_was_taken_back_is_to_come_back() {
        check("""
                d | DIVIDEND | 2031-12-15 | ALFA | 60 USD  | Cash Dividend USD 0.12 per Share
                t | TAX      | 2031-12-15 | ALFA | -9 USD  | Cash Dividend USD 0.12 per Share - US Tax
                r | DIVIDEND | 2031-12-15 | ALFA | -60 USD | Cash Dividend USD 0.12 per Share
                """, "2031-12-15 REFUND_MISSING by ROWS: 0 of 9 USD [d,r]");
    }
}
