package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import org.junit.jupiter.api.Test;

/** What was taken back cancels out in every sum and stays to be seen. */
class ReversalsTest {

    private static void check(String rows, String... told) {
        assertThat(Table.of(rows).told()).containsExactlyInAnyOrder(told);
    }

    @Test
    void a_payment_taken_back_and_booked_again_counts_once() {
        check(
                """
                d | DIVIDEND | 2031-01-15 | ALFA | 100 USD   | ALFA Cash Dividend USD 0.10 per Share
                r | DIVIDEND | 2031-01-15 | ALFA | -100 USD  | ALFA Cash Dividend USD 0.10 per Share
                n | DIVIDEND | 2031-01-15 | ALFA | 98 USD    | ALFA Cash Dividend USD 0.098 per Share
                t | TAX      | 2031-01-15 | ALFA | -15 USD   | ALFA Cash Dividend USD 0.10 per Share - US Tax
                u | TAX      | 2031-01-15 | ALFA | 15 USD    | ALFA Cash Dividend USD 0.10 per Share - US Tax
                v | TAX      | 2031-01-15 | ALFA | -14.7 USD | ALFA Cash Dividend USD 0.098 per Share - US Tax
                """,
                "d 100 - 15 = 85 USD reversed by t",
                "r -100 - -15 = -85 USD reversed by u",
                "n 98 - 14.7 = 83.3 USD by v");
    }

    @Test
    void booked_again_at_the_same_rate_the_new_tax_goes_to_the_payment_that_stands() {
        check(
                """
                d | DIVIDEND | 2031-01-15 | ALFA | 100 USD  | ALFA Dividend
                r | DIVIDEND | 2031-01-15 | ALFA | -100 USD | ALFA Dividend
                n | DIVIDEND | 2031-01-15 | ALFA | 98 USD   | ALFA Dividend
                t | TAX      | 2031-01-15 | ALFA | -15 USD  | ALFA Tax
                u | TAX      | 2031-01-15 | ALFA | 15 USD   | ALFA Tax
                v | TAX      | 2031-01-15 | ALFA | -10 USD  | ALFA Tax
                """,
                "d 100 - 15 = 85 USD reversed by t",
                "r -100 - -15 = -85 USD reversed by u",
                "n 98 - 10 = 88 USD by v");
    }

    @Test
    void a_reversal_some_days_later_cancels_the_nearest_before_it() {
        check("""
                a | DIVIDEND | 2031-01-15 | WRLD | 225 GBP  |
                b | DIVIDEND | 2031-04-15 | WRLD | 225 GBP  |
                r | DIVIDEND | 2031-04-17 | WRLD | -225 GBP |
                """, "a 225 - 0 = 225 GBP", "b 225 - 0 = 225 GBP reversed", "r -225 - 0 = -225 GBP reversed");
    }

    @Test
    void a_payment_in_lieu_charged_later_is_one_on_units_sold_short_unless_it_says_otherwise() {
        check("""
                l | IN_LIEU | 2031-01-15 | ALFA | 50 USD  | ALFA Payment in Lieu of Dividend
                s | IN_LIEU | 2031-04-15 | ALFA | -50 USD | ALFA Payment in Lieu of Dividend
                """, "l 50 - 0 = 50 USD", "s -50 - 0 = -50 USD");
        check("""
                l | IN_LIEU | 2031-01-15 | ALFA | 50 USD  | ALFA Payment in Lieu of Dividend
                s | IN_LIEU | 2031-01-25 | ALFA | -50 USD | ALFA Payment in Lieu of Dividend - Reversal
                """, "l 50 - 0 = 50 USD reversed", "s -50 - 0 = -50 USD reversed");
    }

    @Test
    void a_reversal_of_half_a_payment_keeps_its_sign_and_cancels_nothing() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 100 USD |
                r | DIVIDEND | 2031-01-15 | ALFA | -40 USD |
                t | TAX      | 2031-01-15 | ALFA | -15 USD |
                u | TAX      | 2031-01-15 | ALFA | 6 USD   |
                """, "d 100 - 15 = 85 USD by t", "r -40 - -6 = -34 USD by u");
    }

    @Test
    void refund_and_new_charge_of_last_year_change_the_payment_of_last_year() {
        check("""
                d | DIVIDEND | 2030-07-15 | ALFA | 43 USD    | ALFA(US000000AA16) CASH DIVIDEND USD 0.43 PER SHARE (Ordinary Dividend) | event=9
                t | TAX      | 2030-07-15 | ALFA | -6.45 USD | ALFA(US000000AA16) CASH DIVIDEND USD 0.43 PER SHARE - US TAX            | event=9
                u | TAX      | 2030-07-15 | ALFA | 6.45 USD  | ALFA(US000000AA16) CASH DIVIDEND USD 0.43 PER SHARE - US TAX            | event=9
                v | TAX      | 2030-07-15 | ALFA | -5.55 USD | ALFA(US000000AA16) CASH DIVIDEND USD 0.43 PER SHARE - US TAX            | event=9
                """, "d 43 - 5.55 = 37.45 USD by t,u,v");
    }

    @Test
    void the_refund_and_what_it_gives_back_are_seen_to_cancel_out() {
        Table table = Table.of("""
                d | DIVIDEND | 2030-07-15 | ALFA | 43 USD    |
                t | TAX      | 2030-07-15 | ALFA | -6.45 USD |
                u | TAX      | 2030-07-15 | ALFA | 6.45 USD  |
                v | TAX      | 2030-07-15 | ALFA | -5.55 USD |
                """);
        assertThat(table.payments().getFirst().tax())
                .extracting(part -> table.name(part.id()) + " " + part.withheld() + " " + part.reversed())
                .containsExactlyInAnyOrder("t 6.45 true", "u -6.45 true", "v 5.55 false");
    }

    @Test
    void a_correction_whose_payment_is_in_no_file_is_shown_by_itself() {
        check(
                """
                u | TAX | 2030-04-15 | ALFA | 5.1 USD   | ALFA CASH DIVIDEND USD 0.41 PER SHARE - US TAX
                v | TAX | 2030-04-15 | ALFA | -4.48 USD | ALFA CASH DIVIDEND USD 0.41 PER SHARE - US TAX
                w | TAX | 2030-04-15 | BETA | 28.5 CAD  | BETA CASH DIVIDEND CAD 0.10 PER SHARE - CA TAX
                x | TAX | 2030-04-15 | BETA | -28.5 CAD | BETA CASH DIVIDEND CAD 0.10 PER SHARE - CA TAX
                """,
                "u 0 - -5.1 = 5.1 USD unallocated",
                "v 0 - 4.48 = -4.48 USD unallocated",
                "w 0 - -28.5 = 28.5 CAD unallocated reversed",
                "x 0 - 28.5 = -28.5 CAD unallocated reversed");
    }

    @Test
    void a_refund_without_date_of_its_payment_cancels_no_one_of_twelve_equal_charges() {
        check("""
                t | TAX | 2031-01-15 | ALFA | -5 USD |
                u | TAX | 2031-02-15 | ALFA | -5 USD |
                v | TAX | 2031-03-20 | ALFA | 5 USD  |
                """, "t 0 - 5 = -5 USD unallocated", "u 0 - 5 = -5 USD unallocated", "v 0 - -5 = 5 USD unallocated");
    }

    @Test
    void an_ordinary_dividend_booked_again_in_lieu_is_no_reversal_of_the_new_one() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 100 USD  | ALFA Cash Dividend USD 0.10 per Share
                r | DIVIDEND | 2031-01-15 | ALFA | -100 USD | ALFA Cash Dividend USD 0.10 per Share - REVERSAL
                p | IN_LIEU  | 2031-01-15 | ALFA | 100 USD  | ALFA Payment in Lieu of Dividend
                """, "d 100 - 0 = 100 USD reversed", "r -100 - 0 = -100 USD reversed", "p 100 - 0 = 100 USD");
    }
}
