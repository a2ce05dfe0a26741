package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.statement.Edition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was told of an account's days. */
@Component
class StoredTellings {
    private final JdbcClient jdbc;

    StoredTellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest day at or before another of which something was known; one step down the key on both databases. */
    Optional<LocalDate> newestDay(int generation, AccountId account, LocalDate asOf, Instant knownAt) {
        return jdbc.sql("SELECT as_of FROM holdings_telling"
                        + " WHERE generation = ? AND account = ? AND as_of <= ? AND recorded_at <= ?"
                        + " ORDER BY generation DESC, account DESC, as_of DESC LIMIT 1")
                .params(generation, account.toString(), asOf, knownAt.atOffset(ZoneOffset.UTC))
                .query(LocalDate.class)
                .optional();
    }

    TellingsOfDay ofDay(int generation, AccountId account, LocalDate asOf) {
        return ofDays(generation, account, asOf, asOf).getOrDefault(asOf, new TellingsOfDay(List.of()));
    }

    /** By day, both ends included; days of which nothing was told are absent. */
    Map<LocalDate, TellingsOfDay> ofDays(int generation, AccountId account, LocalDate from, LocalDate to) {
        return jdbc
                .sql(
                        "SELECT as_of, number, version, file_id, stated_at, precedence, recorded_at, lines FROM holdings_telling"
                                + " WHERE generation = ? AND account = ? AND as_of BETWEEN ? AND ?")
                .params(generation, account.toString(), from, to)
                .query((row, number) -> telling(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Telling::asOf, Collectors.collectingAndThen(Collectors.toList(), TellingsOfDay::new)));
    }

    /** Of every day, without lines: those who ask want the days. */
    SortedMap<LocalDate, TellingsOfDay> all(int generation, AccountId account) {
        return jdbc
                .sql("SELECT as_of, number, version, file_id, stated_at, precedence, recorded_at, '' AS lines"
                        + " FROM holdings_telling WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query((row, number) -> telling(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Telling::asOf,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), TellingsOfDay::new)));
    }

    private static Telling telling(ResultSet row) throws SQLException {
        return new Telling(
                row.getObject("as_of", LocalDate.class),
                row.getLong("number"),
                row.getInt("version"),
                new FileId(row.getString("file_id")),
                new Edition(instant(row, "stated_at"), row.getInt("precedence")),
                instant(row, "recorded_at"),
                PackedLines.unpack(row.getString("lines")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
