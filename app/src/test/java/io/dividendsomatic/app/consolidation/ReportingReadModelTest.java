package io.dividendsomatic.app.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.reporting.consolidated.AccountCourse;
import io.dividendsomatic.reporting.consolidated.Flow;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.ReportingReadModel;
import io.dividendsomatic.reporting.consolidated.ValueDay;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the read model must do on either database. Every test has accounts of its own. */
abstract class ReportingReadModelTest extends OneValueReadModelTest {
    static final int OTHER_GENERATION = 900;
    private static final List<String> TABLES = List.of("event", "settled", "day", "cash", "flow", "position");

    @Test
    void any_order_of_arrival_gives_the_same_course() throws Exception {
        long seed = 20_310_310L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> outcomes = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            AccountId account = AccountId.parse("ibkr:U640000" + round);
            List<ToldFile> told = new ArrayList<>(march(account));
            Collections.shuffle(told, random);
            for (ToldFile file : told) {
                tell(file);
                if (random.nextBoolean()) {
                    course(account, LATER);
                }
            }
            outcomes.add(told(course(account, LATER)));
        }
        assertThat(outcomes.stream().distinct()).as("seed %s", seed).hasSize(1);
    }

    @Test
    void days_between_reports_stand_at_the_newest_price_and_say_how_good_they_are() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500001");
        tell(march(account).toArray(ToldFile[]::new));
        List<ValueDay> days = course(account, LATER).values();

        assertThat(days).extracting(ValueDay::date).containsExactly(day(4), day(10), day(12));
        assertThat(days).extracting(day -> day.value().toPlainString()).containsExactly("1000", "1150", "720");
        assertThat(days).extracting(day -> day.cost().toPlainString()).containsExactly("1001", "1001", "600.6");
        assertThat(days)
                .extracting(day -> day.quality(day.date()))
                .containsExactly(Quality.RECONSTRUCTED, Quality.ACTUAL, Quality.RECONSTRUCTED);
        assertThat(days.getLast().quality(day(28))).isEqualTo(Quality.STALE_PRICE);
        assertThat(course(account, LATER).flows())
                .filteredOn(flow -> flow.kind() != FlowKind.COMMISSION)
                .extracting(Flow::kind)
                .containsExactly(FlowKind.DEPOSIT, FlowKind.REALIZED, FlowKind.DIVIDEND);
    }

    @Test
    void what_was_known_earlier_is_gathered_as_the_tables_had_it() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500002");
        List<ToldFile> all = march(account);
        tell(all.subList(0, 4).toArray(ToldFile[]::new));
        AccountCourse before = course(account, LATER);
        Instant then = Clock.systemUTC().instant();
        await().until(() -> Clock.systemUTC().instant().isAfter(then.plusMillis(2)));
        tell(all.subList(4, 6).toArray(ToldFile[]::new));

        assertThat(course(account, LATER)).isNotEqualTo(before);
        assertThat(course(account, then)).isEqualTo(before);
    }

    @Test
    void a_rebuild_gives_the_same_rows_and_a_drop_leaves_none() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500003");
        tell(march(account).toArray(ToldFile[]::new));
        int active = generations.active(ReportingReadModel.NAME);
        model.settle(active);
        PooledStreamingEventProcessor rebuild = processors.start("rebuild", 3, model.handlersFor(OTHER_GENERATION));
        await().until(() -> rows("event", OTHER_GENERATION).equals(rows("event", active)));
        rebuild.shutDown();
        model.settle(OTHER_GENERATION);

        for (String table : TABLES) {
            assertThat(rows(table, OTHER_GENERATION)).as(table).isNotEmpty().isEqualTo(rows(table, active));
        }
        assertThat(model.rows(OTHER_GENERATION)).isEqualTo(model.rows(active)).isPositive();
        model.drop(OTHER_GENERATION);
        assertThat(model.rows(OTHER_GENERATION)).isZero();
        for (String table : TABLES) {
            assertThat(rows(table, OTHER_GENERATION)).as(table).isEmpty();
        }
    }

    private List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM reporting_" + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String name = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
                        text.append(name.equals("GENERATION") ? "" : name + "=" + cell(row, i) + "|");
                    }
                    return text.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Drivers print a number in more than one way. */
    private static @Nullable String cell(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof BigDecimal number ? number.toPlainString() : row.getString(column);
    }
}
