package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ACCOUNT;
import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.BETA;
import static io.dividendsomatic.portfolio.account.Telling.EUR;
import static io.dividendsomatic.portfolio.account.Telling.MARCH_3;
import static io.dividendsomatic.portfolio.account.Telling.USD;
import static io.dividendsomatic.portfolio.account.Telling.edition;
import static io.dividendsomatic.portfolio.account.Telling.file;
import static io.dividendsomatic.portfolio.account.Telling.instrument;
import static io.dividendsomatic.portfolio.account.Telling.position;
import static io.dividendsomatic.portfolio.account.Telling.statement;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed.Described;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementDetail.Field;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final FxRate RATE = FxRate.of("0.84");

    private FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void open() {
        account = new AggregateTestFixture<>(Account.class);
    }

    @Test
    void the_first_statement_opens_the_account_and_takes_a_snapshot() {
        account.givenNoPriorActivity()
                .when(statement("march", 0, position(ALFA, "1000", "10.5", "9800")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        rates("march", 0, 2),
                        taken("march", 0, alfa("1000", "10.5", "9800", 2)),
                        new StatementRecorded(ACCOUNT, file("march"), null, 1, 0));
    }

    @Test
    void the_same_file_again_changes_nothing() {
        account.givenCommands(statement("march", 0, position(ALFA, "1000", "10.5", "9800")))
                .when(statement("march", 0, position(ALFA, "1000", "10.5", "9800")))
                .expectNoEvents();
    }

    @Test
    void equal_numbers_from_another_file_confirm_the_snapshot() {
        account.givenCommands(statement("march", 0, position(ALFA, "1000", "10.5", "9800")))
                .when(statement("april", 5, position(ALFA, "1000.0", "10.50", "9800.00")))
                .expectEvents(
                        rates("april", 5, 2),
                        new SnapshotConfirmed(
                                ACCOUNT,
                                MARCH_3,
                                1,
                                file("april"),
                                edition(5),
                                List.of(alfa("1000", "10.5", "9800", 2))),
                        new StatementRecorded(ACCOUNT, file("april"), null, 0, 1));
    }

    @Test
    void a_confirmation_keeps_what_its_own_file_calls_the_instrument() {
        Instrument renamed = ALFA.completedBy(named("ALFA TRUST"));
        account.givenCommands(statement("march", 0, position(ALFA, "1000", "10.5", "9800")))
                .when(statement("april", 5, position(renamed, "1000", "10.5", "9800")))
                .expectEvents(
                        rates("april", 5, 2),
                        new SnapshotConfirmed(
                                ACCOUNT,
                                MARCH_3,
                                1,
                                file("april"),
                                edition(5),
                                List.of(held(renamed, "1000", "10.5", "9800", 2))),
                        new StatementRecorded(ACCOUNT, file("april"), null, 0, 1));
    }

    @Test
    void lots_that_add_up_confirm_the_whole_position() {
        account.givenCommands(statement("march", 0, position(ALFA, "1000", "10.5", "9800")))
                .when(statement(
                        "lots", 1, position(ALFA, "400", "10.5", "3900"), position(ALFA, "600", "10.5", "5900")))
                .expectEvents(
                        rates("lots", 1, 2),
                        new SnapshotConfirmed(
                                ACCOUNT,
                                MARCH_3,
                                1,
                                file("lots"),
                                edition(1),
                                List.of(alfa("1000", "10.5", "9800", 2, 3))),
                        new StatementRecorded(ACCOUNT, file("lots"), null, 0, 2));
    }

    @Test
    void other_numbers_correct_the_snapshot_and_keep_both() {
        account.givenCommands(statement("march", 0, position(ALFA, "1000", "10.5", "9800")))
                .when(statement("again", 3, position(ALFA, "900", "10.5", "8820")))
                .expectEvents(
                        rates("again", 3, 2),
                        new SnapshotCorrected(
                                ACCOUNT,
                                MARCH_3,
                                2,
                                Origin.REPORTED,
                                file("again"),
                                edition(3),
                                List.of(alfa("900", "10.5", "8820", 2))),
                        new StatementRecorded(ACCOUNT, file("again"), null, 1, 0));
    }

    @Test
    void an_older_content_told_again_is_confirmed_by_its_own_version() {
        account.givenCommands(
                        statement("one", 0, position(ALFA, "1000", "10.5", "9800")),
                        statement("two", 1, position(ALFA, "900", "10.5", "8820")))
                .when(statement("three", 2, position(ALFA, "1000", "10.5", "9800")))
                .expectEvents(
                        rates("three", 2, 2),
                        new SnapshotConfirmed(
                                ACCOUNT,
                                MARCH_3,
                                1,
                                file("three"),
                                edition(2),
                                List.of(alfa("1000", "10.5", "9800", 2))),
                        new StatementRecorded(ACCOUNT, file("three"), null, 0, 1));
    }

    @Test
    void two_identical_rows_of_one_file_are_two_facts() {
        account.givenNoPriorActivity()
                .when(statement("twins", 0, position(ALFA, "5", "10", "50"), position(ALFA, "5", "10", "50")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        rates("twins", 0, 2),
                        taken("twins", 0, alfa("10", "10", "100", 2, 3)),
                        new StatementRecorded(ACCOUNT, file("twins"), null, 2, 0));
    }

    @Test
    void a_statement_without_positions_is_no_empty_snapshot() {
        account.givenNoPriorActivity()
                .when(statement("bare", 0, new StatementDetail(Field.BASE_CURRENCY, "EUR")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        new BaseCurrencyStated(ACCOUNT, file("bare"), edition(0), EUR, false),
                        new StatementRecorded(ACCOUNT, file("bare"), null, 1, 0));
    }

    @Test
    void an_instrument_list_after_the_facts_completes_them() {
        Instrument listed =
                new Instrument("ALFA", ALFA.isin(), "ALFA MORTGAGE REIT", "900000001", null, null, "NYSE", "STK", null);
        account.givenNoPriorActivity()
                .when(statement(
                        "list",
                        0,
                        position(MARCH_3, instrument("ALFA", null), USD, "10", "10", null, null),
                        new InstrumentDetail(listed)))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        new InstrumentsDescribed(ACCOUNT, file("list"), List.of(new Described(3, listed))),
                        taken(
                                "list",
                                0,
                                new Position(
                                        listed,
                                        USD,
                                        Quantity.of("10"),
                                        UnitPrice.of("10"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(2))),
                        new StatementRecorded(ACCOUNT, file("list"), null, 2, 0));
    }

    @Test
    void a_base_currency_that_no_line_names_is_the_one_at_par() {
        account.givenNoPriorActivity()
                .when(statement("par", 0, position(MARCH_3, BETA, EUR, "1", null, null, "1")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        new BaseCurrencyStated(ACCOUNT, file("par"), edition(0), EUR, true),
                        new RatesStated(
                                ACCOUNT,
                                file("par"),
                                edition(0),
                                EUR,
                                List.of(new StatedRate(MARCH_3, EUR, FxRate.of("1"), 2))),
                        taken(
                                "par",
                                0,
                                new Position(
                                        BETA,
                                        EUR,
                                        Quantity.of("1"),
                                        null,
                                        null,
                                        null,
                                        null,
                                        FxRate.of("1"),
                                        List.of(2))),
                        new StatementRecorded(ACCOUNT, file("par"), null, 1, 0));
    }

    private static RatesStated rates(String file, int hours, int line) {
        return new RatesStated(
                ACCOUNT, file(file), edition(hours), null, List.of(new StatedRate(MARCH_3, USD, RATE, line)));
    }

    private static SnapshotTaken taken(String file, int hours, Position... positions) {
        return new SnapshotTaken(ACCOUNT, MARCH_3, Origin.REPORTED, file(file), edition(hours), List.of(positions));
    }

    private static Instrument named(String name) {
        return new Instrument("ALFA", null, name, null, null, null, null, null, null);
    }

    private static Position alfa(String quantity, String price, String cost, Integer... lines) {
        return held(ALFA, quantity, price, cost, lines);
    }

    private static Position held(Instrument instrument, String quantity, String price, String cost, Integer... lines) {
        return new Position(
                instrument,
                USD,
                Quantity.of(quantity),
                UnitPrice.of(price),
                null,
                Amount.of(cost),
                null,
                RATE,
                List.of(lines));
    }
}
