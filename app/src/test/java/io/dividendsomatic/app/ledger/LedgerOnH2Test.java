package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.ALFA;
import static io.dividendsomatic.app.ledger.Rows.file;
import static io.dividendsomatic.app.ledger.Rows.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import io.dividendsomatic.portfolio.transactions.settling.Ledgers;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class LedgerOnH2Test extends LedgerReadModelTest {
    /** Of a few rows it does not matter. */
    private static final int MANY = 600;

    @Autowired
    Ledgers ledgers;

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> "jdbc:h2:mem:ledger;DB_CLOSE_DELAY=-1");
    }

    /** H2 plans it otherwise where the order names not the index that fits, and then sorts all rows of the account. */
    @Test
    void a_page_of_one_account_is_read_along_an_index() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3620000");
        StatementRow[] trades = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> trade(3, ALFA, String.valueOf(number), number % 2 == 0 ? "-10" : "10", "9"))
                .toArray(StatementRow[]::new);
        tell(file(account, "trades", 1, trades));
        jdbc.sql("SET QUERY_STATISTICS TRUE").update();
        try {
            assertThat(gains(account, LATER)).hasSize(100);
            assertThat(transactions(account, LATER)).hasSize(100);
            assertThat(plan("gain", 1, account.toString(), "FIFO")).contains("/* index sorted */");
            assertThat(plan("booking", 1, account.toString())).contains("/* index sorted */");
        } finally {
            jdbc.sql("SET QUERY_STATISTICS FALSE").update();
        }
    }

    @Test
    void all_bookings_of_one_account_come_in_their_order_over_all_parts_that_are_read() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3620001");
        StatementRow[] trades = IntStream.rangeClosed(1, 2_100)
                .mapToObj(number -> trade(1 + number % 28, ALFA, String.valueOf(number), "1", "9"))
                .toArray(StatementRow[]::new);
        tell(file(account, "many trades", 1, trades));
        List<BookingLine> read = new ArrayList<>();
        ledgers.eachBooking(
                generations.active(TransactionsReadModel.NAME),
                LATER,
                new SettledQuery(List.of(account), null, null, Set.of(), null),
                read::add);
        assertThat(read).hasSize(2_100).doesNotHaveDuplicates();
        assertThat(read)
                .isSortedAccordingTo(Comparator.comparing(BookingLine::date)
                        .thenComparing(line -> line.fact().value()));
    }

    /** Of the query that was asked. */
    private String plan(String table, Object... parameters) {
        String asked = jdbc.sql("SELECT sql_statement FROM information_schema.query_statistics WHERE sql_statement"
                        + " LIKE 'SELECT line.* FROM (%transactions_" + table + " WHERE%account IN (?)%LIMIT 100 %'")
                .query(String.class)
                .single();
        return jdbc.sql("EXPLAIN " + asked)
                .params(List.of(parameters))
                .query(String.class)
                .single();
    }
}
