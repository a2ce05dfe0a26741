package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.ALFA;
import static io.dividendsomatic.app.ledger.Rows.BETA;
import static io.dividendsomatic.app.ledger.Rows.balance;
import static io.dividendsomatic.app.ledger.Rows.day;
import static io.dividendsomatic.app.ledger.Rows.dividend;
import static io.dividendsomatic.app.ledger.Rows.file;
import static io.dividendsomatic.app.ledger.Rows.position;
import static io.dividendsomatic.app.ledger.Rows.trade;
import static io.dividendsomatic.app.ledger.Rows.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.transactions.Cash;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.Transaction;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumnsTable;
import io.dividendsomatic.portfolio.transactions.settling.SettledRow;
import io.dividendsomatic.portfolio.transactions.settling.SettledRows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the read model must do on either database. Every test has accounts of its own. */
abstract class LedgerReadModelTest extends SettledAccounts {
    private static final int OTHER_GENERATION = 900;
    private static final List<String> TABLES =
            List.of("account", "event", "telling", "figure", "settled", "booking", "gain", "cash", "question");

    /** More than are written at once. */
    private static final int MANY = 6_000;

    @Autowired
    SettledRows settledRows;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void any_order_of_arrival_gives_the_same_rows() throws Exception {
        long seed = 20_310_303L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Map<String, List<String>>> outcomes = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            AccountId account = AccountId.parse("ibkr:U300000" + round);
            List<ToldFile> told = new ArrayList<>(year(account));
            Collections.shuffle(told, random);
            for (ToldFile file : told) {
                tell(file);
                if (random.nextBoolean()) {
                    transactions(account, LATER);
                }
            }
            transactions(account, LATER);
            outcomes.add(settled(account, told));
        }
        assertThat(outcomes.stream().distinct()).as("seed %s", seed).hasSize(1);
        assertThat(outcomes.getFirst().get("booking")).hasSize(5);
        assertThat(outcomes.getFirst().get("gain")).hasSize(4);
        assertThat(outcomes.getFirst().get("cash")).hasSize(6);
    }

    private static List<ToldFile> year(AccountId account) {
        return List.of(
                file(account, "first half", 1, trade(3, ALFA, "1", "10", "9"), dividend(5, ALFA, "4")),
                file(account, "whole", 4, dividend(5, ALFA, "4"), trade(3, ALFA, "1", "10", "9.5")),
                file(account, "second half", 2, trade(9, ALFA, "2", "-10", "11"), balance(9, At.END_OF_DAY, "18")),
                file(account, "corrected", 3, trade(9, ALFA, "2", "-10", "12")),
                file(account, "cash", 5, balance(3, At.START_OF_DAY, "500"), dividend(5, ALFA, "4")),
                file(account, "short", 6, trade(11, BETA, "3", "-2", "7"), dividend(12, BETA, "1")));
    }

    @Test
    void a_rebuild_gives_the_same_rows_whatever_its_batches_and_a_drop_leaves_none() throws Exception {
        tell(year(AccountId.parse("ibkr:U3100001")).toArray(ToldFile[]::new));
        int active = generations.active(TransactionsReadModel.NAME);
        model.settle(active);
        PooledStreamingEventProcessor rebuild = processors.start("rebuild", 3, model.handlersFor(OTHER_GENERATION));
        await().atMost(PATIENCE)
                .until(() -> rows("event", OTHER_GENERATION).size()
                        == rows("event", active).size());
        await().atMost(PATIENCE)
                .until(() -> rows("telling", OTHER_GENERATION)
                        .equals(rows("telling", active))); // the batch's last statement
        rebuild.shutDown();
        model.settle(OTHER_GENERATION);

        for (String table : TABLES) {
            assertThat(rows(table, OTHER_GENERATION)).as(table).isNotEmpty().isEqualTo(rows(table, active));
        }
        assertThat(model.rows(OTHER_GENERATION)).isEqualTo(model.rows(active));
        model.drop(OTHER_GENERATION);
        assertThat(model.rows(OTHER_GENERATION)).isZero();
        for (String table : TABLES) {
            assertThat(rows(table, OTHER_GENERATION)).as(table).isEmpty();
        }
    }

    @Test
    void a_long_table_is_written_while_its_rows_are_made_and_keeps_what_is_the_same() {
        AccountId account = AccountId.parse("ibkr:U3500001");
        transaction.executeWithoutResult(writing -> {
            AtomicInteger stood = new AtomicInteger();
            Stream<SettledRow> first = IntStream.range(0, MANY).mapToObj(number -> {
                if (number == MANY - 1) {
                    stood.set(rows("cash", OTHER_GENERATION).size());
                }
                return cash(number, 1);
            });
            assertThat(settledRows.write(OTHER_GENERATION, account, new Balances(), first))
                    .isEqualTo(MANY);
            assertThat(stood).hasPositiveValue();

            Stream<SettledRow> second =
                    IntStream.range(10, MANY + 20).mapToObj(number -> cash(number, number % 2 == 0 ? 1 : 2));
            assertThat(settledRows.write(OTHER_GENERATION, account, new Balances(), second))
                    .isEqualTo(MANY + 10);
            assertThat(jdbc.sql("SELECT balance, COUNT(*) AS rows_of_it FROM transactions_cash WHERE generation = ?"
                                    + " AND account = ? GROUP BY balance ORDER BY balance")
                            .params(OTHER_GENERATION, account.toString())
                            .query((row, number) -> row.getInt(1) + " " + row.getInt(2))
                            .list())
                    .containsExactly("1 " + (MANY + 10) / 2, "2 " + (MANY + 10) / 2);
            writing.setRollbackOnly();
        });
    }

    @Test
    void for_sums_of_gains_neither_lots_nor_rows_are_read() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3500002");
        tell(file(account, "both", 1, trade(3, ALFA, "1", "10", "9"), trade(9, ALFA, "2", "-4", "11")));
        Gain whole = gains(account, LATER).getFirst();
        int spoilt = jdbc.sql("UPDATE transactions_gain SET lots = 'cannot be read', sources = 'nor this'"
                        + " WHERE account = ?")
                .param(account.toString())
                .update();

        assertThat(spoilt).isEqualTo(2); // by every method
        assertThat(ledger.bareGains(question(account, LATER), Method.FIFO))
                .singleElement()
                .satisfies(bare -> {
                    assertThat(bare.gain()).isEqualTo(whole.gain()).isNotNull();
                    assertThat(bare.inReportingCurrency()).isEqualTo(whole.inReportingCurrency());
                    assertThat(bare.lots()).isEmpty();
                    assertThat(bare.sources()).isEmpty();
                });
        for (String table : List.of("gain", "settled")) { // to be written anew
            jdbc.sql("DELETE FROM transactions_" + table + " WHERE account = ?")
                    .param(account.toString())
                    .update();
        }
    }

    @Test
    void units_that_only_the_first_report_states_are_a_lot_of_its_day_whatever_comes_first() throws Exception {
        long seed = 20_310_304L;
        Random random = new Random(seed);
        List<Map<String, List<String>>> outcomes = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            AccountId account = AccountId.parse("ibkr:U360000" + round);
            List<ToldFile> told = new ArrayList<>(reportsAndTrades(account));
            Collections.shuffle(told, random);
            for (ToldFile file : told) {
                tell(file);
                if (random.nextBoolean()) {
                    gains(account, LATER);
                }
            }
            assertThat(gains(account, LATER)).singleElement().satisfies(gain -> {
                assertThat(gain.gain()).hasToString("Money[amount=25.6, currency=USD]");
                assertThat(gain.unknown()).isNull();
                assertThat(gain.lots()).hasSize(2);
                assertThat(gain.lots().getFirst().date()).isEqualTo(day(5));
                assertThat(gain.lots().getFirst().quality()).isEqualTo(Gain.Quality.RECONSTRUCTED);
                assertThat(gain.lots().getFirst().sources()).hasSize(1);
                assertThat(gain.lots().getLast().quality()).isNull();
            });
            outcomes.add(settled(account, told));
        }
        assertThat(outcomes.stream().distinct()).as("seed %s", seed).hasSize(1);
    }

    /** Of the ten units of the first report four are told; the second report is of another day and of fewer. */
    private static List<ToldFile> reportsAndTrades(AccountId account) {
        return List.of(
                file(account, "first report", 1, position(5, ALFA, "10", "100")),
                file(account, "second report", 2, position(20, ALFA, "3", "30")),
                file(account, "some", 3, trade(4, ALFA, "1", "4", "9.75")),
                file(account, "sale", 4, trade(9, ALFA, "2", "-7", "13.8")));
    }

    @Test
    void a_gain_is_the_same_when_reports_come_before_or_between_others_in_whichever_order() throws Exception {
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3));
        List<AccountId> accounts = IntStream.range(0, orders.size())
                .mapToObj(number -> AccountId.parse("ibkr:U%d".formatted(3_610_000 + number)))
                .toList();
        for (int turn = 0; turn < 4; turn++) {
            List<ToldFile> told = new ArrayList<>();
            for (int i = 0; i < orders.size(); i++) {
                told.add(growing(accounts.get(i)).get(orders.get(i).get(turn)));
            }
            tell(told.toArray(ToldFile[]::new));
            accounts.forEach(account -> gains(account, LATER));
        }
        List<Map<String, List<String>>> outcomes = new ArrayList<>();
        for (AccountId account : accounts) {
            assertThat(gains(account, LATER))
                    .as("order %s", orders.get(accounts.indexOf(account)))
                    .singleElement()
                    .satisfies(gain -> {
                        assertThat(gain.gain()).hasToString("Money[amount=409, currency=USD]");
                        assertThat(gain.lots()).extracting(lot -> lot.date()).containsExactly(day(3), day(19), day(30));
                    });
            outcomes.add(settled(account, growing(account)));
        }
        assertThat(outcomes.stream().distinct()).hasSize(1);
    }

    /** Each report states more units than the one before, of days that no file tells. */
    private static List<ToldFile> growing(AccountId account) {
        return List.of(
                file(account, "older report", 1, position(3, ALFA, "60", "300")),
                file(account, "report between", 2, position(19, ALFA, "80", "700")),
                file(account, "newer report", 3, position(30, ALFA, "100", "1000")),
                file(account, "sale", 4, trade(40, ALFA, "1", "-90", "14")));
    }

    private static List<List<Integer>> orders(List<Integer> all) {
        return all.isEmpty()
                ? List.of(List.of())
                : all.stream()
                        .flatMap(first -> orders(all.stream()
                                        .filter(each -> !each.equals(first))
                                        .toList())
                                .stream()
                                .map(rest -> Stream.concat(Stream.of(first), rest.stream())
                                        .toList()))
                        .toList();
    }

    @Test
    void an_older_file_takes_the_place_of_what_a_report_had_opened_and_the_past_stays_as_it_was_known()
            throws Exception {
        AccountId account = AccountId.parse("ibkr:U3600009");
        tell(file(account, "sale", 2, trade(9, ALFA, "2", "-10", "11")));
        assertThat(gains(account, LATER).getFirst().gain()).isNull();
        Instant first = pause();
        tell(file(account, "report", 1, position(5, ALFA, "10", "80")));
        assertThat(gains(account, LATER).getFirst().gain()).hasToString("Money[amount=29, currency=USD]");
        Instant second = pause();
        tell(file(account, "purchase", 3, trade(3, ALFA, "1", "10", "9")));

        Gain now = gains(account, LATER).getFirst();
        assertThat(now.gain()).hasToString("Money[amount=18, currency=USD]");
        assertThat(now.lots()).singleElement().satisfies(lot -> {
            assertThat(lot.date()).isEqualTo(day(3));
            assertThat(lot.quality()).isNull();
        });
        assertThat(gains(account, second).getFirst().gain()).hasToString("Money[amount=29, currency=USD]");
        assertThat(gains(account, first).getFirst().gain()).isNull();
    }

    private static Instant pause() {
        Instant now = Clock.systemUTC().instant();
        await().atMost(PATIENCE).until(() -> Clock.systemUTC().instant().isAfter(now.plusMillis(2)));
        return now;
    }

    private static SettledRow cash(int number, int balance) {
        return new SettledRow("USD " + number, List.of("USD", day(1).plusDays(number), BigDecimal.valueOf(balance)));
    }

    /** The balances, as far as a test needs them. */
    private static final class Balances implements SettledColumnsTable {
        @Override
        public String tableName() {
            return "transactions_cash";
        }

        @Override
        public String ownColumns() {
            return "currency, balance_on, balance";
        }
    }

    @Test
    void a_late_file_changes_what_it_should_and_the_past_stays_as_it_was_known() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3200001");
        tell(file(account, "sale", 2, trade(9, ALFA, "2", "-10", "11")));
        assertThat(gains(account, LATER).getFirst().gain()).isNull();
        Instant before = Clock.systemUTC().instant();
        await().atMost(PATIENCE).until(() -> Clock.systemUTC().instant().isAfter(before.plusMillis(2)));
        tell(file(account, "purchase", 1, trade(3, ALFA, "1", "10", "9")));

        assertThat(gains(account, LATER).getFirst().gain()).hasToString("Money[amount=18, currency=USD]");
        assertThat(gains(account, before).getFirst().gain()).isNull();
        assertThat(transactions(account, LATER)).hasSize(2);
        assertThat(transactions(account, before)).hasSize(1);
    }

    @Test
    void a_restated_fact_is_one_item_as_the_greatest_edition_tells_it() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3200002");
        tell(
                file(account, "corrected", 2, trade(3, ALFA, "1", "10", "9.5")),
                file(account, "first", 1, trade(3, ALFA, "1", "10", "9")));

        List<Transaction> items = transactions(account, LATER);
        assertThat(items).hasSize(1);
        assertThat(items.getFirst().price()).hasToString("9.5");
        assertThat(items.getFirst().sources()).hasSize(2);
    }

    @Test
    void lots_travel_to_another_account_whichever_is_told_last() throws Exception {
        AccountId from = AccountId.parse("ibkr:U3200003");
        AccountId to = AccountId.parse("ibkr:U3200004");
        tell(
                file(to, "arrival", 1, transfer(6, ALFA, "10"), trade(9, ALFA, "2", "-10", "11")),
                file(from, "departure", 1, transfer(5, ALFA, "-10")));
        assertThat(gains(to, LATER).getFirst().gain()).isNull();
        tell(file(from, "purchase", 1, trade(3, ALFA, "1", "10", "9")));

        Gain gain = gains(to, LATER).getFirst();
        assertThat(gain.gain()).hasToString("Money[amount=18, currency=USD]");
        assertThat(gain.lots().getFirst().date()).isEqualTo(day(3));
    }

    @Test
    void what_one_file_names_by_number_and_another_by_isin_is_one_position_whichever_comes_first() throws Exception {
        Instrument byNumber = new Instrument(null, null, null, "7001", null, null, null, null, null);
        Instrument byBoth =
                new Instrument("KUUSI", new Isin("FI0000000011"), null, "7001", null, null, null, null, null);
        for (boolean numberFirst : new boolean[] {true, false}) {
            AccountId account = AccountId.parse("ibkr:U320001" + numberFirst);
            ToldFile bought = file(account, "by number", 1, trade(3, byNumber, "1", "10", "9"));
            ToldFile sold = file(account, "by both", 2, trade(9, byBoth, "2", "-10", "11"));
            tell(numberFirst ? bought : sold);
            transactions(account, LATER);
            tell(numberFirst ? sold : bought);

            assertThat(gains(account, LATER).getFirst().gain()).hasToString("Money[amount=18, currency=USD]");
            assertThat(transactions(account, LATER))
                    .extracting(Transaction::isin)
                    .containsOnly(byBoth.isin());
            assertThat(transactions(account, LATER).getFirst().toldIsin()).isNull();
        }
    }

    @Test
    void balances_begin_with_what_was_printed_before_the_first_booking() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3200005");
        tell(year(account).toArray(ToldFile[]::new));

        Cash cash = ledger.cash(question(account, LATER), day(10)).getFirst();
        assertThat(cash.balance()).hasToString("527"); // 500 − 96 + 4 + 119
        assertThat(cash.printed()).isNotNull();
        assertThat(cash.difference()).hasToString("-509");
        assertThat(ledger.cash(question(account, LATER), day(2)).getFirst().balance())
                .hasToString("500");
        assertThat(ledger.cash(question(account, LATER), day(1))).isEmpty();
    }

    @Test
    void the_tables_are_brought_up_to_date_without_being_asked() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3200006");
        intake.receive(files.deliver(file(account, "one", 1, dividend(5, ALFA, "4"))));
        await().atMost(PATIENCE)
                .until(() -> rows("booking", generations.active(TransactionsReadModel.NAME)).stream()
                        .anyMatch(row -> row.contains(account.toString())));
    }

    @Test
    void many_who_ask_at_once_settle_once() throws Exception {
        AccountId account = AccountId.parse("ibkr:U3200007");
        for (int round = 0; round < 3; round++) {
            List<ToldFile> some = List.of(file(account, "file " + round, round, dividend(5 + round, ALFA, "4")));
            some.forEach(file -> intake.receive(files.deliver(file)));
            await().atMost(PATIENCE).until(() -> some.stream().allMatch(this::isRead));
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                Callable<Integer> ask = () -> transactions(account, LATER).size();
                for (Future<Integer> answer : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                    assertThat(answer.get()).isLessThanOrEqualTo(round + 1);
                }
            }
        }
        readModels.awaitStored(PATIENCE);
        assertThat(transactions(account, LATER)).hasSize(3);
    }
}
