package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a statement tells in its own currency, a query in that currency with its rate, and two histories converted, is
 * told once, whatever identities it has by its account, and whichever of these files there are.
 */
class ToldByManyTest {
    private static final int ROUNDS = 200;
    private static final LocalDate JANUARY_2 = LocalDate.of(2031, 1, 2);

    /** One way in which a file tells money: how much, the rate and the number beside it. */
    private record Way(
            String file,
            String amount,
            String currency,
            @Nullable String rate,
            @Nullable String number) {
        CashMovement movement(String words) {
            return new CashMovement(
                    JANUARY_10,
                    Money.of(amount, currency),
                    null,
                    rate == null ? null : FxRate.of(rate),
                    words,
                    References.ofTransaction(number));
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way("statement", "-7.5", "USD", null, null),
            new Way("query", "-7.5", "USD", "0.9", "112"),
            new Way("history", "-6.75", "EUR", null, null),
            new Way("actions", "-6.75", "EUR", "1", "112"));

    /** The kinds of money; what only some of the files state of a payment, such as its ex date, only these do. */
    private static final List<BiFunction<Way, String, StatementRow>> KINDS = List.of(
            (way, words) -> new WithholdingTax(way.movement(words), ALFA, null),
            (way, words) -> new CashDividend(way.movement(words), ALFA, exDate(way), perShare(way), null),
            (way, words) -> new PaymentInLieu(way.movement(words), ALFA, exDate(way), perShare(way), null),
            (way, words) -> new Fee(way.movement(words), null, null),
            (way, words) -> new Interest(way.movement(words), null));

    private static @Nullable LocalDate exDate(Way way) {
        return way.file().equals("query") ? JANUARY_2 : null;
    }

    private static @Nullable UnitPrice perShare(Way way) {
        return way.file().equals("actions") ? null : UnitPrice.of("0.5");
    }

    @Test
    void money_of_every_kind_is_one_booking_with_every_line_in_the_currency_in_which_it_moved() {
        everyRound((random, name) -> {
            BiFunction<Way, String, StatementRow> kind = KINDS.get(random.nextInt(KINDS.size()));
            List<Telling> tellings = new ArrayList<>();
            for (Way way : some(random)) {
                String words = random.nextBoolean() ? "ALFA pays" : "ALFA PAYS " + way.file();
                tellings.add(telling(identity(way, random), way.file(), random.nextInt(3), 1, kind.apply(way, words)));
            }
            Collections.shuffle(tellings, random);
            Booking booking = only(tellings, name);
            assertThat(RowView.of(booking.row()).movement())
                    .as(name)
                    .extracting(CashMovement::amount)
                    .isEqualTo(Money.of("-7.5", "USD"));
        });
    }

    /** A number gives one identity to all rows that bear it, as it is without a number one of the content. */
    private static String identity(Way way, Random random) {
        return way.number() == null ? "row " + random.nextInt() : "numbered";
    }

    /** The query among them, since without its rate only words can tell. */
    private static List<Way> some(Random random) {
        return WAYS.stream()
                .filter(way -> way.file().equals("query") || random.nextInt(4) > 0)
                .toList();
    }

    @Test
    void two_equal_payments_that_each_file_tells_are_two() {
        everyRound((random, name) -> {
            List<Telling> tellings = new ArrayList<>();
            for (Way way : WAYS) {
                for (int line = 1; line <= 2; line++) {
                    String number = way.number() == null ? null : way.number() + line;
                    Way one = new Way(way.file(), way.amount(), way.currency(), way.rate(), number);
                    String identity = number == null ? "row " + random.nextInt() : number;
                    tellings.add(telling(
                            identity, way.file(), 0, line, new WithholdingTax(one.movement("tax"), ALFA, null)));
                }
            }
            Collections.shuffle(tellings, random);
            assertThat(Matching.match(tellings, Instrument::key).bookings())
                    .as(name)
                    .hasSize(2)
                    .allSatisfy(booking -> assertThat(booking.sources()).hasSize(4));
        });
    }

    @Test
    void a_trade_is_one_also_where_one_file_tells_no_price_and_another_one_tells_it_converted() {
        Trade priced = trade(JANUARY_10, ALFA, "5", "9").row();
        Trade other = trade(JANUARY_10, ALFA, "5", "9").in(EUR).row();
        List<StatementRow> rows = List.of(priced, unpriced(priced), proceeds(other, "-40.5"));
        everyRound((random, name) -> {
            List<Telling> tellings = new ArrayList<>();
            for (StatementRow row : rows) {
                tellings.add(telling("row " + random.nextInt(), "file " + tellings.size(), row));
            }
            only(tellings, name);
        });
    }

    private static Trade unpriced(Trade trade) {
        return new Trade(
                TradeTime.on(JANUARY_10),
                trade.instrument(),
                trade.quantity(),
                trade.currency(),
                null,
                trade.proceeds(),
                trade.costs(),
                null,
                null,
                null,
                null,
                trade.level(),
                List.of(),
                null,
                References.NONE);
    }

    private static Trade proceeds(Trade trade, String amount) {
        return new Trade(
                TradeTime.on(JANUARY_10),
                trade.instrument(),
                trade.quantity(),
                trade.currency(),
                trade.price(),
                Amount.of(amount),
                trade.costs(),
                null,
                null,
                null,
                null,
                trade.level(),
                List.of(),
                null,
                References.NONE);
    }

    private static Booking only(List<Telling> tellings, String name) {
        Matching.Matched matched = Matching.match(tellings, Instrument::key);
        assertThat(matched.bookings()).as(name).hasSize(1);
        assertThat(matched.questions()).as(name).isEmpty();
        Booking booking = matched.bookings().getFirst();
        assertThat(booking.sources())
                .as(name)
                .hasSameElementsAs(tellings.stream().flatMap(Telling::sources).toList());
        return booking;
    }

    private interface Round {
        void play(Random random, String name);
    }

    private static void everyRound(Round round) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Stream.iterate(1, number -> number + 1)
                .limit(ROUNDS)
                .forEach(number -> round.play(random, "seed %d, round %d".formatted(seed, number)));
    }
}
