package io.dividendsomatic.portfolio.transactions.settling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The derived days, one row each. */
final class DerivedDayTable implements SettledColumnsTable {

    @Override
    public String tableName() {
        return "transactions_derived_day";
    }

    @Override
    public String ownColumns() {
        return "held_on, reported_on, positions, recorded_at";
    }

    static Stream<SettledRow> rows(DerivedDays derived) {
        return derived.days().stream()
                .map(day -> new SettledRow(
                        day.date().toString(),
                        Arrays.<@Nullable Object>asList(
                                day.date(),
                                day.reportedOn(),
                                day.positions(),
                                day.recordedAt().atOffset(ZoneOffset.UTC))));
    }

    static DerivedDay day(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        return new DerivedDay(
                row.account(),
                row.day("held_on"),
                row.optionalDay("reported_on"),
                result.getInt("positions"),
                result.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
