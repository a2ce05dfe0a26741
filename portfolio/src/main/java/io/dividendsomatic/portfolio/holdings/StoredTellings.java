package io.dividendsomatic.portfolio.holdings;

import static io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel.NAME;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.projection.Withdrawals;
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
                        + " WHERE generation = :generation AND account = :account AND as_of <= :asOf"
                        + " AND recorded_at <= :knownAt" + Withdrawals.standing(NAME, "holdings_telling")
                        + " ORDER BY generation DESC, account DESC, as_of DESC LIMIT 1")
                .param("generation", generation)
                .param("account", account.toString())
                .param("asOf", asOf)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(LocalDate.class)
                .optional();
    }

    TellingsOfDay ofDay(int generation, AccountId account, LocalDate asOf) {
        return ofDays(generation, account, asOf, asOf).getOrDefault(asOf, new TellingsOfDay(List.of()));
    }

    /** By day, both ends included; days of which nothing was told are absent. */
    Map<LocalDate, TellingsOfDay> ofDays(int generation, AccountId account, LocalDate from, LocalDate to) {
        Withdrawals withdrawals = withdrawals(generation, account);
        return jdbc
                .sql(
                        "SELECT as_of, number, version, file_id, stated_at, precedence, recorded_at, lines FROM holdings_telling"
                                + " WHERE generation = ? AND account = ? AND as_of BETWEEN ? AND ?")
                .params(generation, account.toString(), from, to)
                .query((row, number) -> telling(account, row, withdrawals))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Telling::asOf, Collectors.collectingAndThen(Collectors.toList(), TellingsOfDay::new)));
    }

    /** Of every day, without lines: those who ask want the days. */
    SortedMap<LocalDate, TellingsOfDay> all(int generation, AccountId account) {
        Withdrawals withdrawals = withdrawals(generation, account);
        return jdbc
                .sql("SELECT as_of, number, version, file_id, stated_at, precedence, recorded_at, '' AS lines"
                        + " FROM holdings_telling WHERE generation = ? AND account = ?")
                .params(generation, account.toString())
                .query((row, number) -> telling(account, row, withdrawals))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Telling::asOf,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), TellingsOfDay::new)));
    }

    Withdrawals withdrawals(int generation, AccountId account) {
        return Withdrawals.read(jdbc, NAME, generation, account);
    }

    private static Telling telling(AccountId account, ResultSet row, Withdrawals withdrawals) throws SQLException {
        FileId file = new FileId(row.getString("file_id"));
        long number = row.getLong("number");
        return new Telling(
                row.getObject("as_of", LocalDate.class),
                number,
                row.getInt("version"),
                file,
                new Edition(instant(row, "stated_at"), row.getInt("precedence")),
                instant(row, "recorded_at"),
                PackedLines.unpack(row.getString("lines")),
                withdrawals.absences(account, file, number));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
