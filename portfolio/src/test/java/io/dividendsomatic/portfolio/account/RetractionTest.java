package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ACCOUNT;
import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.edition;
import static io.dividendsomatic.portfolio.account.Telling.file;
import static io.dividendsomatic.portfolio.account.Telling.position;
import static io.dividendsomatic.portfolio.account.Telling.recorded;
import static io.dividendsomatic.portfolio.account.Telling.statement;
import static io.dividendsomatic.portfolio.account.Transactions.dividend;
import static io.dividendsomatic.portfolio.account.Transactions.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.RestoreStatement;
import io.dividendsomatic.portfolio.statement.RetractStatement;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetractionTest {
    private FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @BeforeEach
    void open() {
        account = new AggregateTestFixture<>(Account.class);
    }

    @Test
    void a_retracted_file_tells_how_much_of_it_others_tell_too() {
        account.givenCommands(
                        statement("year", 0, dividend("4"), dividend("5"), total("9")),
                        statement("month", 0, dividend("4"), total("4")))
                .when(retract("year"))
                .expectEvents(new StatementRetracted(ACCOUNT, file("year"), RetractionCause.FILE_RETRACTED, 2, 1));
    }

    @Test
    void the_positions_of_a_day_are_one_fact_and_the_rate_of_the_day_another() {
        account.givenCommands(
                        statement("march", 0, position(ALFA, "1000", "10.5", "9800")),
                        statement("april", 5, position(ALFA, "1000", "10.5", "9800")))
                .when(retract("march"))
                .expectEvents(new StatementRetracted(ACCOUNT, file("march"), RetractionCause.FILE_RETRACTED, 0, 2));
    }

    @Test
    void to_retract_a_file_twice_is_nothing_new() {
        account.givenCommands(statement("march", 0, dividend("4")), retract("march"))
                .when(retract("march"))
                .expectNoEvents();
    }

    @Test
    void a_file_that_was_never_recorded_cannot_be_retracted_nor_restored() {
        account.givenCommands(statement("march", 0, dividend("4")))
                .when(retract("april"))
                .expectException(NeverRecorded.class)
                .expectNoEvents();
        account.givenCommands(statement("march", 0, dividend("4")))
                .when(restore("april"))
                .expectException(NeverRecorded.class)
                .expectNoEvents();
    }

    @Test
    void a_retraction_can_be_undone_once() {
        account.givenCommands(statement("march", 0, dividend("4")), retract("march"))
                .when(restore("march"))
                .expectEvents(new StatementRestored(ACCOUNT, file("march")));
        account.givenCommands(statement("march", 0, dividend("4")), retract("march"), restore("march"))
                .when(restore("march"))
                .expectNoEvents();
    }

    @Test
    void the_same_file_told_again_while_it_is_retracted_changes_nothing() {
        account.givenCommands(statement("march", 0, dividend("4")), retract("march"))
                .when(statement("march", 0, dividend("4")))
                .expectNoEvents();
    }

    @Test
    void what_only_a_retracted_file_had_told_is_new_and_keeps_its_identity() {
        account.givenCommands(statement("bad", 0, dividend("4")), retract("bad"))
                .when(statement("corrected", 1, dividend("4")))
                .expectEvents(
                        new TransactionsBooked(
                                ACCOUNT,
                                file("corrected"),
                                edition(1),
                                List.of(),
                                List.of(new Retold(identityOf(dividend("4")), List.of(2))),
                                List.of()),
                        recorded("corrected", 1, 0));
    }

    @Test
    void a_day_that_only_a_retracted_file_had_told_keeps_its_version_and_is_new() {
        AccountState state = new AccountState();
        tell(state, statement("bad", 0, position(ALFA, "1000", "10.5", "9800")));
        Retractions.decide(retract("bad"), state).forEach(state::evolve);

        List<AccountEvent> events =
                Statements.decide(statement("good", 1, position(ALFA, "1000", "10.5", "9800")), state);
        assertThat(events).anyMatch(event -> event instanceof SnapshotConfirmed same && same.version() == 1);
        assertThat(events.getLast()).isEqualTo(recorded("good", 1, 0));
    }

    @Test
    void another_reading_of_a_file_takes_the_place_of_the_one_before() {
        account.givenCommands(statement("march", 0, dividend("4"), dividend("5")))
                .when(reading(2, statement("march", 0, dividend("4"))))
                .expectEvents(
                        new StatementRetracted(ACCOUNT, file("march"), RetractionCause.READ_ANEW, 2, 0),
                        new TransactionsBooked(
                                ACCOUNT,
                                file("march"),
                                edition(0),
                                List.of(),
                                List.of(new Retold(identityOf(dividend("4")), List.of(2))),
                                List.of()),
                        new StatementRecorded(ACCOUNT, file("march"), null, 1, 0, 2));
    }

    @Test
    void a_reading_is_recorded_once() {
        account.givenCommands(statement("march", 0, dividend("4")), reading(2, statement("march", 0, dividend("5"))))
                .when(reading(2, statement("march", 0, dividend("5"))))
                .expectNoEvents();
    }

    @Test
    void a_retracted_file_that_was_read_anew_is_restored_as_it_was_read_last() {
        AccountState state = new AccountState();
        tell(state, statement("march", 0, dividend("4")));
        tell(state, reading(2, statement("march", 0, dividend("5"))));
        Retractions.decide(retract("march"), state).forEach(state::evolve);
        Retractions.decide(restore("march"), state).forEach(state::evolve);

        assertThat(state.hasBooked(identityOf(dividend("5")))).isTrue();
        assertThat(state.hasBooked(identityOf(dividend("4")))).isFalse();
        assertThat(state.toldBy(file("march"))).isEqualTo(1);
    }

    private static void tell(AccountState state, RecordStatement statement) {
        Retractions.ofEarlierReading(statement, state).forEach(state::evolve);
        List<AccountEvent> events = Statements.decide(statement, state);
        events.forEach(state::evolve);
    }

    private static FactId identityOf(StatementRow row) {
        return FactsOfFile.of(ACCOUNT, statement("any", 0, row).rows())
                .getFirst()
                .fact();
    }

    private static RecordStatement reading(int number, RecordStatement first) {
        return new RecordStatement(
                first.account(), first.file(), first.edition(), first.period(), first.rows(), first.shared(), number);
    }

    private static RetractStatement retract(String file) {
        return new RetractStatement(ACCOUNT, file(file), RetractionCause.FILE_RETRACTED);
    }

    private static RestoreStatement restore(String file) {
        return new RestoreStatement(ACCOUNT, file(file));
    }
}
