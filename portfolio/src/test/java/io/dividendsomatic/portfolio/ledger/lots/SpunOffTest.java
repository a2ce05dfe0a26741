package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Costs of which a person decided how they are shared. */
class SpunOffTest {
    private static final LocalDate BOUGHT = JANUARY_10;
    private static final LocalDate DAY = JANUARY_10.plusDays(30);
    private static final LocalDate SOLD = JANUARY_10.plusDays(60);
    private static final StatementRow HUNDRED = trade(BOUGHT, ALFA, "100", "10").row();

    @Test
    void a_spin_off_takes_the_decided_part_of_the_cost_with_the_day_of_the_lots_it_comes_from() {
        StatementRow spun = action(DAY, Kind.SPIN_OFF, BETA, "25").of(ALFA).row();
        StatementRow unnamed = action(DAY, Kind.SPIN_OFF, BETA, "25").row();
        for (StatementRow row : List.of(spun, unnamed)) {
            LotView view = LotFold.fold(
                    bookings(HUNDRED, row, trade(SOLD, BETA, "-25", "8").row()),
                    Method.FIFO,
                    LotRules.PLAIN.sharing(shares("0.125")));
            assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("875"));
            assertThat(Objects.requireNonNull(position(view, ALFA).at(DAY)).cost())
                    .isEqualTo(Amount.of("875"));
            assertThat(view.gains().getFirst()).satisfies(gain -> {
                assertThat(gain.cost()).isEqualTo(Amount.of("125"));
                assertThat(gain.allocationUnknown()).isFalse();
                assertThat(gain.lotsUsed()).extracting(LotUse::date).containsExactly(BOUGHT);
            });
            assertThat(view.questions()).isEmpty();
        }
    }

    @Test
    void an_exchange_for_the_old_security_and_a_new_one_shares_as_decided() {
        StatementRow[] rows = {
            HUNDRED,
            action(DAY, Kind.MERGER, ALFA, "-100").event("9").row(),
            action(DAY, Kind.MERGER, ALFA, "100").event("9").row(),
            action(DAY, Kind.MERGER, BETA, "25").event("9").row()
        };
        LotView view = LotFold.fold(bookings(rows), Method.FIFO, LotRules.PLAIN.sharing(shares("0.3")));
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("700"));
        assertThat(position(view, BETA).cost()).isEqualTo(Amount.of("300"));
        assertThat(view.questions()).isEmpty();
    }

    @Test
    void two_decisions_that_differ_decide_nothing() {
        CostShares two = new CostShares(
                List.of(shares("0.1").all().getFirst(), shares("0.2").all().getFirst()));
        LotView view = LotFold.fold(
                bookings(
                        HUNDRED, action(DAY, Kind.SPIN_OFF, BETA, "25").of(ALFA).row()),
                Method.FIFO,
                LotRules.PLAIN.sharing(two));
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("1000"));
        assertThat(view.questions()).hasSize(2);
    }

    private static CostShares shares(String share) {
        return new CostShares(List.of(new CostShares.Of(ALFA.key(), BETA.key(), new BigDecimal(share))));
    }

    private static LotPosition position(LotView view, Instrument instrument) {
        return view.positions().values().stream()
                .filter(position -> position.key().instrument().equals(instrument.key()))
                .filter(position -> !position.days().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
