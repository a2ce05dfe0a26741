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

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.app.holdings.ToldFiles;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.reconciliation.Verdict;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.transactions.PrintedAgainstOurs;
import io.dividendsomatic.portfolio.transactions.ReconciliationView;
import io.dividendsomatic.portfolio.transactions.settling.QuestionLine;
import io.dividendsomatic.portfolio.transactions.settling.ReconciliationQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What was held between reports, and printed figures against ours, on either database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
abstract class DaysReadModelTest {
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    Intake intake;

    @Autowired
    ToldFiles files;

    @Autowired
    ReadModels readModels;

    @Autowired
    Generations generations;

    @Autowired
    HeldDays held;

    @Autowired
    ReconciliationView reconciliation;

    @Autowired
    JdbcClient jdbc;

    @Test
    void any_order_of_arrival_gives_the_same_days_lines_and_questions() throws Exception {
        long seed = 20_310_304L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<List<String>> outcomes = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            AccountId account = AccountId.parse("ibkr:U400000" + round);
            List<ToldFile> told = new ArrayList<>(month(account));
            Collections.shuffle(told, random);
            for (ToldFile file : told) {
                tell(file);
                if (random.nextBoolean()) {
                    lines(account, LATER);
                    newest(account, 31, LATER);
                }
            }
            List<String> outcome = new ArrayList<>();
            for (int day = 1; day <= 12; day++) {
                outcome.add(told(newest(account, day, LATER), told));
            }
            lines(account, LATER).forEach(line -> outcome.add(told(line, told)));
            questions(account).forEach(line -> outcome.add(told(line, told)));
            outcomes.add(outcome.stream()
                    .map(text -> text.replace(account.toString(), "account"))
                    .map(text -> text.replaceAll("(recordedAt|supersededAt|version)=[^,]*", ""))
                    .sorted()
                    .toList());
        }
        assertThat(outcomes.stream().distinct()).as("seed %s", seed).hasSize(1);
    }

    /** With the names of the files; what hangs on their identities comes in any order. */
    private static String told(Object object, List<ToldFile> files) {
        Map<FileId, String> names = files.stream().collect(Collectors.toMap(ToldFile::id, ToldFile::name));
        String[] text = {object.toString()};
        names.forEach((id, name) -> text[0] = text[0].replace(id.toString(), name));
        return Stream.of(text[0].replaceAll("\\b[0-9a-f]{32}\\b", "fact").split("[\\[\\],]", -1))
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static List<ToldFile> month(AccountId account) {
        return List.of(
                file(account, "first trades", 1, trade(2, ALFA, "1", "10", "9"), trade(5, BETA, "2", "-2", "7")),
                file(account, "third", 2, position(3, ALFA, "10", "91"), position(3, BETA, "4", "20")),
                file(account, "third again", 3, position(3, ALFA, "10", "91"), position(3, BETA, "5", "25")),
                file(account, "later trades", 4, trade(5, BETA, "2", "-2", "7"), trade(9, ALFA, "3", "-4", "11")),
                file(account, "seventh", 5, position(7, ALFA, "10", "91"), position(7, BETA, "3", "15")),
                file(account, "cash", 6, balance(9, At.END_OF_DAY, "-20"), dividend(8, ALFA, "4")),
                file(account, "arrival", 7, transfer(11, BETA, "6")));
    }

    @Test
    void a_report_counts_as_one_lot_unless_our_own_agree_with_it() throws Exception {
        AccountId account = AccountId.parse("ibkr:U4100001");
        tell(month(account).toArray(ToldFile[]::new));

        assertThat(figures(newest(account, 2, LATER))).containsExactly("ALFA 10 91");
        assertThat(newest(account, 3, LATER).origin()).isEqualTo(Origin.REPORTED);
        assertThat(figures(newest(account, 6, LATER))).containsExactly("ALFA 10 91", "BETA 3 15");
        assertThat(newest(account, 8, LATER).origin()).isEqualTo(Origin.REPORTED);
        assertThat(figures(newest(account, 10, LATER))).containsExactly("ALFA 6 54.6", "BETA 3 15");
        assertThat(figures(newest(account, 11, LATER))).containsExactly("ALFA 6 54.6", "BETA 9 null");
        assertThat(held.list(account, day(31), LATER, PageRequest.of(0, 10)).getContent().stream()
                        .map(line -> line.asOf().getDayOfMonth() + " " + line.origin() + " " + line.version() + " "
                                + line.positions()))
                .containsExactly(
                        "2 DERIVED 1 1",
                        "3 REPORTED 1 2",
                        "3 REPORTED 2 2",
                        "5 DERIVED 1 2",
                        "7 REPORTED 1 2",
                        "9 DERIVED 1 2",
                        "11 DERIVED 1 2");
        assertThat(lines(account, LATER).stream()
                        .filter(line -> line.verdict() == Verdict.BREAK)
                        .map(line -> line.item() + " " + line.symbol() + " " + line.printed() + " " + line.ours()))
                .contains("POSITION_QUANTITY BETA 5 0", "POSITION_QUANTITY BETA 4 0")
                .noneMatch(line -> line.contains("ALFA"));
        assertThat(questions(account))
                .extracting(QuestionLine::kind)
                .contains("TRANSFER_WITHOUT_ITS_OTHER_SIDE")
                .doesNotContain("MORE_WENT_THAN_CAME"); // the first report states the units that were sold
    }

    private static List<String> figures(AccountSnapshot snapshot) {
        return snapshot.positions().stream()
                .map(position ->
                        position.instrument().symbol() + " " + position.quantity() + " " + position.costBasis())
                .sorted()
                .toList();
    }

    @Test
    void a_report_alone_makes_the_days_after_it_stale_and_the_past_stays_as_it_was_known() throws Exception {
        AccountId account = AccountId.parse("ibkr:U4100002");
        tell(file(account, "trades", 1, trade(5, ALFA, "1", "10", "9")));
        assertThat(figures(newest(account, 6, LATER))).containsExactly("ALFA 10 91");
        Instant before = Clock.systemUTC().instant();
        await().until(() -> Clock.systemUTC().instant().isAfter(before.plusMillis(2)));
        tell(file(account, "report", 2, position(3, ALFA, "100", "800")));

        assertThat(figures(newest(account, 6, LATER))).containsExactly("ALFA 110 891");
        assertThat(figures(newest(account, 6, before))).containsExactly("ALFA 10 91");
        assertThat(lines(account, before)).isEmpty();
        assertThat(lines(account, LATER)).hasSize(2);
    }

    @Test
    void of_the_days_behind_a_position_nothing_is_read_but_their_rows() throws Exception {
        AccountId account = AccountId.parse("ibkr:U4100003");
        ToldFile sold = file(account, "sold", 1, trade(1, ALFA, "1", "5", "9"), trade(2, ALFA, "2", "-5", "9"));
        ToldFile trades = file(
                account,
                "trades",
                2,
                trade(3, ALFA, "3", "10", "9"),
                trade(5, ALFA, "4", "-9", "9"),
                trade(6, BETA, "5", "1", "7"),
                trade(7, ALFA, "6", "10", "9"),
                trade(9, ALFA, "7", "1", "9"));
        tell(sold, trades);
        newest(account, 31, LATER);
        int spoilt = jdbc.sql("UPDATE transactions_position_day SET instrument = 'cannot be read'"
                        + " WHERE account = ? AND until_day <= ?")
                .params(account.toString(), day(8))
                .update();

        assertThat(spoilt).isEqualTo(4);
        assertThat(newest(account, 8, LATER).positions())
                .extracting(HeldPosition::sources)
                .containsExactly(
                        List.of(source(trades, 2), source(trades, 3), source(trades, 5)), List.of(source(trades, 4)));
    }

    private static SourceRef source(ToldFile file, int line) {
        return new SourceRef(file.id(), line);
    }

    private AccountSnapshot newest(AccountId account, int ofMarch, Instant knownAt) {
        return held.newest(account, day(ofMarch), knownAt)
                .orElse(new AccountSnapshot(
                        account, day(ofMarch), 0, Origin.DERIVED, Instant.EPOCH, null, null, List.of()));
    }

    private List<PrintedAgainstOurs> lines(AccountId account, Instant knownAt) {
        return reconciliation
                .lines(new ReconciliationQuery(List.of(account), null, null, null, Set.of(), Set.of()), knownAt, 0, 100)
                .slice()
                .items();
    }

    private List<QuestionLine> questions(AccountId account) {
        return reconciliation.questions(List.of(account), null, LATER, 0, 100).items();
    }

    private void tell(ToldFile... told) throws Exception {
        for (ToldFile file : told) {
            intake.receive(files.deliver(file));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> Stream.of(told).allMatch(this::isRead));
        readModels.awaitStored(PATIENCE);
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
