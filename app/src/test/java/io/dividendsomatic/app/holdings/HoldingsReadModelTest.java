package io.dividendsomatic.app.holdings;

import static io.dividendsomatic.app.holdings.Told.ALFA;
import static io.dividendsomatic.app.holdings.Told.BETA;
import static io.dividendsomatic.app.holdings.Told.KUUSI;
import static io.dividendsomatic.app.holdings.Told.MARCH_3;
import static io.dividendsomatic.app.holdings.Told.MARCH_4;
import static io.dividendsomatic.app.holdings.Told.base;
import static io.dividendsomatic.app.holdings.Told.inUsd;
import static io.dividendsomatic.app.holdings.Told.named;
import static io.dividendsomatic.app.holdings.Told.position;
import static io.dividendsomatic.app.holdings.Told.statement;
import static io.dividendsomatic.app.holdings.Told.unvalued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.Snapshots;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.statement.ReplaceReferences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

/** What the read model must do on either database. Every test has accounts of its own. */
abstract class HoldingsReadModelTest extends ReferencesReadModelTest {
    private static final List<String> TABLES = List.of(
            "account",
            "file",
            "base_currency",
            "fx_rate",
            "reference_rate",
            "reference_price",
            "reference_file",
            "snapshot",
            "telling",
            "position",
            "instrument");
    private static final int OTHER_GENERATION = 900;

    @Test
    void any_order_of_arrival_gives_the_same_holdings() {
        long seed = 20_260_303L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> answers = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            AccountId account = AccountId.parse("ibkr:U100000" + round);
            List<ToldFile> told = new ArrayList<>(List.of(
                    statement(account, "first", 1, base("EUR"), inUsd(MARCH_3, ALFA, "10", "9", "80")),
                    statement(account, "corrected", 3, inUsd(MARCH_3, ALFA, "11", "9", "88")),
                    statement(account, "first again", 5, inUsd(MARCH_3, ALFA, "10.0", "9.00", "80")),
                    statement(account, "corrected again", 2, inUsd(MARCH_3, ALFA, "11", "9", "88")),
                    statement(account, "next day", 4, inUsd(MARCH_4, BETA, "7", "3", "20")),
                    statement(
                            account,
                            "both days",
                            6,
                            inUsd(MARCH_4, BETA, "8", "3", "24"),
                            inUsd(MARCH_4, ALFA, "10", "9.5", "80"))));
            Collections.shuffle(told, random);
            tell(told.toArray(ToldFile[]::new));
            answers.add(answer(account));
        }
        assertThat(answers.stream().distinct()).as("seed %s", seed).hasSize(1);
        assertThat(answers.getFirst()).contains("quantity=10", "quantity=8");
    }

    @Test
    void any_order_of_equal_contents_gives_the_details_of_the_greatest_edition() {
        List<List<String>> orders = List.of(
                List.of("bare", "short", "full"), List.of("full", "bare", "short"), List.of("short", "full", "bare"));
        for (int i = 0; i < orders.size(); i++) {
            AccountId account = AccountId.parse("ibkr:U110000" + i);
            Map<String, ToldFile> told = Map.of(
                    "bare", statement(account, "bare", 1, unvalued(ALFA)),
                    "short", statement(account, "short", 3, unvalued(BETA), inUsd(MARCH_3, ALFA, "10", "9", "80")),
                    "full", statement(account, "full", 2, inUsd(MARCH_3, named("ALFA REIT"), "10", "9", "80")));
            orders.get(i).forEach(file -> tell(Objects.requireNonNull(told.get(file))));

            AccountSnapshot other = version(account, Told.file(account, "full"));
            assertThat(other.positions().getFirst().instrument().name()).isEqualTo("ALFA REIT");
            assertThat(other.positions().getFirst().marketValue()).hasToString("90");
            assertThat(current(account).positions())
                    .extracting(position -> position.instrument().name())
                    .containsExactly("ALFA TRUST", "BETA TRUST");
        }
    }

    private AccountSnapshot version(AccountId account, FileId told) {
        Snapshots.Line line = lines(account).stream()
                .filter(version -> told.equals(version.fileId()))
                .findFirst()
                .orElseThrow();
        return snapshots.version(account, MARCH_3, line.version(), LATER).orElseThrow();
    }

    private String answer(AccountId account) {
        String text = "";
        for (var day : List.of(MARCH_3, MARCH_4)) {
            text += holdings.answer(new HoldingsOn(day, LATER, List.of(account), null));
        }
        for (String file : List.of("first", "corrected", "first again", "corrected again", "next day", "both days")) {
            text = text.replace(Told.file(account, file).sha256(), file);
        }
        // Sources stand in the order of their hashes, which hang on the account's name here.
        return text.replace(account.toString(), "account").replaceAll("sources=\\[.*?]]", "sources");
    }

    @Test
    void an_answer_of_before_the_correction_knows_nothing_of_it() {
        AccountId account = AccountId.parse("ibkr:U2000001");
        tell(statement(account, "first", 1, base("EUR"), inUsd(MARCH_3, ALFA, "10", "9", "80")));
        Instant before = current(account).recordedAt();
        waitFor(before.plusMillis(2));
        tell(statement(account, "corrected", 2, inUsd(MARCH_3, ALFA, "11", "9", "88")));

        assertThat(quantity(account, before)).isEqualTo("10");
        assertThat(quantity(account, LATER)).isEqualTo("11");
        assertThat(snapshots.current(account, MARCH_3, before.minusMillis(1))).isEmpty();
        List<Snapshots.Line> lines = lines(account);
        assertThat(lines).extracting(Snapshots.Line::version).containsExactly(1, 2);
        assertThat(lines.getFirst().supersededAt()).isEqualTo(lines.getLast().recordedAt());
        assertThat(lines.getLast().supersededAt()).isNull();
    }

    @Test
    void a_confirmation_makes_an_older_version_current_again() {
        AccountId account = AccountId.parse("ibkr:U2000002");
        tell(
                statement(account, "first", 1, inUsd(MARCH_3, ALFA, "10", "9", "80")),
                statement(account, "corrected", 2, inUsd(MARCH_3, ALFA, "11", "9", "88")));
        assertThat(current(account).version()).isEqualTo(2);
        tell(statement(account, "first again", 3, inUsd(MARCH_3, ALFA, "10", "9", "80")));

        AccountSnapshot current = current(account);
        assertThat(current.version()).isEqualTo(1);
        assertThat(current.fileId()).isEqualTo(Told.file(account, "first again"));
        assertThat(current.positions().getFirst().sources())
                .extracting(source -> source.fileId())
                .containsExactlyInAnyOrder(Told.file(account, "first"), Told.file(account, "first again"));
    }

    @Test
    void a_correction_that_is_older_never_wins_and_is_listed() {
        AccountId account = AccountId.parse("ibkr:U2000003");
        tell(
                statement(account, "late edition", 2, inUsd(MARCH_3, ALFA, "11", "9", "88")),
                statement(account, "early edition", 1, inUsd(MARCH_3, ALFA, "10", "9", "80")));

        assertThat(quantity(account, LATER)).isEqualTo("11");
        Snapshots.Line loser = lines(account).getLast();
        assertThat(loser.supersededAt()).isEqualTo(loser.recordedAt());
        assertThat(snapshots.version(account, MARCH_3, 2, LATER).orElseThrow().positions())
                .hasSize(1);
    }

    @Test
    void an_account_is_summed_up_as_far_as_it_is_known() {
        AccountId account = AccountId.parse("nordnet:20000004");
        tell(
                statement(account, "a", 1, position(MARCH_3, KUUSI, "EUR", "620", "9", "4746", "1")),
                statement(account, "b", 2, base("SEK"), position(MARCH_4, KUUSI, "EUR", "620", "9", "4746", null)));

        Accounts.Summary summary = summary(account);
        assertThat(summary.baseCurrency()).hasToString("SEK");
        assertThat(summary.firstDate()).isEqualTo(MARCH_3);
        assertThat(summary.lastDate()).isEqualTo(MARCH_4);
        assertThat(summary.files()).isEqualTo(2);
        assertThat(accounts.exists(account)).isTrue();
        assertThat(accounts.exists(AccountId.parse("nordnet:99999999"))).isFalse();
    }

    @Test
    void a_rebuild_gives_the_same_rows_whatever_its_batches_and_a_drop_leaves_none() {
        tell(statement(
                AccountId.parse("ibkr:U2000005"),
                "a",
                1,
                base("EUR"),
                inUsd(MARCH_3, ALFA, "0.000000000000000001", "12345678901234567890", "0"),
                inUsd(MARCH_3, BETA, "-5", "1.5", "-7"),
                ecb(LocalDate.of(2049, 3, 5), "1.25"),
                listed(LocalDate.of(2049, 3, 5), "10.5")));
        commands.sendAndWait(new ReplaceReferences("rebuilt.yaml", Told.file(AccountId.parse("ibkr:U2000005"), "a")));
        int active = generations.active(HoldingsReadModel.NAME);
        PooledStreamingEventProcessor rebuild = processors.start("rebuild", 3, model.handlersFor(OTHER_GENERATION));
        await().until(() -> model.rows(OTHER_GENERATION) == model.rows(active));
        rebuild.shutDown();

        for (String table : TABLES) {
            assertThat(rows(table, OTHER_GENERATION)).as(table).isNotEmpty().isEqualTo(rows(table, active));
        }
        model.drop(OTHER_GENERATION);
        assertThat(model.rows(OTHER_GENERATION)).isZero();
    }

    private List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM holdings_" + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        boolean counts = !row.getMetaData().getColumnName(i).equalsIgnoreCase("generation");
                        text.append(counts ? row.getString(i) + "|" : "");
                    }
                    return text.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static void waitFor(Instant instant) {
        await().until(() -> java.time.Clock.systemUTC().instant().isAfter(instant));
    }

    private Accounts.Summary summary(AccountId account) {
        return accounts.summaries(MARCH_4, LATER).stream()
                .filter(summary -> summary.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private AccountSnapshot current(AccountId account) {
        return snapshots.current(account, MARCH_3, LATER).orElseThrow();
    }

    private List<Snapshots.Line> lines(AccountId account) {
        return snapshots.list(account, MARCH_4, LATER, PageRequest.of(0, 10)).getContent();
    }

    private String quantity(AccountId account, Instant knownAt) {
        return holdings.answer(new HoldingsOn(MARCH_4, knownAt, List.of(account), null))
                .items()
                .getFirst()
                .quantity()
                .toString();
    }
}
