package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.bookings;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What options cost or brought moves into what is delivered for them. */
class ExercisesTest {
    private static final LocalDate DAY = JANUARY_10.plusDays(7);
    private static final Instrument CALL = option("ALFA  310117C00020000");
    private static final Instrument PUT = option("ALFA 17JAN31 20 P");

    @Test
    void an_exercised_call_is_part_of_what_the_shares_cost() {
        LotView view = fold(
                option(JANUARY_10, CALL, "2", "-300"),
                option(DAY, CALL, "-2", "0", "C", "Ex"),
                trade(DAY, ALFA, "200", "20").fee("1").coded("O", "Ex").row());
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("4301"));
        assertThat(position(view, CALL).quantity()).isEqualTo(Quantity.of("0"));
        assertThat(view.gains()).isEmpty();
        assertThat(view.departures()).hasSize(1);
    }

    @Test
    void an_exercised_put_lessens_what_the_shares_brought() {
        LotView view = fold(
                trade(JANUARY_10, ALFA, "100", "15").row(),
                option(JANUARY_10, PUT, "1", "-80"),
                option(DAY, PUT, "-1", "0", "C", "Ex"),
                trade(DAY, ALFA, "-100", "20").coded("C", "Ex").row());
        assertThat(view.gains()).singleElement().satisfies(gain -> {
            assertThat(gain.proceeds()).isEqualTo(Amount.of("1920"));
            assertThat(gain.gain()).isEqualTo(Amount.of("420"));
        });
    }

    @Test
    void a_written_call_that_is_assigned_adds_to_what_the_shares_brought() {
        LotView view = fold(
                trade(JANUARY_10, ALFA, "100", "15").row(),
                option(JANUARY_10, CALL, "-1", "120", "O"),
                option(DAY, CALL, "1", "0", "A", "C"),
                trade(DAY, ALFA, "-100", "20").coded("A", "C").row());
        assertThat(view.gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.gain()).isEqualTo(Amount.of("620")));
    }

    @Test
    void a_written_put_that_is_assigned_lessens_what_the_shares_cost() {
        LotView view = fold(
                option(JANUARY_10, PUT, "-1", "120", "O"),
                option(DAY, PUT, "1", "0", "A", "C"),
                trade(DAY, ALFA, "100", "20").coded("A", "O").row());
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("1880"));
    }

    @Test
    void several_options_of_one_delivery_are_delivered_together() {
        LotView view = fold(
                option(JANUARY_10, CALL, "3", "-300"),
                option(DAY, CALL, "-1", "0", "Ex"),
                option(DAY, CALL, "-2", "0", "Ex"),
                trade(DAY, ALFA, "300", "20").row());
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("6300"));
    }

    @Test
    void an_option_that_expires_realizes_what_it_cost() {
        LotView view = fold(option(JANUARY_10, CALL, "2", "-300"), option(DAY, CALL, "-2", "0", "Ep"));
        assertThat(view.gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.gain()).isEqualTo(Amount.of("-300")));
    }

    @Test
    void an_option_that_is_settled_in_money_realizes_it() {
        LotView view = fold(
                option(JANUARY_10, CALL, "1", "-300"),
                option(DAY, CALL, "-1", "450", "Ex"),
                trade(DAY, ALFA, "100", "21").row());
        assertThat(view.gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.gain()).isEqualTo(Amount.of("150")));
        assertThat(position(view, ALFA).cost()).isEqualTo(Amount.of("2100"));
    }

    @Test
    void contracts_that_end_open_nothing_and_are_a_gap_where_no_file_tells_them() {
        LotView view = fold(
                option(DAY, CALL, "-6", "0", "Ex"),
                trade(DAY, ALFA, "600", "20").row());
        assertThat(position(view, CALL).quantity()).isEqualTo(Quantity.of("0"));
        assertThat(view.gaps()).singleElement().extracting(Gap::quantity).isEqualTo(Quantity.of("6"));
        assertThat(position(view, ALFA).cost()).isNull();
    }

    private static Instrument option(String symbol) {
        return new Instrument(symbol, null, null, null, null, null, null, "OPT", new BigDecimal("100"));
    }

    private static Trade option(LocalDate day, Instrument option, String contracts, String proceeds, String... codes) {
        Trade row = trade(day, option, contracts, "0").coded(codes).row();
        return new Trade(
                row.when(),
                option,
                row.quantity(),
                USD,
                null,
                Amount.of(proceeds),
                row.costs(),
                null,
                null,
                null,
                null,
                row.level(),
                row.codes(),
                null,
                row.references());
    }

    private static LotView fold(StatementRow... rows) {
        return LotFold.fold(bookings(rows), Method.FIFO, LotRules.PLAIN);
    }

    private static LotPosition position(LotView view, Instrument instrument) {
        LotPosition position = view.positions().get(new PositionKey(instrument.key(), USD));
        assertThat(position).isNotNull();
        return position;
    }
}
