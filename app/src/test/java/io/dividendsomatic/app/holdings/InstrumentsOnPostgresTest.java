package io.dividendsomatic.app.holdings;

import static io.dividendsomatic.app.holdings.Told.ALFA;
import static io.dividendsomatic.app.holdings.Told.BETA;
import static io.dividendsomatic.app.holdings.Told.KUUSI;
import static io.dividendsomatic.app.holdings.Told.MARCH_3;
import static io.dividendsomatic.app.holdings.Told.MARCH_4;
import static io.dividendsomatic.app.holdings.Told.inUsd;
import static io.dividendsomatic.app.holdings.Told.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.instruments.Decided;
import io.dividendsomatic.portfolio.instruments.IdentifyInstrument;
import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.instruments.InstrumentIdentities;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.instruments.MergeInstruments;
import io.dividendsomatic.portfolio.instruments.Validity;
import io.dividendsomatic.portfolio.instruments.WithdrawDecision;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.References;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is kept of instruments, on the database of real use. Every test has accounts of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
class InstrumentsOnPostgresTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final int OTHER_GENERATION = 901;

    @TempDir
    static Path home;

    @Autowired
    Intake intake;

    @Autowired
    ToldFiles files;

    @Autowired
    CommandGateway commands;

    @Autowired
    InstrumentIdentities identities;

    @Autowired
    Instruments instruments;

    @Autowired
    Processors processors;

    @Autowired
    HoldingsReadModel model;

    @Autowired
    Generations generations;

    @Autowired
    JdbcClient jdbc;

    /** Runs until the JVM ends: the context outlives the class. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        registry.add("dividendsomatic.home", home::toString);
        registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void any_order_of_files_keeps_the_same_wordings_and_means_the_same() {
        long seed = 20_310_304L;
        Random random = new Random(seed);
        List<String> kept = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            AccountId account = AccountId.parse("order" + round + ":1");
            Instrument bare = Instrument.ofSymbol("ALFA");
            List<ToldFile> told = new ArrayList<>(List.of(
                    statement(account, "list", 1, new InstrumentDetail(ALFA), new InstrumentDetail(BETA)),
                    statement(account, "first", 2, inUsd(MARCH_3, ALFA, "10", "9", "80")),
                    statement(account, "next", 3, inUsd(MARCH_4, ALFA, "10", "9", "80")),
                    statement(account, "bare", 4, inUsd(MARCH_4.plusDays(1), bare, "10", "9", "80"))));
            Collections.shuffle(told, random);
            tell(told);
            kept.add(wordings(account) + " "
                    + identities.at(LATER).identify(account).apply(bare));
        }
        assertThat(kept.stream().distinct()).as("seed %s", seed).hasSize(1);
        assertThat(kept.getFirst())
                .contains("ALFA|US000000AA16|2026-03-03|2026-03-04|2")
                .endsWith("isin:US000000AA16");
    }

    private List<String> wordings(AccountId account) {
        return jdbc.sql("SELECT symbol, isin, first_day, last_day, span, line, currency FROM holdings_instrument"
                        + " WHERE generation = ? AND account = ? ORDER BY symbol, isin, currency, first_day")
                .params(generations.active(HoldingsReadModel.NAME), account.toString())
                .query((row, number) -> row.getString(1) + "|" + row.getString(2) + "|" + row.getString(3) + "|"
                        + row.getString(4) + "|" + row.getString(5) + "|" + row.getString(6) + "|" + row.getString(7))
                .list();
    }

    @Test
    void a_decision_counts_from_when_it_was_made_until_it_is_taken_back_and_a_rebuild_knows_all_of_it() {
        AccountId account = AccountId.parse("decided:1");
        Instrument row = Instrument.ofSymbol("GRANA");
        tell(List.of(statement(account, "a", 1, inUsd(MARCH_3, row, "10", "9", "80"), split(account))));
        Isin grana = new Isin("SE0000000028");
        InstrumentAlias alias = InstrumentAlias.symbol(account.broker(), "GRANA", null);
        Decided identified = commands.sendAndWait(new IdentifyInstrument(alias, grana, Validity.ALWAYS, "told"));
        await().until(() -> meaning(account, row, LATER).equals("isin:SE0000000028"));
        commands.sendAndWait(new MergeInstruments(grana, Objects.requireNonNull(KUUSI.isin()), "renamed"));
        await().until(() -> meaning(account, row, LATER).equals("isin:FI0000000011"));
        commands.sendAndWait(new WithdrawDecision(identified.decision(), "wrong"));
        await().until(() -> meaning(account, row, LATER).equals("symbol:GRANA"));

        List<Instruments.Made> made = instruments.decisions(LATER);
        assertThat(meaning(account, row, made.getFirst().recordedAt())).isEqualTo("isin:SE0000000028");
        assertThat(meaning(account, row, made.getFirst().recordedAt().minusMillis(1)))
                .isEqualTo("symbol:GRANA");
        assertThat(instruments.find(grana, LATER)).hasValueSatisfying(found -> {
            assertThat(found.line().isin()).isEqualTo(KUUSI.isin());
            assertThat(found.aliases()).isNotEmpty();
        });

        int active = generations.active(HoldingsReadModel.NAME);
        PooledStreamingEventProcessor rebuild = processors.start("rebuild", 2, model.handlersFor(OTHER_GENERATION));
        await().until(() -> model.rows(OTHER_GENERATION) == model.rows(active)
                && rows("_decision", OTHER_GENERATION).equals(rows("_decision", active)));
        rebuild.shutDown();
        for (String table : List.of("", "_decision", "_action")) {
            assertThat(rows(table, OTHER_GENERATION)).isNotEmpty().isEqualTo(rows(table, active));
        }
        model.drop(OTHER_GENERATION);
        assertThat(model.rows(OTHER_GENERATION)).isZero();
    }

    private static CorporateAction split(AccountId account) {
        return new CorporateAction(
                MARCH_3,
                null,
                null,
                CorporateAction.Kind.SPLIT,
                "FS",
                KUUSI,
                Quantity.of("80"),
                null,
                null,
                Amount.of("0"),
                null,
                null,
                false,
                account + " split",
                References.NONE);
    }

    private String meaning(AccountId account, Instrument row, Instant knownAt) {
        Identities known = identities.at(knownAt);
        return known.key(account, row, MARCH_3).value();
    }

    private List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM holdings_instrument" + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(row.getString(i)).append('|');
                    }
                    return text.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private void tell(List<ToldFile> told) {
        told.forEach(file -> intake.receive(files.deliver(file)));
        await().until(() -> told.stream().allMatch(this::isRead));
    }

    private boolean isRead(ToldFile file) {
        return jdbc.sql("SELECT COUNT(*) FROM holdings_file WHERE generation = ? AND account = ? AND file_id = ?")
                        .params(
                                generations.active(HoldingsReadModel.NAME),
                                file.account().toString(),
                                file.id().sha256())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
