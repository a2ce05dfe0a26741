package io.dividendsomatic.portfolio.ledger.transfers;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.booking;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static io.dividendsomatic.portfolio.ledger.Told.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport.Stated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Units that only a report of one account states go on to another account, which has a report of its own. */
class OpenedLotsTest {
    private static final AccountId SENDER = AccountId.parse("ibkr:U0000009");
    private static final AccountId RECEIVER = AccountId.parse("ibkr:U0000001");
    private static final LocalDate MOVED = JANUARY_10.plusDays(15);
    private static final LocalDate SOLD = MOVED.plusDays(30);
    private static final Map<AccountId, List<Booking>> BOOKINGS = Map.of(
            SENDER, List.of(booking("out", transfer(MOVED, ALFA, "-60", null))),
            RECEIVER,
                    List.of(
                            booking("in", transfer(MOVED, ALFA, "60", null)),
                            booking("sold", trade(SOLD, ALFA, "-70", "15").row())));

    @Test
    void the_receivers_report_leaves_what_the_arrived_lots_do_not_cost() {
        LotView receiver = receiver("900");
        assertThat(receiver.gaps()).isEmpty();
        assertThat(receiver.gains()).singleElement().satisfies(gain -> {
            assertThat(gain.cost())
                    .as("20 for the rest of 300, and 50 of 60 for 600")
                    .isEqualTo(Amount.of("800"));
            assertThat(gain.missing()).isEqualTo(Quantity.of("0"));
        });
    }

    @Test
    void what_the_arrived_lots_cost_more_than_the_report_states_leaves_the_rest_unknown() {
        assertThat(receiver("500").gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.cost()).isNull());
    }

    private static LotView receiver(String cost) {
        Map<AccountId, List<OpeningReport>> reports = Map.of(
                SENDER, List.of(report(JANUARY_10, "100", "1000")), RECEIVER, List.of(report(MOVED, "80", cost)));
        return Objects.requireNonNull(OpenedLots.fold(BOOKINGS, Method.FIFO, account -> LotRules.PLAIN, reports)
                .opened()
                .get(RECEIVER));
    }

    private static OpeningReport report(LocalDate day, String quantity, @Nullable String cost) {
        return new OpeningReport(
                day,
                null,
                List.of(new Stated(
                        ALFA, USD, Quantity.of(quantity), cost == null ? null : Amount.of(cost), List.of())));
    }
}
