package io.dividendsomatic.dividends.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GradingTest {
    private static final LocalDate MADE = LocalDate.parse("2031-01-15");
    private static final String CAME = """
            jan | DIVIDEND | 2031-01-10 | ALFA | 50 USD |  |
            mar | DIVIDEND | 2031-03-28 | ALFA | 60 USD |  |
            lieu | IN_LIEU | 2031-03-28 | ALFA | 40 USD |  |
            sep | DIVIDEND | 2031-09-25 | ALFA | 90 USD |  |
            extra | DIVIDEND | 2031-05-02 | BETA | 7 USD |  |
            """;

    private static ForecastMade.Line line(String day, String gross) {
        return new ForecastMade.Line(
                Table.instrument("ALFA"),
                LocalDate.parse(day),
                Certainty.ESTIMATED,
                new CurrencyCode("USD"),
                null,
                gross.isEmpty() ? null : Amount.of(gross));
    }

    private static final List<ForecastMade.Line> QUARTERS = List.of(
            line("2031-03-25", "120"), line("2031-06-25", "120"), line("2031-09-25", "80"), line("2031-12-25", "120"));

    private static List<Grade> grades(List<ForecastMade.Line> lines, String came, String toldUntil) {
        KeptForecast forecast =
                new KeptForecast(Table.ACCOUNT, MADE, MADE.plusYears(1), lines, Instant.parse("2031-01-15T08:00:00Z"));
        return Grading.of(
                forecast,
                Table.of(came).payments(),
                Instrument::key,
                LocalDate.parse(toldUntil),
                LocalDate.parse("2032-06-30"));
    }

    private static List<String> told(List<ForecastMade.Line> lines, String came, String toldUntil) {
        return grades(lines, came, toldUntil).stream()
                .map(grade -> "%s after %d: %s → %s %s, error %s"
                        .formatted(
                                grade.verdict(),
                                grade.horizon(),
                                grade.payDate(),
                                grade.paidOn(),
                                grade.received(),
                                grade.error()))
                .toList();
    }

    @Test
    void each_expected_payment_stands_beside_what_came_of_it() {
        assertThat(told(QUARTERS, CAME, "2031-12-31"))
                .containsExactly(
                        "PAID after 2: 2031-03-25 → 2031-03-28 100, error -20",
                        "UNFORESEEN after 4: null → 2031-05-02 7, error 7",
                        "NOT_PAID after 5: 2031-06-25 → null 0, error -120",
                        "PAID after 8: 2031-09-25 → 2031-09-25 90, error 10",
                        "OPEN after 11: 2031-12-25 → null 0, error null");
    }

    @Test
    void what_was_paid_before_the_forecast_is_not_what_comes_next() {
        assertThat(told(
                        List.of(line("2031-02-10", "50")),
                        CAME.lines().findFirst().orElseThrow(),
                        "2031-12-31"))
                .containsExactly("NOT_PAID after 1: 2031-02-10 → null 0, error -50");
    }

    @Test
    void nothing_is_graded_of_a_time_that_no_file_tells() {
        assertThat(told(QUARTERS, "", "2031-05-01"))
                .allSatisfy(grade -> assertThat(grade).startsWith("OPEN"));
    }

    @Test
    void two_equal_lines_are_two_and_one_without_an_amount_has_no_error() {
        assertThat(told(List.of(line("2031-09-25", "80"), line("2031-09-25", "80")), CAME, "2031-10-01"))
                .filteredOn(grade -> grade.contains("2031-09-25 →"))
                .containsExactlyInAnyOrder(
                        "PAID after 8: 2031-09-25 → 2031-09-25 90, error 10",
                        "OPEN after 8: 2031-09-25 → null 0, error null");
        assertThat(told(List.of(line("2031-09-25", "")), CAME, "2031-10-01"))
                .contains("PAID after 8: 2031-09-25 → 2031-09-25 90, error null");
    }

    @Test
    void the_error_by_horizon_adds_up_without_signs_too() {
        List<Grade> grades = grades(
                List.of(line("2031-03-25", "120"), line("2031-03-01", "30"), line("2031-09-25", "80")),
                CAME,
                "2031-12-31");
        assertThat(HorizonError.of(grades))
                .extracting(error -> "%d %s: %d paid, %d not, %d unforeseen; %s of %s, off by %s or %s, %s %%"
                        .formatted(
                                error.horizon(),
                                error.currency(),
                                error.paid(),
                                error.notPaid(),
                                error.unforeseen(),
                                error.received(),
                                error.expected(),
                                error.error(),
                                error.absolute(),
                                error.percent()))
                .containsExactly(
                        "2 USD: 1 paid, 1 not, 0 unforeseen; 100 of 150, off by -50 or 50, 50.0 %",
                        "4 USD: 0 paid, 0 not, 1 unforeseen; 7 of 0, off by 7 or 7, 100.0 %",
                        "8 USD: 1 paid, 0 not, 0 unforeseen; 90 of 80, off by 10 or 10, 11.1 %");
    }

    @Test
    void the_first_forecast_of_a_day_stands() {
        MakeForecast forecast = new MakeForecast(Table.ACCOUNT, MADE, MADE.plusYears(1), QUARTERS);
        assertThat(Forecasts.decide(forecast, new TreeSet<>()))
                .containsExactly(new ForecastMade(Table.ACCOUNT, MADE, MADE.plusYears(1), QUARTERS));
        assertThat(Forecasts.decide(forecast, new TreeSet<>(List.of(MADE)))).isEmpty();
    }
}
