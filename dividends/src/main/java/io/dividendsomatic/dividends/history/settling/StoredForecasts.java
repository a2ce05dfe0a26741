package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.dividends.forecasts.KeptForecast;
import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/** The forecasts that were made. */
@Component
public class StoredForecasts {
    private static final ObjectReader LINES = EventJson.mapper().readerFor(ForecastMade.Line[].class);

    private final JdbcClient jdbc;

    StoredForecasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By day and account; of all accounts where none is named. */
    public List<KeptForecast> made(int generation, Instant knownAt, LocalDate until, List<AccountId> accounts) {
        return jdbc
                .sql("SELECT account, made_on, looks_until, content, recorded_at FROM dividends_forecast"
                        + " WHERE generation = ? AND made_on <= ? AND recorded_at <= ? ORDER BY made_on, account")
                .params(generation, until, knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> forecast(row))
                .list()
                .stream()
                .filter(forecast -> accounts.isEmpty() || accounts.contains(forecast.account()))
                .toList();
    }

    private static KeptForecast forecast(ResultSet row) throws SQLException {
        ForecastMade.Line[] lines = LINES.readValue(row.getString("content"));
        return new KeptForecast(
                AccountId.parse(row.getString("account")),
                row.getObject("made_on", LocalDate.class),
                row.getObject("looks_until", LocalDate.class),
                List.of(lines),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** Every account that a file named. */
    public List<AccountId> accounts(int generation) {
        return without(generation, LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1));
    }

    /** The accounts that have none of these days. */
    public List<AccountId> without(int generation, LocalDate from, LocalDate to) {
        return jdbc
                .sql("SELECT a.account FROM dividends_account a WHERE a.generation = ? AND NOT EXISTS ("
                        + "SELECT 1 FROM dividends_forecast f WHERE f.generation = a.generation"
                        + " AND f.account = a.account AND f.made_on BETWEEN ? AND ?)")
                .params(generation, from, to)
                .query((row, number) -> AccountId.parse(row.getString(1)))
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
