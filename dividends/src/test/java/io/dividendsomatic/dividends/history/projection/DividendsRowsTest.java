package io.dividendsomatic.dividends.history.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.statement.Edition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DividendsRowsTest {
    private static final Instant NOW = Instant.parse("2031-03-03T12:00:00Z");
    private static final FileId FILE = FileId.of("a".getBytes(StandardCharsets.UTF_8));

    private final Map<DividendsTable, List<@Nullable Object[]>> written = new EnumMap<>(DividendsTable.class);
    private final BulkInsert insert =
            (table, rows) -> written.computeIfAbsent((DividendsTable) table, first -> new ArrayList<>())
                    .addAll(rows);

    @Test
    void many_rows_do_not_wait_in_memory_for_the_end_of_a_transaction_and_none_is_written_twice() {
        DividendsRows rows = new DividendsRows(1);
        for (int number = 0; number < 12; number++) {
            rows.tellings(event(), number, NOW);
            rows.flushWhenMany(insert);
            assertThat(count(DividendsTable.TELLING)).isEqualTo((number + 1) / 5 * 5_000);
        }
        rows.flush(insert);
        assertThat(count(DividendsTable.TELLING)).isEqualTo(12_000);
        assertThat(count(DividendsTable.EVENT)).isEqualTo(12);
        assertThat(written.get(DividendsTable.TELLING))
                .extracting(row -> row[2] + "/" + row[3])
                .doesNotHaveDuplicates();
    }

    private int count(DividendsTable table) {
        return written.getOrDefault(table, List.of()).size();
    }

    private static TransactionsBooked event() {
        List<Retold> retold = IntStream.rangeClosed(1, TransactionsBooked.MAX_ENTRIES)
                .mapToObj(line -> new Retold(FactId.of("fact " + line), List.of(line)))
                .toList();
        return new TransactionsBooked(
                AccountId.parse("ibkr:U0000001"), FILE, new Edition(NOW, 1), List.of(), retold, List.of());
    }
}
