package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ACCOUNT;
import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.EUR;
import static io.dividendsomatic.portfolio.account.Telling.MARCH_3;
import static io.dividendsomatic.portfolio.account.Telling.USD;
import static io.dividendsomatic.portfolio.account.Telling.edition;
import static io.dividendsomatic.portfolio.account.Telling.file;
import static io.dividendsomatic.portfolio.account.Telling.recorded;
import static io.dividendsomatic.portfolio.account.Telling.statement;
import static io.dividendsomatic.portfolio.account.Transactions.total;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What an account keeps of figures that a file prints and that move nothing. */
class PrintedFiguresTest {
    private final FixtureConfiguration<Account> account = new AggregateTestFixture<>(Account.class);

    @Test
    void figures_check_and_are_never_booked() {
        account.givenNoPriorActivity()
                .when(statement("totals", 0, total("120"), total("120")))
                .expectEvents(
                        new AccountOpened(ACCOUNT),
                        new FiguresPrinted(
                                ACCOUNT,
                                file("totals"),
                                edition(0),
                                List.of(new StatementLine(2, total("120")), new StatementLine(3, total("120")))),
                        recorded("totals", 2, 0));
    }

    @Test
    void a_figure_printed_before_is_kept_again_and_counted_as_known() {
        account.givenCommands(statement("totals", 0, total("120")))
                .when(statement("more", 1, total("120.00"), total("121")))
                .expectEvents(
                        new FiguresPrinted(
                                ACCOUNT,
                                file("more"),
                                edition(1),
                                List.of(new StatementLine(2, total("120")), new StatementLine(3, total("121")))),
                        recorded("more", 1, 1));
    }

    @Test
    void a_figure_is_known_whatever_its_instrument_is_called() {
        Instrument renamed = new Instrument("ALF", ALFA.isin(), "ALFA TRUST", null, null, null, null, "STK", null);
        HoldingAfter printed = new HoldingAfter(MARCH_3, ALFA, Quantity.of("30"));
        HoldingAfter again = new HoldingAfter(MARCH_3, renamed, Quantity.of("30"));
        account.givenCommands(statement("march", 0, printed))
                .when(statement("april", 1, again))
                .expectEvents(
                        new FiguresPrinted(ACCOUNT, file("april"), edition(1), List.of(new StatementLine(2, again))),
                        recorded("april", 0, 1));
    }

    @Test
    void reference_rows_are_of_no_account() {
        account.givenNoPriorActivity()
                .when(statement("rates", 0, new ReferenceRate(MARCH_3, EUR, USD, FxRate.of("1.19"), "ECB")))
                .expectEvents(new AccountOpened(ACCOUNT), recorded("rates", 0, 0));
    }
}
