package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import org.junit.jupiter.api.Test;

/** Which tax belongs to which payment; each row of a table is one booking. */
class TaxClaimsTest {

    private static void check(String rows, String... told) {
        assertThat(Table.of(rows).told()).containsExactlyInAnyOrder(told);
    }

    @Test
    void tax_of_the_pay_date_belongs_to_the_payment() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD    |
                t | TAX      | 2031-01-15 | ALFA | -12.6 USD |
                """, "d 84 - 12.6 = 71.4 USD by t");
    }

    @Test
    void an_ordinary_and_an_in_lieu_part_of_one_day_each_get_their_own_tax() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD    | ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend)
                p | IN_LIEU  | 2031-01-15 | ALFA | 36 USD    | ALFA(US000000AA16) Payment in Lieu of Dividend (Ordinary Dividend)
                t | TAX      | 2031-01-15 | ALFA | -12.6 USD | ALFA(US000000AA16) Cash Dividend USD 0.12 per Share - US Tax
                u | TAX      | 2031-01-15 | ALFA | -5.4 USD  | ALFA(US000000AA16) Payment in Lieu of Dividend - US Tax
                """, "d 84 - 12.6 = 71.4 USD by t", "p 36 - 5.4 = 30.6 USD by u");
    }

    @Test
    void tax_that_does_not_say_which_part_it_is_of_is_given_to_neither() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD  | ALFA(US000000AA16) Cash Dividend USD 0.12 per Share
                p | IN_LIEU  | 2031-01-15 | ALFA | 36 USD  | ALFA(US000000AA16) Payment in Lieu of Dividend
                t | TAX      | 2031-01-15 | ALFA | -18 USD | ALFA(US000000AA16) US Tax Withholding
                """, "d 84 - 0 = 84 USD", "p 36 - 0 = 36 USD", "t 0 - 18 = -18 USD unallocated or d,p");
    }

    @Test
    void tax_in_lieu_is_not_given_to_an_ordinary_dividend() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD   | ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE (Ordinary Dividend)
                u | TAX      | 2031-01-15 | ALFA | -5.4 USD | ALFA(US000000AA16) PAYMENT IN LIEU OF DIVIDEND - US TAX
                """, "d 84 - 0 = 84 USD", "u 0 - 5.4 = -5.4 USD unallocated");
    }

    @Test
    void a_regular_and_a_special_dividend_of_one_day_are_told_apart_by_their_rates() {
        check("""
                d | DIVIDEND | 2031-04-22 | ALFA | 2.5 USD    | ALFA(US000000AA16) CASH DIVIDEND USD 0.025 PER SHARE (Ordinary Dividend)
                s | DIVIDEND | 2031-04-22 | ALFA | 85 USD     | ALFA(900000001) CASH DIVIDEND USD 0.85 PER SHARE (Bonus Dividend)
                t | TAX      | 2031-04-22 | ALFA | -12.75 USD | ALFA(US000000AA16) CASH DIVIDEND USD 0.8500 PER SHARE - US TAX
                """, "d 2.5 - 0 = 2.5 USD", "s 85 - 12.75 = 72.25 USD by t");
    }

    @Test
    void words_in_another_language_are_compared_with_each_other() {
        check("""
                d | DIVIDEND | 2031-04-22 | ALFA | 2.5 USD   | ALFA(US000000AA16) Наличный дивиденд USD 0.025 на акцию (Обыкновенный дивиденд)
                s | DIVIDEND | 2031-04-22 | ALFA | 85 USD    | ALFA(US000000AA16) Наличный дивиденд USD 0.85 на акцию (Бонусный дивиденд)
                t | TAX      | 2031-04-22 | ALFA | -0.25 USD | ALFA(US000000AA16) Наличный дивиденд USD 0.025 на акцию - US Налог
                """, "d 2.5 - 0.25 = 2.25 USD by t", "s 85 - 0 = 85 USD");
    }

    @Test
    void the_number_of_the_event_comes_before_days_and_words() {
        check("""
                d | DIVIDEND | 2031-04-04 | GRANA | 300 SEK |  | event=770001
                e | DIVIDEND | 2031-05-02 | GRANA | 310 SEK |  | event=770002
                t | TAX      | 2031-05-02 | GRANA | -90 SEK |  | event=770001
                """, "d 300 - 90 = 210 SEK by t", "e 310 - 0 = 310 SEK");
    }

    @Test
    void both_parts_under_one_number_are_told_apart_by_their_words() {
        check("""
                d | DIVIDEND | 2031-04-15 | ALFA | 84 USD    | ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE (Ordinary Dividend) | event=1
                p | IN_LIEU  | 2031-04-15 | ALFA | 36 USD    | ALFA(US000000AA16) PAYMENT IN LIEU OF DIVIDEND (Ordinary Dividend)       | event=1
                t | TAX      | 2031-04-15 | ALFA | -12.6 USD | ALFA(US000000AA16) CASH DIVIDEND USD 0.12 PER SHARE - US TAX             | event=1
                u | TAX      | 2031-04-15 | ALFA | -5.4 USD  | ALFA(US000000AA16) PAYMENT IN LIEU OF DIVIDEND - US TAX                  | event=1
                """, "d 84 - 12.6 = 71.4 USD by t", "p 36 - 5.4 = 30.6 USD by u");
    }

    @Test
    void a_line_that_tells_both_decides() {
        check("""
                d | DIVIDEND | 2031-05-30 | BETA | 10 EUR   | Beta | line=6
                e | DIVIDEND | 2031-05-30 | BETA | 20 EUR   | Beta | line=7
                t | TAX      | 2031-05-30 | BETA | -1.5 EUR | Beta | line=6
                u | TAX      | 2031-05-30 | BETA | -3 EUR   | Beta | line=7
                """, "d 10 - 1.5 = 8.5 EUR by t", "e 20 - 3 = 17 EUR by u");
    }

    @Test
    void a_line_that_is_a_whole_file_decides_nothing() {
        check(
                """
                d | DIVIDEND | 2031-03-10 | GRANA | 500 SEK | GRANA CASH DIVIDEND SEK 5 PER SHARE            | line=1
                e | DIVIDEND | 2031-06-10 | GRANA | 500 SEK | GRANA CASH DIVIDEND SEK 5 PER SHARE            | line=1
                f | DIVIDEND | 2031-09-10 | GRANA | 500 SEK | GRANA CASH DIVIDEND SEK 5 PER SHARE            | line=1
                t | TAX      | 2031-03-10 | GRANA | -75 SEK | GRANA CASH DIVIDEND SEK 5 PER SHARE - SE TAX   | line=1
                u | TAX      | 2031-06-10 | GRANA | -75 SEK | GRANA CASH DIVIDEND SEK 5 PER SHARE - SE TAX   | line=1
                v | TAX      | 2031-09-12 | GRANA | -75 SEK | GRANA CASH DIVIDEND SEK 5 PER SHARE - SE TAX   | line=1
                w | TAX      | 2032-02-10 | GRANA | 10 SEK  | GRANA CASH DIVIDEND SEK 5 PER SHARE - SE TAX   | line=1
                """,
                "d 500 - 75 = 425 SEK by t",
                "e 500 - 75 = 425 SEK by u",
                "f 500 - 75 = 425 SEK by v",
                "w 0 - -10 = 10 SEK unallocated");
    }

    @Test
    void in_a_file_of_one_line_the_number_of_the_event_comes_before_days_and_words_too() {
        check("""
                d | DIVIDEND | 2031-04-04 | GRANA | 300 SEK |  | event=770001 line=1
                e | DIVIDEND | 2031-05-02 | GRANA | 310 SEK |  | event=770002 line=1
                t | TAX      | 2031-05-02 | GRANA | -90 SEK |  | event=770001 line=1
                """, "d 300 - 90 = 210 SEK by t", "e 310 - 0 = 310 SEK");
    }

    @Test
    void two_payments_that_nothing_tells_apart_get_nothing() {
        check("""
                d | DIVIDEND | 2031-05-30 | WRLD | 13.9 EUR | WRLD CASH DIVIDEND EUR 1.39 PER SHARE
                e | DIVIDEND | 2031-05-30 | WRLD | 1.39 EUR | WRLD CASH DIVIDEND EUR 1.39 PER SHARE
                t | TAX      | 2031-05-30 | WRLD | -2 EUR   | WRLD CASH DIVIDEND EUR 1.39 PER SHARE - IE TAX
                """, "d 13.9 - 0 = 13.9 EUR", "e 1.39 - 0 = 1.39 EUR", "t 0 - 2 = -2 EUR unallocated or d,e");
    }

    @Test
    void tax_is_claimed_from_thirty_days_after_the_payment_to_five_before() {
        String payment = "d | DIVIDEND | 2031-03-31 | ALFA | 100 USD | \n";
        check(payment + "t | TAX | 2031-04-30 | ALFA | -15 USD | ", "d 100 - 15 = 85 USD by t");
        check(payment + "t | TAX | 2031-03-26 | ALFA | -15 USD | ", "d 100 - 15 = 85 USD by t");
        check(
                payment + "t | TAX | 2031-05-01 | ALFA | -15 USD | ",
                "d 100 - 0 = 100 USD",
                "t 0 - 15 = -15 USD unallocated");
        check(
                payment + "t | TAX | 2031-03-25 | ALFA | -15 USD | ",
                "d 100 - 0 = 100 USD",
                "t 0 - 15 = -15 USD unallocated");
    }

    @Test
    void two_payments_in_the_window_are_both_named() {
        check("""
                d | DIVIDEND | 2031-03-15 | ALFA | 100 USD |
                e | DIVIDEND | 2031-04-15 | ALFA | 100 USD |
                t | TAX      | 2031-04-12 | ALFA | 3 USD   |
                """, "d 100 - 0 = 100 USD", "e 100 - 0 = 100 USD", "t 0 - -3 = 3 USD unallocated or d,e");
    }

    @Test
    void tax_in_another_currency_stays_apart_and_names_its_payment() {
        check("""
                d | DIVIDEND | 2031-05-30 | BETA | 10 EUR   | Dividend | line=6
                t | TAX      | 2031-05-30 | BETA | -1.7 USD | Dividend | line=6
                """, "d 10 - 0 = 10 EUR", "t 0 - 1.7 = -1.7 USD unallocated or d");
    }

    @Test
    void of_payments_in_two_currencies_the_one_of_the_tax_claims_it() {
        check("""
                d | DIVIDEND | 2031-05-30 | WRLD | 10 EUR   |
                e | DIVIDEND | 2031-05-30 | WRLD | 12 USD   |
                t | TAX      | 2031-05-30 | WRLD | -1.8 USD |
                """, "d 10 - 0 = 10 EUR", "e 12 - 1.8 = 10.2 USD by t");
    }

    @Test
    void a_row_without_isin_is_about_the_one_with_its_symbol() {
        check("""
                d | DIVIDEND | 2031-05-30 | ALFA      | 10 USD   |
                t | TAX      | 2031-05-30 | bare ALFA | -1.5 USD |
                """, "d 10 - 1.5 = 8.5 USD by t");
    }

    @Test
    void tax_that_names_no_instrument_is_known_by_its_number_or_stays_unallocated() {
        check("""
                d | DIVIDEND | 2031-05-30 | KUUSI | 10 EUR    |                                 | event=5
                t | TAX      | 2031-05-30 |       | -2.55 EUR |                                 | event=5
                i | TAX      | 2031-05-30 |       | -0.4 EUR  | Withholding on Credit Interest  |
                """.replace("|\n", "| line=99\n"), "d 10 - 2.55 = 7.45 EUR by t", "i 0 - 0.4 = -0.4 EUR unallocated");
    }
}
