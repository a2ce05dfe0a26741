package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.ALFA;
import static io.dividendsomatic.app.ledger.Rows.day;
import static io.dividendsomatic.app.ledger.Rows.dividend;
import static io.dividendsomatic.app.ledger.Rows.file;
import static io.dividendsomatic.app.ledger.Rows.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.admin.Audit;
import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.ingestion.intake.Reread;
import io.dividendsomatic.ingestion.intake.Rereading;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.ReadModel;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What another reading of a file, or a rebuild, leaves. Every test has accounts of its own. */
abstract class RereadReadModelTest extends PicturedFiles {
    private static final int OTHER_GENERATION = 900;

    @Autowired
    Rereading rereading;

    @Autowired
    Processors processors;

    @Autowired
    List<ReadModel> models;

    @Autowired
    Accounts accounts;

    @Autowired
    Audit audit;

    @Test
    void another_reading_takes_the_place_of_the_one_before() throws Exception {
        AccountId account = AccountId.parse("again:U1");
        AccountId plain = AccountId.parse("once:U1");
        ToldFile other = file(account, "other", 1, dividend(5, ALFA, "4"));
        ToldFile before = file(
                account, "file", 2, dividend(5, ALFA, "4"), dividend(6, ALFA, "500"), position(4, ALFA, "10", "90"));
        ToldFile after =
                file(account, "file", 2, dividend(5, ALFA, "4"), dividend(6, ALFA, "5"), position(4, ALFA, "20", "90"));
        tell(other, before);
        Instant then = moment();
        files.deliver(after);
        Reread dry = rereading.rehearse(after.id(), null);
        assertThat(dry.changed()).isTrue();
        assertThat(dry.changedRows()).isEqualTo(2);
        assertThat(dry.told()).isEqualTo(2);
        assertThat(dry.withdrawn()).isEqualTo(2);
        assertThat(quantities(account, LATER)).containsExactly("10");

        assertThat(rereading.reread(after.id(), null)).isEqualTo(dry);
        settled(after.id(), Status.PARSED);
        assertThat(entry(after).facts().unheard()).isEqualTo(2);
        assertThat(entry(after).facts().known()).isEqualTo(1);
        tell(
                file(plain, "other", 1, dividend(5, ALFA, "4")),
                file(plain, "file", 2, dividend(5, ALFA, "4"), dividend(6, ALFA, "5"), position(4, ALFA, "20", "90")));
        List<ToldFile> plainly = List.of(
                file(plain, "other", 1, dividend(5, ALFA, "4")), file(plain, "file", 2, dividend(5, ALFA, "4")));
        same(picture(account, List.of(other, after)), picture(plain, plainly), "read anew");
        assertThat(quantities(account, then)).containsExactly("10");
        assertThat(quantities(account, LATER)).containsExactly("20");
        assertThat(audit.replay(account, day(31), LATER).matchesSnapshot()).isTrue();
        assertThat(audit.replay(account, day(31), then).matchesSnapshot()).isTrue();

        assertThat(rereading.reread(after.id(), null).changed()).isFalse();
        retract(after);
        assertThat(quantities(account, LATER)).isEmpty();
        restore(after);
        assertThat(quantities(account, LATER)).containsExactly("20");
        same(picture(account, List.of(other, after)), picture(plain, plainly), "restored");
    }

    @Test
    void what_is_read_anew_for_another_account_leaves_the_first() throws Exception {
        AccountId wrong = AccountId.parse("wrong:U1");
        AccountId right = AccountId.parse("right:U1");
        ToldFile told = file(wrong, "file", 1, position(4, ALFA, "10", "90"));
        tell(told);
        files.tellOtherwise(told, file(right, "any", 1, position(4, ALFA, "10", "90")));
        rereading.reread(told.id(), null);
        settled(told.id(), Status.PARSED);

        assertThat(entry(told).accounts()).containsExactly(right);
        assertThat(quantities(wrong, LATER)).isEmpty();
        assertThat(quantities(right, LATER)).containsExactly("10");
        assertThat(accounts.known(LATER)).contains(right).doesNotContain(wrong);
    }

    @Test
    void a_rebuild_gives_the_same_rows() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200006");
        List<ToldFile> told = life(account);
        tell(told.toArray(ToldFile[]::new));
        retract(told.get(0));
        retract(told.get(6));
        restore(told.get(0));
        retract(told.get(4));
        for (ReadModel model : models) {
            int active = generations.active(model.name());
            model.settle(active);
            PooledStreamingEventProcessor rebuild =
                    processors.start("rebuild-" + model.name(), 7, model.handlersFor(OTHER_GENERATION));
            await().atMost(PATIENCE).untilAsserted(() -> {
                for (String table : tables(model.name())) {
                    assertThat(rows(table, OTHER_GENERATION)).as(table).isEqualTo(rows(table, active));
                }
            });
            rebuild.shutDown();
            model.settle(OTHER_GENERATION);
            for (String table : SETTLED) {
                if (table.startsWith(model.name()) && !table.endsWith("reconciliation")) {
                    assertThat(rows(table, OTHER_GENERATION)).as(table).isEqualTo(rows(table, active));
                }
            }
            model.drop(OTHER_GENERATION);
            assertThat(model.rows(OTHER_GENERATION)).isZero();
        }
    }

    /** Those that the events fill; what is settled is compared by the tests of its own. */
    private static List<String> tables(String readModel) {
        return switch (readModel) {
            case HoldingsReadModel.NAME ->
                List.of(
                        "holdings_account",
                        "holdings_file",
                        "holdings_telling",
                        "holdings_position",
                        "holdings_withdrawal",
                        "holdings_instrument",
                        "holdings_instrument_absence",
                        "holdings_instrument_action");
            case TransactionsReadModel.NAME ->
                List.of("transactions_event", "transactions_telling", "transactions_file", "transactions_withdrawal");
            case DividendsReadModel.NAME -> List.of("dividends_event", "dividends_telling", "dividends_withdrawal");
            case "imports" -> List.of("import_entry");
            default -> List.of();
        };
    }
}
