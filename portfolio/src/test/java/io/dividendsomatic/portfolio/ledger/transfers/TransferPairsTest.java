package io.dividendsomatic.portfolio.ledger.transfers;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.booking;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static io.dividendsomatic.portfolio.ledger.Told.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.LotUse;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransferPairsTest {
    private static final AccountId IBKR = AccountId.parse("ibkr:U0000001");
    private static final AccountId NORDNET = AccountId.parse("nordnet:10000001");

    @Test
    void a_leg_out_and_a_leg_in_of_the_same_units_are_one_transfer() {
        TransferPairs pairs = pairs(
                List.of(out("out", 0, ALFA, "-10"), out("stays", 0, BETA, "-10")), List.of(in("in", 5, ALFA, "10")));
        assertThat(pairs.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.out().account()).isEqualTo(IBKR);
            assertThat(pair.in().account()).isEqualTo(NORDNET);
        });
        assertThat(pairs.unpaired())
                .singleElement()
                .satisfies(open -> assertThat(open.leg().row().instrument()).isEqualTo(BETA));
    }

    @Test
    void legs_further_apart_than_the_window_stay_alone() {
        assertThat(pairs(List.of(out("out", 0, ALFA, "-10")), List.of(in("in", 11, ALFA, "10")))
                        .unpaired())
                .hasSize(2);
    }

    @Test
    void of_two_possible_legs_the_nearer_one_pairs() {
        TransferPairs pairs = pairs(
                List.of(out("out", 0, ALFA, "-10")), List.of(in("far", 9, ALFA, "10"), in("near", -2, ALFA, "10")));
        assertThat(pairs.pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.in().row().date()).isEqualTo(JANUARY_10.minusDays(2)));
        assertThat(pairs.unpaired()).hasSize(1);
    }

    @Test
    void two_equal_legs_of_a_day_for_one_are_a_choice_that_nobody_made() {
        TransferPairs pairs =
                pairs(List.of(out("a", 0, ALFA, "-10"), out("b", 0, ALFA, "-10")), List.of(in("in", 3, ALFA, "10")));
        assertThat(pairs.pairs()).isEmpty();
        assertThat(pairs.unpaired())
                .hasSize(3)
                .satisfiesOnlyOnce(open -> assertThat(open.candidates())
                        .extracting(leg -> leg.booking().id())
                        .containsExactlyInAnyOrder(fact("a"), fact("b")));
    }

    @Test
    void legs_of_two_accounts_for_one_are_a_choice_that_nobody_made() {
        AccountId third = AccountId.parse("lynx:900");
        Map<AccountId, List<Booking>> accounts = Map.of(
                IBKR,
                List.of(out("a", 0, ALFA, "-10")),
                third,
                List.of(out("b", 0, ALFA, "-10")),
                NORDNET,
                List.of(in("in", 3, ALFA, "10")));
        assertThat(TransferPairs.of(accounts, account -> Instrument::key).pairs())
                .isEmpty();
    }

    @Test
    void as_many_legs_of_one_day_in_as_out_pair_since_it_is_the_same_whichever_is_which() {
        TransferPairs pairs = pairs(
                List.of(out("a", 0, ALFA, "-10"), out("b", 0, ALFA, "-10")),
                List.of(in("c", 3, ALFA, "10"), in("d", 3, ALFA, "10")));
        assertThat(pairs.pairs()).hasSize(2);
        assertThat(pairs.unpaired()).isEmpty();
    }

    @Test
    void legs_of_one_account_never_pair() {
        assertThat(pairs(List.of(out("out", 0, ALFA, "-10"), in("in", 0, ALFA, "10")), List.of())
                        .unpaired())
                .hasSize(2);
    }

    @Test
    void lots_arrive_with_the_dates_and_costs_with_which_they_left() {
        Map<AccountId, List<Booking>> accounts = Map.of(
                IBKR,
                List.of(
                        booking(
                                "buy",
                                trade(JANUARY_10.minusDays(90), ALFA, "10", "10")
                                        .fee("1")
                                        .row()),
                        out("out", 0, ALFA, "-10")),
                NORDNET,
                List.of(
                        in("in", 3, ALFA, "10"),
                        booking(
                                "sell",
                                trade(JANUARY_10.plusDays(30), ALFA, "-10", "12")
                                        .row())));
        Map<AccountId, LotView> views = TravellingLots.fold(accounts, Method.FIFO, account -> LotRules.PLAIN);
        LotView nordnet = views.get(NORDNET);
        assertThat(nordnet).isNotNull();
        assertThat(nordnet.gains()).singleElement().satisfies(gain -> {
            assertThat(gain.gain()).isEqualTo(Amount.of("19"));
            assertThat(gain.lotsUsed()).extracting(LotUse::date).containsExactly(JANUARY_10.minusDays(90));
        });
        assertThat(nordnet.positions()).containsOnlyKeys(new PositionKey(ALFA.key(), USD));
    }

    @Test
    void each_account_has_its_own_names_for_what_is_transferred() {
        Instrument byNumber = new Instrument(null, null, null, "100001", null, null, null, null, null);
        LotRules knowing = LotRules.PLAIN.identifying(named -> named.equals(byNumber) ? ALFA.key() : named.key());
        Map<AccountId, List<Booking>> accounts = Map.of(
                IBKR,
                List.of(
                        booking(
                                "buy",
                                trade(JANUARY_10.minusDays(90), byNumber, "10", "10")
                                        .row()),
                        out("out", 0, byNumber, "-10")),
                NORDNET,
                List.of(in("in", 3, ALFA, "10")));

        LotView view = TravellingLots.fold(
                        accounts, Method.FIFO, account -> account.equals(IBKR) ? knowing : LotRules.PLAIN)
                .get(NORDNET);
        assertThat(view).isNotNull();
        assertThat(view.positions().values()).singleElement().satisfies(position -> {
            assertThat(position.key().instrument()).isEqualTo(ALFA.key());
            assertThat(position.lots()).singleElement().satisfies(lot -> {
                assertThat(lot.date()).isEqualTo(JANUARY_10.minusDays(90));
                assertThat(lot.cost()).isEqualTo(Amount.of("100"));
            });
        });
        assertThat(TransferPairs.of(accounts, account -> Instrument::key).pairs())
                .isEmpty();
    }

    private static Booking out(String name, int days, Instrument instrument, String quantity) {
        return booking(name, transfer(JANUARY_10.plusDays(days), instrument, quantity, null));
    }

    private static Booking in(String name, int days, Instrument instrument, String quantity) {
        return out(name, days, instrument, quantity);
    }

    private static TransferPairs pairs(List<Booking> ibkr, List<Booking> nordnet) {
        return TransferPairs.of(Map.of(IBKR, ibkr, NORDNET, nordnet), account -> Instrument::key);
    }
}
