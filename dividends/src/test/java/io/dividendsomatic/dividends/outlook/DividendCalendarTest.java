package io.dividendsomatic.dividends.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DividendCalendarTest {
    private static final String YEAR = """
            a | DIVIDEND | 2031-01-15 | ALFA | 10 USD   | | rate=0.10
            b | DIVIDEND | 2031-04-15 | ALFA | 10 USD   | | rate=0.10
            c | DIVIDEND | 2031-07-16 | ALFA | 10 USD   | | rate=0.10
            d | DIVIDEND | 2031-10-15 | ALFA | 12 USD   | | rate=0.12
            t | TAX      | 2031-10-15 | ALFA | -1.8 USD |
            """;

    @Test
    void what_came_is_paid_and_what_would_follow_is_estimated_on_the_days_of_the_last_year() {
        assertThat(Outlook.of("2031-10-31", "100", YEAR).calendar("2031-10-01", "2032-07-31"))
                .containsExactly(
                        "2031-10-15 PAID 12 10.2 USD",
                        "2032-01-15 ESTIMATED 12 12 USD",
                        "2032-04-15 ESTIMATED 12 12 USD",
                        "2032-07-16 ESTIMATED 12 12 USD");
    }

    @Test
    void an_estimate_goes_ex_as_long_before_as_the_payment_that_it_follows() {
        String rows = """
                a | DIVIDEND | 2031-01-15 | ALFA | 10 USD | | rate=0.10 ex=2030-12-30
                b | DIVIDEND | 2031-04-15 | ALFA | 10 USD | | rate=0.10 ex=2031-03-30
                c | DIVIDEND | 2031-07-15 | ALFA | 10 USD | | rate=0.10 ex=2031-06-30
                d | DIVIDEND | 2031-10-15 | ALFA | 10 USD | | rate=0.10
                """;
        Outlook outlook = Outlook.of("2031-10-31", "100", rows);
        assertThat(outlook.calendar("2031-12-01", "2031-12-31")).containsExactly("2032-01-15 ESTIMATED 10 10 USD");
        assertThat(DividendCalendar.toCome(
                        List.of(outlook.position()), LocalDate.of(2032, 12, 31), LocalDate.of(2031, 10, 31)))
                .extracting(CalendarEntry::exDate)
                .containsExactly(
                        LocalDate.of(2031, 12, 30),
                        LocalDate.of(2032, 3, 30),
                        LocalDate.of(2032, 6, 30),
                        null,
                        LocalDate.of(2032, 12, 30));
    }

    @Test
    void nothing_is_estimated_for_the_rest_of_all_time() {
        assertThat(Outlook.of("2031-10-31", "100", YEAR).calendar("2031-11-01", "9999-12-31"))
                .hasSize(40)
                .last()
                .isEqualTo("2041-10-15 ESTIMATED 12 12 USD");
    }

    @Test
    void a_payment_in_two_currencies_stands_there_in_both() {
        String rows = """
                a | DIVIDEND | 2031-10-15 | ALFA | 78.2 EUR | | rate=1
                b | DIVIDEND | 2031-10-15 | ALFA | 15 USD   | | rate=1
                t | TAX      | 2031-10-15 | ALFA | -15 USD  |
                """;
        assertThat(Outlook.of("2031-10-31", "0", rows).calendar("2031-10-01", "2031-10-31"))
                .containsExactly("2031-10-15 PAID 78.2 78.2 EUR", "2031-10-15 PAID 15 0 USD");
    }

    @Test
    void a_declared_payment_takes_the_place_of_the_estimate() {
        String accrual =
                "e | POSTED | 2032-01-12 | ALFA | 13 USD | | ex=2031-12-20 on=2031-12-19 qty=100 rate=0.13 tax=1.95";
        assertThat(Outlook.of("2031-12-31", "100", YEAR + accrual).calendar("2032-01-01", "2032-04-30"))
                .containsExactly("2032-01-12 DECLARED 13 11.05 USD", "2032-04-15 ESTIMATED 13 13 USD");
        assertThat(Outlook.of("2031-12-18", "100", YEAR + accrual).calendar("2032-01-01", "2032-01-31"))
                .containsExactly("2032-01-15 ESTIMATED 12 12 USD");
    }

    @Test
    void a_payment_stands_in_the_calendar_of_its_ex_date_and_of_its_pay_date() {
        Outlook outlook = Outlook.of(
                "2031-12-31",
                "100",
                "e | POSTED | 2032-01-12 | ALFA | 13 USD | | ex=2031-12-20 on=2031-12-19 qty=100 rate=0.13 tax=1.95");
        assertThat(outlook.calendar("2031-12-01", "2031-12-31")).containsExactly("2032-01-12 DECLARED 13 11.05 USD");
        assertThat(outlook.calendar("2032-01-01", "2032-01-31")).containsExactly("2032-01-12 DECLARED 13 11.05 USD");
        assertThat(outlook.forecast(1)).isEmpty();
    }

    @Test
    void a_declared_payment_that_came_is_paid() {
        String both = """
                e | POSTED   | 2032-01-12 | ALFA | 13 USD | | ex=2031-12-20 on=2031-12-19 qty=100 rate=0.13
                f | DIVIDEND | 2032-01-13 | ALFA | 13 USD | | rate=0.13
                """;
        assertThat(Outlook.of("2032-01-31", "100", YEAR + both).calendar("2032-01-01", "2032-01-31"))
                .containsExactly("2032-01-13 PAID 13 13 USD");
    }

    @Test
    void as_of_an_earlier_day_what_came_later_was_to_come() {
        assertThat(Outlook.of("2031-08-31", "100", YEAR).calendar("2031-10-01", "2031-10-31"))
                .containsExactly("2031-10-16 ESTIMATED 10 10 USD");
    }

    @Test
    void nothing_is_estimated_without_shares_or_rhythm() {
        assertThat(Outlook.of("2031-10-31", "0", YEAR).calendar("2031-11-01", "2032-12-31"))
                .isEmpty();
        assertThat(Outlook.of("2031-10-31", "100", "a | DIVIDEND | 2031-01-15 | ALFA | 10 USD | | rate=0.10")
                        .calendar("2031-11-01", "2032-12-31"))
                .isEmpty();
    }

    @Test
    void what_stopped_paying_long_ago_is_not_estimated() {
        assertThat(Outlook.of("2032-11-18", "100", YEAR).calendar("2032-11-19", "2033-01-31"))
                .containsExactly("2033-01-15 ESTIMATED 12 12 USD");
        assertThat(Outlook.of("2032-11-19", "100", YEAR).calendar("2032-11-20", "2034-12-31"))
                .isEmpty();
    }

    @Test
    void tax_of_later_payments_says_nothing_on_an_earlier_day() {
        String taxed = "u | TAX | 2031-07-16 | ALFA | -3 USD |";
        assertThat(Outlook.of("2031-04-30", "100", YEAR + taxed).calendar("2031-10-01", "2031-10-31"))
                .containsExactly("2031-10-15 ESTIMATED 10 10 USD");
    }

    @Test
    void a_smaller_interim_dividend_is_estimated_as_the_interim_one_before() {
        String rows = """
                a | DIVIDEND | 2030-05-15 | ALFA | 90 USD | | rate=0.90
                b | DIVIDEND | 2030-10-15 | ALFA | 30 USD | | rate=0.30
                c | DIVIDEND | 2031-05-15 | ALFA | 95 USD | | rate=0.95
                d | DIVIDEND | 2031-10-15 | ALFA | 31 USD | | rate=0.31
                """;
        assertThat(Outlook.of("2031-10-31", "100", rows).calendar("2031-11-01", "2032-12-31"))
                .containsExactly("2032-05-15 ESTIMATED 95 95 USD", "2032-10-15 ESTIMATED 31 31 USD");
    }

    @Test
    void a_forecast_keeps_paid_declared_and_estimated_apart() {
        String accrual =
                "e | POSTED | 2031-12-12 | ALFA | 13 USD | | ex=2031-10-20 on=2031-10-19 qty=100 rate=0.13 tax=1.95";
        assertThat(Outlook.of("2031-10-31", "100", YEAR + accrual).forecast(7))
                .containsExactly(
                        "2031-10 PAID 12 USD 9.60", "2031-12 DECLARED 13 USD 10.40", "2032-04 ESTIMATED 13 USD 10.40");
    }
}
