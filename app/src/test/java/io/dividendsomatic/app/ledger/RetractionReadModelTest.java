package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.ALFA;
import static io.dividendsomatic.app.ledger.Rows.BETA;
import static io.dividendsomatic.app.ledger.Rows.balance;
import static io.dividendsomatic.app.ledger.Rows.day;
import static io.dividendsomatic.app.ledger.Rows.dividend;
import static io.dividendsomatic.app.ledger.Rows.file;
import static io.dividendsomatic.app.ledger.Rows.position;
import static io.dividendsomatic.app.ledger.Rows.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.admin.Audit;
import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.holdings.ToldFiles;
import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.intake.Reread;
import io.dividendsomatic.ingestion.intake.Rereading;
import io.dividendsomatic.ingestion.intake.Retractions;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.holdings.Snapshots;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.instruments.InstrumentLine;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.ReadModel;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import io.dividendsomatic.portfolio.transactions.settling.Reconciliations;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What is left when files are taken back, on either database. Every test has accounts of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
abstract class RetractionReadModelTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OTHER_GENERATION = 900;
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode XPF = new CurrencyCode("XPF");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** What files tell of transactions and dividends, and what follows from it. */
    private static final List<String> SETTLED = List.of(
            "transactions_booking",
            "transactions_gain",
            "transactions_cash",
            "transactions_question",
            "transactions_derived_day",
            "transactions_position_day",
            "transactions_reconciliation",
            "dividends_payment",
            "dividends_expected",
            "dividends_split");

    @Autowired
    Intake intake;

    @Autowired
    Retractions retractions;

    @Autowired
    Rereading rereading;

    @Autowired
    ImportJournal journal;

    @Autowired
    ToldFiles files;

    @Autowired
    Processors processors;

    @Autowired
    ReadModels readModels;

    @Autowired
    List<ReadModel> models;

    @Autowired
    Generations generations;

    @Autowired
    HoldingsView holdings;

    @Autowired
    HeldDays held;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Accounts accounts;

    @Autowired
    Instruments instruments;

    @Autowired
    FxRates rates;

    @Autowired
    Reconciliations reconciliations;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_is_left_equals_what_was_told_without_the_files_that_were_taken_back() throws Exception {
        long seed = 20_310_404L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            AccountId changed = AccountId.parse("changed" + round + ":U1");
            AccountId plain = AccountId.parse("plain" + round + ":U1");
            List<ToldFile> all = new ArrayList<>(life(changed));
            Set<String> gone = new HashSet<>();
            Collections.shuffle(all, random);
            List<ToldFile> told = new ArrayList<>();
            for (ToldFile file : all) {
                tell(file);
                told.add(file);
                ToldFile some = told.get(random.nextInt(told.size()));
                if (random.nextBoolean()) {
                    if (gone.add(some.name())) {
                        retract(some);
                    } else {
                        gone.remove(some.name());
                        restore(some);
                    }
                }
                if (random.nextBoolean()) {
                    picture(changed, told);
                }
            }
            if (gone.isEmpty()) {
                gone.add(all.getFirst().name());
                retract(all.getFirst());
            }
            List<ToldFile> rest = new ArrayList<>(life(plain).stream()
                    .filter(file -> !gone.contains(file.name()))
                    .toList());
            Collections.shuffle(rest, random);
            tell(rest.toArray(ToldFile[]::new));

            assertThat(gone).as("round %s", round).isNotEmpty().hasSizeLessThan(all.size());
            same(picture(changed, all), picture(plain, rest), "seed " + seed + " round " + round + " without " + gone);

            for (ToldFile file : all) {
                restore(file);
            }
            AccountId whole = AccountId.parse("whole" + round + ":U1");
            tell(life(whole).toArray(ToldFile[]::new));
            same(picture(changed, all), picture(whole, life(whole)), "seed " + seed + " round " + round + " with all");
            assertThat(audit.replay(changed, day(31), LATER).matchesSnapshot()).isTrue();
        }
    }

    private static void same(Map<String, List<String>> is, Map<String, List<String>> should, String when) {
        should.forEach(
                (part, lines) -> assertThat(is.get(part)).as(part + " " + when).containsExactlyElementsOf(lines));
    }

    /** Files that overlap in every way: facts told twice, restated, days confirmed and corrected. */
    private static List<ToldFile> life(AccountId account) {
        Instrument beta = new Instrument("BETA", null, null, "7002", null, null, null, null, null);
        return List.of(
                file(account, "first half", 1, trade(3, ALFA, "1", "10", "9"), dividend(5, ALFA, "4")),
                file(
                        account,
                        "whole",
                        4,
                        dividend(5, ALFA, "4"),
                        dividend(5, ALFA, "4"),
                        trade(3, ALFA, "1", "10", "9.5"),
                        tax(5, "-1")),
                file(account, "second half", 2, trade(9, ALFA, "2", "-10", "11"), balance(9, At.END_OF_DAY, "18")),
                file(account, "corrected", 3, trade(9, ALFA, "2", "-10", "12"), tax(5, "-1")),
                file(account, "cash", 5, balance(3, At.START_OF_DAY, "500"), dividend(5, ALFA, "4")),
                file(account, "list", 6, new InstrumentDetail(beta.completedBy(BETA)), trade(11, beta, "3", "-2", "7")),
                file(account, "report", 7, position(4, ALFA, "10", "90"), split(20)),
                file(
                        account,
                        "same report",
                        8,
                        position(4, ALFA, "10.0", "90"),
                        split(20),
                        trade(12, BETA, "4", "5", "8")),
                file(account, "other report", 9, position(4, ALFA, "12", "91"), position(15, BETA, "3", "20")));
    }

    private static WithholdingTax tax(int ofMarch, String amount) {
        return new WithholdingTax(
                new CashMovement(day(ofMarch), Money.of(amount, "USD"), null, null, "US Tax", References.NONE),
                ALFA,
                null);
    }

    private static CorporateAction split(int ofMarch) {
        return new CorporateAction(
                day(ofMarch),
                null,
                null,
                CorporateAction.Kind.SPLIT,
                "FS",
                ALFA,
                Quantity.of("10"),
                null,
                null,
                null,
                null,
                null,
                false,
                "ALFA Split 2 for 1",
                References.NONE);
    }

    @Test
    void a_day_that_only_one_file_told_is_gone_and_stays_as_it_was_known() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200001");
        ToldFile only = file(account, "only", 1, position(4, ALFA, "10", "90"));
        tell(only);
        Instant before = moment();
        retract(only);
        Instant between = moment();

        assertThat(held.newest(account, day(31), LATER)).isEmpty();
        assertThat(held.of(account, day(4), null, LATER)).isEmpty();
        assertThat(quantities(account, before)).containsExactly("10");
        assertThat(quantities(account, LATER)).isEmpty();
        assertThat(accounts.known(LATER)).doesNotContain(account);
        assertThat(accounts.known(before)).contains(account);
        assertThat(audit.replay(account, day(31), LATER).matchesSnapshot()).isTrue();
        assertThat(audit.replay(account, day(31), before).matchesSnapshot()).isTrue();
        List<Snapshots.Line> history =
                snapshots.list(account, day(31), LATER, Pageable.unpaged()).getContent();
        assertThat(history).hasSize(1);
        assertThat(history.getFirst().supersededAt()).isBetween(before, between);
        assertThat(snapshots.version(account, day(4), 1, LATER)).isPresent();

        restore(only);
        assertThat(quantities(account, LATER)).containsExactly("10");
        assertThat(quantities(account, between)).isEmpty();
        assertThat(quantities(account, before)).containsExactly("10");
        assertThat(audit.replay(account, day(31), between).matchesSnapshot()).isTrue();
        assertThat(audit.replay(account, day(31), LATER).matchesSnapshot()).isTrue();
    }

    @Test
    void the_days_next_version_becomes_current() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200002");
        ToldFile first = file(account, "first", 1, position(4, ALFA, "10", "90"));
        ToldFile bad = file(account, "bad", 2, position(4, ALFA, "1000", "90"));
        tell(first, bad);
        Instant before = moment();
        retract(bad);

        AccountSnapshot now = held.newest(account, day(31), LATER).orElseThrow();
        assertThat(now.version()).isEqualTo(1);
        assertThat(now.fileId()).isEqualTo(first.id());
        assertThat(now.supersededAt()).isNull();
        assertThat(held.newest(account, day(31), before).orElseThrow().version())
                .isEqualTo(2);
        assertThat(audit.replay(account, day(31), LATER).matchesSnapshot()).isTrue();

        ToldFile corrected = file(account, "corrected", 3, position(4, ALFA, "100", "90"));
        tell(corrected);
        assertThat(quantities(account, LATER)).containsExactly("100");
        assertThat(entry(corrected).facts().unheard()).isEqualTo(1);
    }

    @Test
    void rates_and_the_base_currency_go_and_come_back_with_their_file() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200003");
        LocalDate date = LocalDate.of(2033, 5, 6);
        ToldFile told = file(
                account,
                "rates",
                1,
                new StatementDetail(StatementDetail.Field.BASE_CURRENCY, "EUR"),
                new FxRateToBase(date, XPF, FxRate.of("0.0084")),
                new ReferenceRate(date, EUR, new CurrencyCode("MGA"), FxRate.of("4800"), "ECB"));
        tell(told);
        Instant before = moment();
        retract(told);

        assertThat(rates.bases(LATER)).doesNotContainKey(account);
        assertThat(rates.bases(before)).containsEntry(account, EUR);
        assertThat(rates.currencies(date, LATER)).doesNotContain(XPF, new CurrencyCode("MGA"));
        assertThat(rates.currencies(date, before)).contains(XPF, new CurrencyCode("MGA"));
        assertThat(rate(account, XPF, date, LATER)).isEqualTo("MISSING");
        assertThat(rate(account, XPF, date, before)).isEqualTo("KNOWN");

        restore(told);
        assertThat(rates.bases(LATER)).containsEntry(account, EUR);
        assertThat(rate(account, XPF, date, LATER)).isEqualTo("KNOWN");
        assertThat(rate(account, new CurrencyCode("MGA"), date, LATER)).isEqualTo("KNOWN");
    }

    private String rate(AccountId account, CurrencyCode from, LocalDate date, Instant knownAt) {
        return rates.book(knownAt, List.of(date), List.of(from, EUR))
                .resolve(account, from, EUR, date, null)
                .fx()
                .status()
                .name();
    }

    @Test
    void an_instrument_that_only_a_retracted_file_named_is_gone() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200004");
        Isin isin = new Isin("FI0000000011");
        Instrument kuusi = new Instrument("KUUSI", isin, null, null, null, null, null, null, null);
        ToldFile named = file(account, "named", 1, trade(3, kuusi, "1", "10", "9"));
        tell(named);
        Instant before = moment();
        retract(named);
        Instant between = moment();

        assertThat(isins(LATER)).doesNotContain(isin);
        assertThat(isins(before)).contains(isin);
        restore(named);
        assertThat(isins(LATER)).contains(isin);
        assertThat(isins(between)).doesNotContain(isin);
    }

    @Test
    void the_journal_tells_why_and_the_same_bytes_are_refused_until_it_is_undone() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200005");
        ToldFile bad = file(account, "bad", 1, dividend(5, ALFA, "400"));
        tell(bad);
        retract(bad);

        ImportEntry entry = entry(bad);
        assertThat(entry.status()).isEqualTo(Status.RETRACTED);
        assertThat(entry.retraction()).isNotNull();
        assertThat(entry.retraction().reason()).isEqualTo("sent by mistake");
        assertThat(intake.receive(files.deliver(bad))).isEqualTo(new Receipt.Retracted(bad.id()));
        assertThat(retractions.retract(bad.id(), "again")).isFalse();

        restore(bad);
        assertThat(entry(bad).status()).isEqualTo(Status.PARSED);
        assertThat(entry(bad).retraction()).isNull();
        assertThat(intake.receive(files.deliver(bad))).isEqualTo(new Receipt.Known(bad.id()));
        assertThat(retractions.restore(bad.id())).isFalse();
    }

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

    private List<String> quantities(AccountId account, Instant knownAt) {
        Holdings answer = holdings.answer(new HoldingsOn(day(31), knownAt, List.of(account), null));
        return answer.items().stream()
                .map(holding -> holding.quantity().toString())
                .toList();
    }

    private List<Isin> isins(Instant knownAt) {
        return instruments.list(knownAt).stream()
                .map(InstrumentLine::isin)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private ImportEntry entry(ToldFile file) {
        return journal.find(file.id()).orElseThrow();
    }

    private static Instant moment() throws InterruptedException {
        Thread.sleep(2);
        Instant now = Clock.systemUTC().instant();
        Thread.sleep(2);
        return now;
    }

    private void tell(ToldFile... told) throws Exception {
        for (ToldFile file : told) {
            intake.receive(files.deliver(file));
        }
        for (ToldFile file : told) {
            assertThat(journal.await(file.id(), PATIENCE)).isPresent();
        }
        readModels.awaitStored(PATIENCE);
    }

    private void retract(ToldFile file) throws Exception {
        assertThat(retractions.retract(file.id(), "sent by mistake")).isTrue();
        settled(file.id(), Status.RETRACTED);
    }

    private void restore(ToldFile file) throws Exception {
        retractions.restore(file.id());
        settled(file.id(), Status.PARSED);
    }

    private void settled(FileId file, Status status) throws InterruptedException {
        assertThat(journal.await(file, PATIENCE).orElseThrow().status()).isEqualTo(status);
        readModels.awaitStored(PATIENCE);
    }

    /** Everything that the read models tell of an account now, with the names of its files; not what is about arrival. */
    private Map<String, List<String>> picture(AccountId account, List<ToldFile> told) {
        Map<String, String> names =
                told.stream().collect(Collectors.toMap(file -> file.id().sha256(), ToldFile::name));
        Map<String, List<String>> picture = new TreeMap<>();
        int transactions = generations.active(TransactionsReadModel.NAME);
        reconciliations.lines(
                transactions,
                LATER,
                new ReconciliationQuery(List.of(account), null, null, null, Set.of(), Set.of()),
                0,
                1);
        Holdings answer = holdings.answer(new HoldingsOn(day(31), LATER, List.of(account), null));
        picture.put("holdings", answer.items().stream().map(Object::toString).toList());
        picture.put(
                "days",
                snapshots.list(account, day(31), LATER, Pageable.unpaged()).stream()
                        .filter(line -> line.supersededAt() == null)
                        .map(line -> line.asOf() + " " + line.fileId() + " " + line.positions() + " "
                                + snapshots
                                        .current(account, line.asOf(), LATER)
                                        .orElseThrow()
                                        .positions())
                        .toList());
        picture.put(
                "accounts",
                held.summaries(day(31), LATER).stream()
                        .filter(summary -> summary.account().equals(account))
                        .map(Object::toString)
                        .toList());
        picture.put("instruments", said(account));
        picture.put("actions", actions(account));
        for (String table : SETTLED) {
            int generation = generations.active(
                    table.startsWith("dividends") ? DividendsReadModel.NAME : TransactionsReadModel.NAME);
            picture.put(
                    table,
                    rows(table, generation).stream()
                            .filter(row -> row.contains("ACCOUNT=" + account + "|"))
                            .map(row -> row.replaceAll("(ROW_HASH|RECORDED_AT)=[^|]*", ""))
                            .toList());
        }
        picture.replaceAll((part, lines) -> lines.stream()
                .map(line -> line.replace(account.toString(), "")
                        .replace(account.broker().code(), ""))
                .map(line -> HASH.matcher(line).replaceAll(hash -> names.get(hash.group())))
                .map(line -> line.replaceAll("[0-9a-f]{32}", "fact"))
                .map(line -> line.replaceAll("(SOURCES|sources)=", "$1|"))
                .map(line -> Stream.of(line.split("[|;,\\[\\]]", -1))
                        .map(String::strip)
                        .sorted()
                        .collect(Collectors.joining("|")))
                .sorted()
                .toList());
        return picture;
    }

    /** Which line shows it first hangs on the order of arrival: a fact that is told again names nothing anew. */
    private List<String> said(AccountId account) {
        return jdbc.sql("SELECT symbol, isin, name, conid, currency, first_day, last_day FROM holdings_instrument said"
                        + " WHERE generation = ? AND account = ? AND NOT EXISTS (SELECT 1 FROM"
                        + " holdings_instrument_absence gone WHERE gone.generation = said.generation"
                        + " AND gone.account = said.account AND gone.wording = said.wording"
                        + " AND gone.absent_until IS NULL)")
                .params(generations.active(HoldingsReadModel.NAME), account.toString())
                .query((row, number) -> text(row))
                .list();
    }

    private List<String> actions(AccountId account) {
        return instruments.find(java.util.Objects.requireNonNull(ALFA.isin()), LATER).stream()
                .flatMap(detail -> detail.actions().stream())
                .filter(action -> action.account().equals(account))
                .map(Object::toString)
                .toList();
    }

    /** Everything but the generation. */
    private List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM " + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> text(row))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String name = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
            text.append(name.equals("GENERATION") ? "" : name + "=" + cell(row, i) + "|");
        }
        return text.toString();
    }

    /** Drivers print a number in more than one way. */
    private static @Nullable String cell(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof BigDecimal number ? number.toPlainString() : row.getString(column);
    }
}
