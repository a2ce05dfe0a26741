package io.dividendsomatic.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.dividends.history.ForecastJournal;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** When forecasts are made by themselves: in months long past, so that no other test's forecasts are of them. */
class MonthlyForecastTest extends RunningProgram {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U8100001");

    @Autowired
    private ForecastJournal forecasts;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private List<ScheduledTaskHolder> schedules;

    @Test
    void the_first_look_of_a_month_makes_one_and_no_later_one_another() throws Exception {
        byte[] file = """
                ReportDate,CurrencyPrimary,Symbol,Quantity,MarkPrice,PositionValue,CostBasisMoney,FXRateToBase,ISIN
                2021-01-04,EUR,KUUSI,1000,9,9000,8000,1,FI0000000011
                """.getBytes(StandardCharsets.UTF_8);
        assertThat(upload("told.csv", file, ACCOUNT).status()).isEqualTo(201);
        readModels.awaitStored(Duration.ofSeconds(30));

        look("2021-02-01T00:30:00Z");
        look("2021-02-01T01:30:00Z");
        look("2021-02-28T23:30:00Z");
        look("2021-03-02T07:00:00Z");
        assertThat(days()).containsExactly("2021-02-01", "2021-03-02");
    }

    @Test
    void it_is_looked_every_hour() {
        assertThat(schedules.stream()
                        .flatMap(schedule -> schedule.getScheduledTasks().stream())
                        .map(ScheduledTask::getTask)
                        .filter(task -> task.toString().contains("WhenMonthBeginsThenForecast.look")))
                .singleElement()
                .isInstanceOfSatisfying(
                        FixedRateTask.class,
                        task -> assertThat(task.getIntervalDuration()).isEqualTo(Duration.ofHours(1)));
    }

    private void look(String instant) throws Exception {
        readModels.awaitStored(Duration.ofSeconds(30));
        new WhenMonthBeginsThenForecast(forecasts, readModels, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC))
                .look();
    }

    /** On which forecasts of the account were made, by now. */
    private List<String> days() throws Exception {
        readModels.awaitStored(Duration.ofSeconds(30));
        LedgerOn now = new LedgerOn(null, Clock.systemUTC().instant(), List.of(ACCOUNT), null);
        return forecasts.made(now, LocalDate.parse("2021-12-31")).stream()
                .map(made -> made.madeOn().toString())
                .toList();
    }
}
