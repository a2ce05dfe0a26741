package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.IdentityEvent;
import io.dividendsomatic.portfolio.events.PortfolioEvents;
import io.dividendsomatic.portfolio.eventstore.EventType;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.ReadModel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What all accounts were worth day by day, and what moved in them. It is settled after those that it follows from. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class ReportingReadModel implements ReadModel {
    public static final String NAME = "reporting";

    /** 2: what came from outside or went there has its lines. */
    private static final int REVISION = 2;

    /** Whose events are those of no account. */
    static final String NO_ACCOUNT = "";

    private final JdbcClient jdbc;
    private final BulkInsert insert;
    private final StoredCourses courses;

    ReportingReadModel(JdbcClient jdbc, DataSource dataSource, StoredCourses courses) {
        this.jdbc = jdbc;
        this.insert = BulkInsert.into(dataSource);
        this.courses = courses;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return REVISION;
    }

    @Override
    public Set<Class<?>> eventTypes() {
        return PortfolioEvents.TYPES.stream()
                .map(EventType::event)
                .filter(type -> AccountEvent.class.isAssignableFrom(type) || IdentityEvent.class.isAssignableFrom(type))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Object handlersFor(int generation) {
        return new ReportingProjection(generation, insert);
    }

    @Override
    public void settle(int generation) {
        courses.upToDate(generation, courses.accounts(generation));
    }

    @Override
    public List<String> comparedTables() {
        return Arrays.stream(CourseTable.values()).map(CourseTable::tableName).toList();
    }

    /** The second step by what it says of itself: a scan of the tables would hold up every look. */
    @Override
    public long rows(int generation) {
        return Stream.of(
                        "SELECT COUNT(*) FROM reporting_event WHERE generation = ?",
                        "SELECT COALESCE(SUM(settled_rows), 0) FROM reporting_settled WHERE generation = ?")
                .mapToLong(count ->
                        jdbc.sql(count).param(generation).query(Long.class).single())
                .sum();
    }

    @Override
    public void drop(int generation) {
        Stream.concat(
                        List.of("reporting_event", "reporting_settled", "reporting_settling").stream(),
                        Arrays.stream(CourseTable.values()).map(CourseTable::tableName))
                .forEach(table -> jdbc.sql("DELETE FROM " + table + " WHERE generation = ?")
                        .param(generation)
                        .update());
    }
}
