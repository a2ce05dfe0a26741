package io.dividendsomatic.portfolio.ledger.lots;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.USD;
import static io.dividendsomatic.portfolio.ledger.Told.booking;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Told.TradeRow;
import io.dividendsomatic.portfolio.ledger.lots.OpeningReport.Stated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningReportTest {
    private static final LocalDate REPORTED = JANUARY_10.plusDays(10);
    private static final LocalDate LATER = REPORTED.plusDays(10);
    private static final FileId FILE = FileId.of(new byte[] {7});

    @Test
    void units_that_no_booking_brought_are_sold_for_the_cost_that_the_broker_states() {
        LotView view = view(Method.FIFO, List.of(stated(USD, "10", "100", 3)), trade(LATER, ALFA, "-4", "12"));
        assertThat(view.gaps()).isEmpty();
        assertThat(view.gains()).singleElement().satisfies(gain -> {
            assertThat(gain.gain()).isEqualTo(Amount.of("8"));
            assertThat(gain.missing()).isEqualTo(Quantity.of("0"));
            assertThat(gain.lotsUsed())
                    .containsExactly(new LotUse(
                            REPORTED, Quantity.of("4"), Amount.of("40"), new Opening(List.of(new SourceRef(FILE, 3)))));
        });
    }

    @Test
    void without_a_stated_cost_the_gain_is_unknown_and_the_units_are_there() {
        LotView view = view(Method.FIFO, List.of(stated(USD, "10", null, 3)), trade(LATER, ALFA, "-4", "12"));
        assertThat(view.gaps()).isEmpty();
        assertThat(view.gains()).singleElement().satisfies(gain -> {
            assertThat(gain.gain()).isNull();
            assertThat(gain.cost()).isNull();
            assertThat(gain.missing()).isEqualTo(Quantity.of("0"));
        });
    }

    @Test
    void what_bookings_tell_is_no_opening_and_leaves_the_rest_of_units_and_cost() {
        List<Stated> report = List.of(stated(USD, "10", "100", 3));
        assertThat(opened(report, trade(JANUARY_10, ALFA, "10", "9"))).isEmpty();
        assertThat(opened(report, trade(JANUARY_10, ALFA, "4", "9")))
                .singleElement()
                .satisfies(rest -> {
                    assertThat(rest.quantity()).isEqualTo(Quantity.of("6"));
                    assertThat(rest.cost()).isEqualTo(Amount.of("64"));
                });
        assertThat(opened(report, trade(JANUARY_10, ALFA, "4", "26")))
                .as("the others alone cost more than all")
                .singleElement()
                .satisfies(rest -> assertThat(rest.cost()).isNull());
    }

    @Test
    void they_go_before_those_that_are_told_since_they_had_come_before() {
        TradeRow[] trades = {trade(JANUARY_10, ALFA, "4", "9"), trade(LATER, ALFA, "-6", "20")};
        List<Stated> report = List.of(stated(USD, "10", "100", 3));
        assertThat(view(Method.FIFO, report, trades).gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.cost()).isEqualTo(Amount.of("64")));
        assertThat(view(Method.AVERAGE, report, trades).gains()).singleElement().satisfies(gain -> {
            assertThat(gain.cost()).isEqualTo(Amount.of("60"));
            assertThat(gain.lotsUsed().getFirst().opening()).isNotNull();
        });
    }

    @Test
    void what_went_before_the_report_is_still_missing() {
        LotView view = view(Method.FIFO, List.of(stated(USD, "10", "100", 3)), trade(JANUARY_10, ALFA, "-4", "12"));
        assertThat(view.gaps()).hasSize(1);
        assertThat(view.gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.missing()).isEqualTo(Quantity.of("4")));
    }

    @Test
    void a_short_position_is_opened_short() {
        LotView view = view(Method.FIFO, List.of(stated(USD, "-10", "-100", 3)), trade(LATER, ALFA, "10", "8"));
        assertThat(view.gains()).singleElement().satisfies(gain -> {
            assertThat(gain.side()).isEqualTo(RealizedGain.Side.SHORT);
            assertThat(gain.gain()).isEqualTo(Amount.of("20"));
        });
    }

    @Test
    void lines_of_one_position_are_one_lot_and_more_than_stated_or_the_other_side_is_none() {
        assertThat(opened(List.of(stated(USD, "4", "40", 3), stated(USD, "6", "60", 4))))
                .singleElement()
                .satisfies(whole -> {
                    assertThat(whole.cost()).isEqualTo(Amount.of("100"));
                    assertThat(whole.opening()).isNotNull();
                });
        List<Stated> report = List.of(stated(USD, "4", "40", 3));
        assertThat(opened(report, trade(JANUARY_10, ALFA, "5", "9"))).isEmpty();
        assertThat(opened(List.of(stated(USD, "-4", "-40", 3)), trade(JANUARY_10, ALFA, "5", "9")))
                .isEmpty();
    }

    @Test
    void units_that_are_told_in_another_currency_are_not_opened_twice() {
        assertThat(opened(List.of(stated(EUR, "10", "90", 3)), trade(JANUARY_10, ALFA, "10", "9")))
                .isEmpty();
        assertThat(opened(
                        List.of(stated(EUR, "10", "90", 3), stated(USD, "10", "95", 4)),
                        trade(JANUARY_10, ALFA, "10", "9")))
                .singleElement()
                .satisfies(other -> assertThat(other.cost()).isEqualTo(Amount.of("90")));
    }

    /** After days of which no file tells: the forty that came in between go after the sixty of the report before. */
    @Test
    void a_later_report_opens_what_came_since_the_one_before_it() {
        OpeningReport first = new OpeningReport(JANUARY_10, null, List.of(stated(USD, "60", "300", 3)));
        OpeningReport later = new OpeningReport(REPORTED, JANUARY_10, List.of(stated(USD, "100", "1000", 4)));
        List<Booking> sold = bookings(trade(LATER, ALFA, "-90", "14"));
        LotView fifo = LotFold.fold(sold, Method.FIFO, LotRules.PLAIN.opening(List.of(later, first)));
        assertThat(fifo.gaps()).isEmpty();
        assertThat(fifo.gains()).singleElement().satisfies(gain -> {
            assertThat(gain.lotsUsed()).extracting(LotUse::cost).containsExactly(Amount.of("300"), Amount.of("525"));
            assertThat(gain.gain()).isEqualTo(Amount.of("435"));
        });
        LotView average = LotFold.fold(sold, Method.AVERAGE, LotRules.PLAIN.opening(List.of(first, later)));
        assertThat(average.gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.cost()).isEqualTo(Amount.of("900")));
    }

    @Test
    void what_was_bought_after_the_report_before_goes_after_what_came_untold() {
        OpeningReport first = new OpeningReport(JANUARY_10, null, List.of(stated(USD, "60", "300", 3)));
        OpeningReport later = new OpeningReport(REPORTED, JANUARY_10, List.of(stated(USD, "100", "1000", 4)));
        List<Booking> all = bookings(trade(JANUARY_10.plusDays(2), ALFA, "10", "20"), trade(LATER, ALFA, "-95", "14"));
        assertThat(LotFold.fold(all, Method.FIFO, LotRules.PLAIN.opening(List.of(first, later)))
                        .gains())
                .singleElement()
                .satisfies(gain -> assertThat(gain.lotsUsed())
                        .extracting(LotUse::cost)
                        .containsExactly(Amount.of("300"), Amount.of("500"), Amount.of("100")));
    }

    private static Stated stated(CurrencyCode currency, String quantity, @Nullable String cost, int line) {
        return new Stated(
                ALFA,
                currency,
                Quantity.of(quantity),
                cost == null ? null : Amount.of(cost),
                List.of(new SourceRef(FILE, line)));
    }

    private static List<Lot> opened(List<Stated> report, TradeRow... trades) {
        return view(Method.FIFO, report, trades).positions().values().stream()
                .flatMap(position -> position.lots().stream())
                .filter(lot -> lot.opening() != null)
                .toList();
    }

    private static LotView view(Method method, List<Stated> report, TradeRow... trades) {
        OpeningReport first = new OpeningReport(REPORTED, null, report);
        return LotFold.fold(bookings(trades), method, LotRules.PLAIN.opening(List.of(first)));
    }

    private static List<Booking> bookings(TradeRow... trades) {
        List<Booking> bookings = new ArrayList<>();
        for (TradeRow trade : trades) {
            bookings.add(booking("trade " + bookings.size(), trade.row()));
        }
        return bookings;
    }
}
