package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.BETA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.action;
import static io.dividendsomatic.portfolio.ledger.Told.booking;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.ledger.Told.TradeRow;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain.Side;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LotSumsTest {
    private static final int ROUNDS = 300;

    @Test
    void the_lots_sum_up_to_what_was_bought_and_sold() {
        rounds((view, bookings) -> view.positions().values().forEach(position -> {
            BigDecimal traded = trades(bookings)
                    .filter(trade ->
                            trade.instrument().key().equals(position.key().instrument()))
                    .map(trade -> trade.quantity().value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(position.quantity().value()).isEqualByComparingTo(traded);
            assertThat(Objects.requireNonNull(position.days().getLast()).quantity())
                    .isEqualTo(position.quantity());
            assertThat(position.days().stream()
                            .map(day -> day.change().value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(traded);
        }));
    }

    @Test
    void what_was_realized_and_what_remains_is_exactly_what_all_trades_moved() {
        rounds((view, bookings) -> {
            BigDecimal moved = trades(bookings)
                    .map(trade -> value(trade.proceeds())
                            .add(value(
                                    Objects.requireNonNull(trade.costs().fee()).amount())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal gains =
                    view.gains().stream().map(gain -> value(gain.gain())).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal open = view.positions().values().stream()
                    .map(position -> value(position.cost()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(gains.subtract(open)).isEqualByComparingTo(moved);
        });
    }

    @Test
    void every_gain_is_proceeds_less_cost_and_its_lots_are_its_cost() {
        rounds((view, bookings) -> view.gains().forEach(gain -> {
            assertThat(value(gain.gain()))
                    .isEqualByComparingTo(value(gain.proceeds()).subtract(value(gain.cost())));
            BigDecimal lots =
                    gain.lotsUsed().stream().map(use -> value(use.cost())).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(gain.side() == Side.LONG ? gain.cost() : gain.proceeds()).isEqualTo(new Amount(lots.abs()));
        }));
    }

    @Test
    void a_split_and_an_exchange_lose_no_cost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Booking> bookings = new ArrayList<>();
            BigDecimal units = BigDecimal.ZERO;
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                TradeRow buy = purchase(random, JANUARY_10.plusDays(i));
                bookings.add(booking("buy " + i, buy.row()));
                units = units.add(buy.row().quantity().value());
            }
            LocalDate split = JANUARY_10.plusDays(20);
            String more = String.valueOf(1 + random.nextInt(50));
            bookings.add(booking("split", action(split, Kind.SPLIT, ALFA, more).row()));
            String all = units.add(new BigDecimal(more)).negate().toPlainString();
            bookings.add(booking(
                    "out",
                    action(split.plusDays(1), Kind.MERGER, ALFA, all).event("1").row()));
            bookings.add(booking(
                    "in",
                    action(split.plusDays(1), Kind.MERGER, BETA, "7.7")
                            .event("1")
                            .row()));
            for (Method method : Method.values()) {
                LotView view = LotFold.fold(bookings, method, LotRules.PLAIN);
                BigDecimal paid = trades(bookings)
                        .map(trade -> value(trade.proceeds())
                                .add(value(Objects.requireNonNull(trade.costs().fee())
                                        .amount())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .negate();
                LotPosition beta = view.positions().get(new PositionKey(BETA.key(), USD));
                assertThat(beta).as("seed %d, round %d", seed, round).isNotNull();
                assertThat(value(beta.cost()))
                        .as("seed %d, round %d", seed, round)
                        .isEqualByComparingTo(paid);
                assertThat(beta.quantity().value()).isEqualByComparingTo("7.7");
            }
        }
    }

    /** What holds of a view and of the bookings that it was folded from. */
    private interface Law {
        void check(LotView view, List<Booking> bookings);
    }

    private static void rounds(Law law) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LotRules rules =
                new LotRules(Instrument::key, Naming.AS_TOLD, instrument -> true, Map.of(), List.of(), CostShares.NONE);
        for (int round = 0; round < ROUNDS; round++) {
            List<Booking> bookings = bookings(random);
            for (Method method : Method.values()) {
                LotView view = LotFold.fold(bookings, method, rules);
                List<Booking> shuffled = new ArrayList<>(bookings);
                Collections.shuffle(shuffled, random);
                assertThat(LotFold.fold(shuffled, method, rules))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(view);
                try {
                    law.check(view, bookings);
                } catch (AssertionError e) {
                    throw new AssertionError("seed %d, round %d".formatted(seed, round), e);
                }
            }
        }
    }

    private static List<Booking> bookings(Random random) {
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            bookings.add(booking(
                    "trade " + i,
                    purchase(random, JANUARY_10.plusDays(random.nextInt(5))).row()));
            bookings.add(booking(
                    "sale " + i,
                    sale(random, JANUARY_10.plusDays(random.nextInt(9))).row()));
        }
        return bookings;
    }

    private static TradeRow purchase(Random random, LocalDate day) {
        return trade(day, ALFA, units(random), "9." + random.nextInt(1000)).fee("0." + (1 + random.nextInt(99)));
    }

    private static TradeRow sale(Random random, LocalDate day) {
        return trade(day, ALFA, "-" + units(random), "9." + random.nextInt(1000))
                .fee("0." + (1 + random.nextInt(99)));
    }

    private static String units(Random random) {
        return (1 + random.nextInt(9)) + (random.nextBoolean() ? "." + (1 + random.nextInt(999)) : "");
    }

    private static Stream<Trade> trades(List<Booking> bookings) {
        return bookings.stream()
                .filter(booking -> booking.row() instanceof Trade)
                .map(booking -> (Trade) booking.row());
    }

    private static BigDecimal value(@Nullable Amount amount) {
        return Objects.requireNonNull(amount).value();
    }
}
