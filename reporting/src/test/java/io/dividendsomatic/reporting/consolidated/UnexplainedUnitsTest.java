package io.dividendsomatic.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedSums;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.transactions.settling.BookingFigures;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import io.dividendsomatic.portfolio.transactions.settling.PositionChange;
import io.dividendsomatic.portfolio.transactions.settling.PositionCourse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnexplainedUnitsTest {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final FileId FILE = new FileId("ab".repeat(32));

    private final TreeMap<LocalDate, List<HeldPosition>> reports = new TreeMap<>();
    private final List<PositionChange> changes = new ArrayList<>();
    private final List<BookingLine> bookings = new ArrayList<>();

    private static LocalDate day(int day) {
        return LocalDate.of(2031, 3, day);
    }

    private static Instrument instrument(String symbol) {
        return new Instrument(symbol, null, null, null, null, null, null, "STK", null);
    }

    private static HeldPosition held(
            String symbol, String units, @Nullable String value, @Nullable String cost, int line) {
        return new HeldPosition(
                instrument(symbol),
                EUR,
                Quantity.of(units),
                null,
                value == null ? null : Amount.of(value),
                cost == null ? null : Amount.of(cost),
                null,
                null,
                List.of(new SourceRef(FILE, line)));
    }

    private void traded(int day, String symbol, String units, String amount) {
        bookings.add(new BookingLine(
                ACCOUNT,
                FactId.of(day + symbol + units),
                BookingKind.TRADE,
                day(day),
                null,
                null,
                null,
                symbol,
                null,
                new InstrumentKey(symbol),
                new BookingFigures(
                        null,
                        Quantity.of(units),
                        null,
                        new Money(Amount.of(amount), EUR),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null),
                null,
                List.of(new SourceRef(FILE, 99)),
                List.of()));
    }

    private void left(int day, String symbol, String units, String cost, String missing) {
        changes.add(new PositionChange(
                new PositionKey(new InstrumentKey(symbol), EUR),
                instrument(symbol),
                day(day),
                Quantity.of(units),
                Amount.of(cost),
                Quantity.of(missing)));
    }

    private List<Flow> flows() {
        TreeMap<LocalDate, List<ReportedSums.Sum>> sums = new TreeMap<>();
        reports.forEach((day, positions) -> sums.put(
                day,
                List.of(new ReportedSums.Sum(
                        EUR,
                        positions.stream()
                                .map(position -> position.quantity().value())
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        positions.size(),
                        0,
                        0))));
        Known known = new Known(
                ACCOUNT,
                sums,
                new PositionCourse(List.of(), changes),
                named -> new InstrumentKey(Objects.requireNonNull(named.symbol())),
                day -> reports.getOrDefault(day, List.of()),
                key -> new TreeMap<>(Map.of()),
                Map.of());
        Prices prices = new Prices(known);
        BookedUnits units = new BookedUnits(sums.isEmpty() ? null : sums.firstKey());
        bookings.forEach(booking -> {
            prices.add(booking);
            units.add(booking);
        });
        return UnexplainedUnits.of(known, prices, units);
    }

    private static String text(Flow flow) {
        Evidence evidence = Objects.requireNonNull(flow.evidence());
        return flow.date().getDayOfMonth() + " " + flow.kind() + " " + evidence.symbol() + " " + evidence.quantity()
                + " for " + flow.amount() + " cost " + evidence.cost() + " line "
                + evidence.sources().stream().map(SourceRef::line).toList();
    }

    @Test
    void what_the_first_report_shows_came_from_outside_at_its_price() {
        reports.put(
                day(3), List.of(held("KUUSI", "300", "6270", "5670", 12), held("BETA", "-50", "-1020", "-1100", 13)));

        assertThat(flows().stream().map(UnexplainedUnitsTest::text))
                .containsExactlyInAnyOrder(
                        "3 UNITS_FIRST_SEEN KUUSI 300 for 6270 cost 5670 line [12]",
                        "3 UNITS_FIRST_SEEN BETA -50 for -1020 cost -1100 line [13]");
    }

    @Test
    void what_bookings_explain_is_no_flow() {
        traded(2, "KUUSI", "100", "-2000");
        left(2, "KUUSI", "100", "2000", "0");
        traded(5, "KUUSI", "-40", "840");
        reports.put(day(3), List.of(held("KUUSI", "100", "2100", "2000", 12)));
        reports.put(day(5), List.of(held("KUUSI", "60", "1260", "1200", 12)));

        assertThat(flows()).isEmpty();
    }

    @Test
    void units_beyond_the_bookings_are_a_flow_with_their_own_cost() {
        reports.put(day(3), List.of(held("KUUSI", "100", "2100", "2000", 12)));
        traded(4, "KUUSI", "10", "-210");
        left(4, "KUUSI", "110", "2210", "0");
        reports.put(day(5), List.of(held("KUUSI", "130", "2860", "2640", 12)));

        assertThat(flows().stream().map(UnexplainedUnitsTest::text))
                .containsExactly(
                        "3 UNITS_FIRST_SEEN KUUSI 100 for 2100 cost 2000 line [12]",
                        "5 UNITS_FIRST_SEEN KUUSI 20 for 440 cost 430 line [12]");
    }

    @Test
    void units_that_vanish_go_at_the_price_that_was_last_known() {
        reports.put(day(3), List.of(held("KUUSI", "100", "2100", "2000", 12)));
        reports.put(day(5), List.of());

        assertThat(text(flows().getLast())).isEqualTo("5 UNITS_GONE KUUSI -100 for -2100 cost -2000 line [12]");
    }

    @Test
    void units_that_come_without_cost_are_a_split() {
        reports.put(day(3), List.of(held("KUUSI", "100", "2100", "2000", 12)));
        reports.put(day(5), List.of(held("KUUSI", "200", "2100", "2000.00", 12)));

        assertThat(flows()).hasSize(1);
    }

    @Test
    void units_sold_before_the_first_report_though_none_came_were_there_before() {
        traded(2, "KUUSI", "-40", "840");
        left(2, "KUUSI", "0", "0", "40");
        reports.put(day(5), List.of(held("KUUSI", "60", "1320", "1200", 12)));

        assertThat(flows().stream().map(UnexplainedUnitsTest::text))
                .containsExactly(
                        "2 UNITS_FIRST_SEEN KUUSI 40 for 840 cost null line [99]",
                        "5 UNITS_FIRST_SEEN KUUSI 60 for 1320 cost 1200 line [12]");
    }

    @Test
    void units_without_any_price_are_a_flow_of_unknown_amount() {
        reports.put(day(3), List.of(held("KUUSI", "100", null, null, 12)));

        assertThat(flows()).singleElement().satisfies(flow -> {
            assertThat(flow.amount()).isNull();
            assertThat(flow.currency()).isNull();
        });
    }
}
