package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ACCOUNT;
import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.edition;
import static io.dividendsomatic.portfolio.account.Telling.file;
import static io.dividendsomatic.portfolio.account.Telling.recorded;
import static io.dividendsomatic.portfolio.account.Telling.statement;
import static io.dividendsomatic.portfolio.account.Transactions.dividend;
import static io.dividendsomatic.portfolio.account.Transactions.leg;
import static io.dividendsomatic.portfolio.account.Transactions.total;
import static io.dividendsomatic.portfolio.account.Transactions.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.account.FactsOfFile.Told;
import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed.Described;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class BookingTest {
    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void a_transaction_told_for_the_first_time_is_booked() {
        account.givenNoPriorActivity()
                .when(statement("march", 0, dividend("120")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        booked("march", 0, new Booked(fact(dividend("120"), 1), List.of(2), dividend("120"))),
                        recorded("march", 1, 0));
    }

    @Test
    void the_same_file_again_books_nothing() {
        account.givenCommands(statement("march", 0, dividend("120"), total("120")))
                .when(statement("march", 0, dividend("120"), total("120")))
                .expectNoEvents();
    }

    @Test
    void a_transaction_told_by_another_file_is_retold_with_its_own_line() {
        account.givenCommands(statement("march", 0, dividend("120")))
                .when(statement("april", 1, total("120"), dividend("120.00")))
                .expectEvents(
                        told(
                                "april",
                                1,
                                List.of(),
                                List.of(new Retold(fact(dividend("120"), 1), List.of(3))),
                                List.of()),
                        new FiguresPrinted(
                                ACCOUNT, file("april"), edition(1), List.of(new StatementLine(2, total("120")))),
                        recorded("april", 1, 1));
    }

    @Test
    void of_an_overlapping_file_only_what_is_new_is_booked() {
        account.givenCommands(statement("march", 0, dividend("120"), dividend("90")))
                .when(statement("april", 1, dividend("90"), dividend("60")))
                .expectEvents(
                        told(
                                "april",
                                1,
                                List.of(new Booked(fact(dividend("60"), 1), List.of(3), dividend("60"))),
                                List.of(new Retold(fact(dividend("90"), 1), List.of(2))),
                                List.of()),
                        recorded("april", 1, 1));
    }

    @Test
    void identical_rows_without_a_number_are_as_many_facts() {
        account.givenNoPriorActivity()
                .when(statement("twins", 0, dividend("120"), dividend("120")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        booked(
                                "twins",
                                0,
                                new Booked(fact(dividend("120"), 1), List.of(2), dividend("120")),
                                new Booked(fact(dividend("120"), 2), List.of(3), dividend("120"))),
                        recorded("twins", 2, 0));
    }

    @Test
    void of_identical_rows_over_two_files_the_greater_number_counts() {
        account.givenCommands(statement("two", 0, dividend("120"), dividend("120")))
                .when(statement("three", 1, dividend("120"), dividend("120"), dividend("120")))
                .expectEvents(
                        told(
                                "three",
                                1,
                                List.of(new Booked(fact(dividend("120"), 3), List.of(4), dividend("120"))),
                                List.of(
                                        new Retold(fact(dividend("120"), 1), List.of(2)),
                                        new Retold(fact(dividend("120"), 2), List.of(3))),
                                List.of()),
                        recorded("three", 1, 2));
    }

    @Test
    void a_corrected_figure_under_the_brokers_number_restates_the_fact() {
        account.givenCommands(statement("march", 0, dividend("8000000001", "120")))
                .when(statement("again", 5, dividend("8000000001", "102")))
                .expectEvents(
                        told(
                                "again",
                                5,
                                List.of(),
                                List.of(),
                                List.of(new Booked(
                                        fact(dividend("8000000001", "120"), 1),
                                        List.of(2),
                                        dividend("8000000001", "102")))),
                        recorded("again", 0, 1));
    }

    @Test
    void a_corrected_fact_told_once_more_as_it_was_is_retold() {
        account.givenCommands(
                        statement("march", 0, dividend("8000000001", "120")),
                        statement("again", 5, dividend("8000000001", "102")))
                .when(statement("late", 2, dividend("8000000001", "120")))
                .expectEvents(
                        told(
                                "late",
                                2,
                                List.of(),
                                List.of(new Retold(fact(dividend("8000000001", "120"), 1), List.of(2))),
                                List.of()),
                        recorded("late", 0, 1));
    }

    @Test
    void the_brokers_own_view_told_otherwise_is_kept_and_makes_no_new_fact() {
        Trade plain = trade(References.NONE, "-10", "10.5", null);
        Trade reckoned = trade(References.NONE, "-10", "10.5", "7");
        account.givenCommands(statement("march", 0, plain))
                .when(statement("gains", 1, reckoned))
                .expectEvents(
                        told(
                                "gains",
                                1,
                                List.of(),
                                List.of(),
                                List.of(new Booked(fact(plain, 1), List.of(2), reckoned))),
                        recorded("gains", 0, 1));
    }

    @Test
    void a_number_told_twice_in_one_file_is_one_fact_with_both_lines() {
        account.givenNoPriorActivity()
                .when(statement("twice", 0, dividend("8000000001", "120"), dividend("8000000001", "120.0")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        booked(
                                "twice",
                                0,
                                new Booked(
                                        fact(dividend("8000000001", "120"), 1),
                                        List.of(2, 3),
                                        dividend("8000000001", "120"))),
                        recorded("twice", 2, 0));
    }

    @Test
    void two_legs_under_one_number_are_two_facts_in_any_order_of_rows() {
        FxConversion euro = leg("7000000001", "-1000", "EUR");
        FxConversion dollar = leg("7000000001", "1100", "USD");
        List<FactId> facts = facts(List.of(euro, dollar));
        account.givenCommands(statement("march", 0, euro, dollar))
                .when(statement("turned", 1, dollar, euro))
                .expectEvents(
                        told(
                                "turned",
                                1,
                                List.of(),
                                List.of(
                                        new Retold(facts.getLast(), List.of(2)),
                                        new Retold(facts.getFirst(), List.of(3))),
                                List.of()),
                        recorded("turned", 0, 2));
    }

    @Test
    void an_instrument_list_completes_the_row_and_not_the_identity() {
        Instrument symbol = Instrument.ofSymbol("ALFA");
        CashDividend bare = new CashDividend(dividend("120").movement(), symbol, null, null, null);
        InstrumentDetail list = new InstrumentDetail(ALFA);
        account.givenCommands(statement("bare", 0, bare))
                .when(statement("listed", 1, bare, list))
                .expectEvents(
                        new InstrumentsDescribed(ACCOUNT, file("listed"), List.of(new Described(3, ALFA))),
                        told(
                                "listed",
                                1,
                                List.of(),
                                List.of(),
                                List.of(new Booked(fact(bare, 1), List.of(2), dividend("120")))),
                        recorded("listed", 1, 1));
    }

    @Test
    void a_long_file_is_told_in_several_events() {
        StatementRow[] rows = IntStream.rangeClosed(1, 2_001)
                .mapToObj(n -> n % 2 == 0 ? total("" + n) : dividend("" + n))
                .toArray(StatementRow[]::new);
        AccountState state = new AccountState();
        List<AccountEvent> first = Statements.decide(statement("half", 0, rows), state);
        assertThat(first.stream().map(BookingTest::size)).containsExactly(0, 1000, 1, 1000, 0);
        first.forEach(state::evolve);
        StatementRow[] more =
                IntStream.rangeClosed(1, 2_001).mapToObj(n -> dividend("" + n)).toArray(StatementRow[]::new);
        List<AccountEvent> second = Statements.decide(statement("whole", 0, more), state);
        assertThat(second.stream().map(BookingTest::size)).containsExactly(1000, 1000, 1, 0);
        assertThat(second.getLast()).isEqualTo(recorded("whole", 1000, 1001));
    }

    private static int size(AccountEvent event) {
        return switch (event) {
            case TransactionsBooked told ->
                told.booked().size() + told.retold().size() + told.restated().size();
            case FiguresPrinted printed -> printed.rows().size();
            default -> 0;
        };
    }

    private static FactId fact(StatementRow row, int ordinal) {
        return facts(Collections.nCopies(ordinal, row)).getLast();
    }

    private static List<FactId> facts(List<? extends StatementRow> rows) {
        return FactsOfFile.of(
                        ACCOUNT,
                        statement("any", 0, rows.toArray(StatementRow[]::new)).rows())
                .stream()
                .map(Told::fact)
                .toList();
    }

    private static TransactionsBooked booked(String file, int hours, Booked... booked) {
        return told(file, hours, List.of(booked), List.of(), List.of());
    }

    private static TransactionsBooked told(
            String file, int hours, List<Booked> booked, List<Retold> retold, List<Booked> restated) {
        return new TransactionsBooked(ACCOUNT, file(file), edition(hours), booked, retold, restated);
    }
}
