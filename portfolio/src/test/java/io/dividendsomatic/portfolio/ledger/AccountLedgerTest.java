package io.dividendsomatic.portfolio.ledger;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.instrument;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountLedgerTest {
    private static final LocalDate BUY = LocalDate.of(2031, 1, 10);
    private static final LocalDate PAID = LocalDate.of(2031, 1, 15);
    private static final LocalDate SALE = LocalDate.of(2031, 1, 20);
    private static final int ROUNDS = 100;

    /** A month as an Activity Statement tells it, order by order, without a number of the broker. */
    private static final List<Telling> STATEMENT = List.of(
            telling(
                    "a-deposit",
                    "activity",
                    1,
                    1,
                    new Deposit(movement(BUY, "10000", "USD", "Electronic Fund Transfer"))),
            telling(
                    "a-buy",
                    "activity",
                    1,
                    2,
                    trade(BUY, ALFA, "1000", "9.8")
                            .fee("1.5")
                            .order()
                            .at("10:30:00")
                            .row()),
            telling(
                    "a-sell",
                    "activity",
                    1,
                    3,
                    trade(SALE, ALFA, "-200", "10.2")
                            .fee("1")
                            .order()
                            .stating("78.7")
                            .row()),
            telling("a-dividend", "activity", 1, 4, dividend(PAID, ALFA, "84", "ALFA(US000000AA16) Cash Dividend")),
            telling(
                    "a-lieu",
                    "activity",
                    1,
                    5,
                    new PaymentInLieu(movement(PAID, "36", "USD", "ALFA Payment in Lieu"), ALFA, null, null, null)),
            telling("a-tax", "activity", 1, 6, new WithholdingTax(movement(PAID, "-18", "USD", "US Tax"), ALFA, null)),
            telling(
                    "a-split",
                    "activity",
                    1,
                    7,
                    action(SALE, Kind.SPLIT, BETA, "50").at("20:25:00").row()));

    /** The same month as a Flex report tells it, execution by execution, by ISIN alone. */
    private static final List<Telling> FLEX = List.of(
            telling("f-deposit", "flex", 2, 1, new Deposit(movement(BUY, "10000", "USD", "CASH RECEIPTS"))),
            telling("f-buy-1", "flex", 2, 2, flexTrade("600", "9.8", "1", "7", "0.9")),
            telling("f-buy-2", "flex", 2, 3, flexTrade("400", "9.8", "2", "7", "0.6")),
            telling(
                    "f-dividend",
                    "flex",
                    2,
                    4,
                    dividend(PAID, instrument(null, "US000000AA16"), "84", "CASH DIVIDEND")),
            telling(
                    "f-tax",
                    "flex",
                    2,
                    5,
                    new WithholdingTax(
                            movement(PAID, "-18", "USD", "CASH DIVIDEND - US TAX"),
                            instrument(null, "US000000AA16"),
                            null)));

    @Test
    void a_month_that_two_reports_tell_is_counted_once() {
        AccountLedger ledger = ledger(both());
        assertThat(ledger.bookings()).hasSize(8);
        assertThat(ledger.undecided()).isEmpty();
        assertThat(alfa(ledger).quantity()).isEqualTo(Quantity.of("800"));
        assertThat(alfa(ledger).cost()).isEqualTo(Amount.of("7841.2"));
        assertThat(ledger.fifo().gains()).singleElement().satisfies(gain -> {
            assertThat(gain.gain()).isEqualTo(Amount.of("78.7"));
            assertThat(gain.brokerStated()).isEqualTo(Amount.of("78.7"));
        });
        assertThat(ledger.cash().balanceAt(USD, SALE)).isEqualTo(Amount.of("2339.5"));
    }

    @Test
    void an_ordinary_dividend_and_its_payment_in_lieu_are_counted_once_each_and_taxed_once() {
        AccountLedger ledger = ledger(both());
        assertThat(ledger.cash().balanceAt(USD, PAID).plus(Amount.of("-10000")).plus(Amount.of("9801.5")))
                .isEqualTo(Amount.of("102"));
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        List<Telling> twice = both();
        twice.addAll(STATEMENT);
        assertThat(ledger(twice)).isEqualTo(ledger(both()));
    }

    @Test
    void a_split_of_units_whose_history_is_missing_says_so() {
        AccountLedger ledger = ledger(both());
        LotPosition beta = ledger.fifo().positions().values().stream()
                .filter(position -> position.key().instrument().equals(BETA.key()))
                .findFirst()
                .orElseThrow();
        assertThat(beta.open()).isTrue();
        assertThat(beta.cost()).isNull();
        assertThat(ledger.fifo().gaps()).hasSize(1);
    }

    @Test
    void the_order_of_the_tellings_does_not_matter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        AccountLedger ledger = ledger(both());
        for (int round = 0; round < ROUNDS; round++) {
            List<Telling> shuffled = both();
            Collections.shuffle(shuffled, random);
            assertThat(ledger(shuffled)).as("seed %d, round %d", seed, round).isEqualTo(ledger);
        }
    }

    private static Trade flexTrade(String quantity, String price, String number, String order, String fee) {
        return trade(BUY, instrument(null, "US000000AA16"), quantity, price)
                .numbered(number, order)
                .fee(fee)
                .row();
    }

    private static List<Telling> both() {
        List<Telling> all = new ArrayList<>(STATEMENT);
        all.addAll(FLEX);
        return all;
    }

    private static AccountLedger ledger(List<Telling> tellings) {
        return AccountLedger.of(tellings, LotRules.PLAIN, Map.of());
    }

    private static LotPosition alfa(AccountLedger ledger) {
        LotPosition position = ledger.fifo().positions().get(new PositionKey(ALFA.key(), USD));
        assertThat(position).isNotNull();
        return position;
    }
}
