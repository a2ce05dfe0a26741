package io.dividendsomatic.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.fx.FxBook;
import io.dividendsomatic.portfolio.fx.StatedFx;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TracksTest {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final CurrencyCode SEK = new CurrencyCode("SEK");

    private static LocalDate day(int day) {
        return LocalDate.of(2031, 3, day);
    }

    private static ValueDay value(int day, CurrencyCode currency, String value, String cost, int uncosted) {
        BigDecimal worth = new BigDecimal(value);
        return new ValueDay(
                ACCOUNT,
                day(day),
                currency,
                worth,
                BigDecimal.ZERO,
                new BigDecimal(cost),
                worth.subtract(new BigDecimal(cost)),
                1,
                0,
                uncosted,
                day(day),
                true);
    }

    private static Flow seen(int day, CurrencyCode currency, String amount) {
        SourceRef source = new SourceRef(new FileId("ab".repeat(32)), 7);
        Evidence evidence =
                new Evidence(null, "ALFA", new BigDecimal("10"), new BigDecimal("80"), null, List.of(source));
        return new Flow(
                ACCOUNT, day(day), FlowKind.UNITS_FIRST_SEEN, currency, new BigDecimal(amount), null, 1, evidence);
    }

    /** @param rated the days of which a dollar's rate of 0.8 is told */
    private static Track track(List<Integer> rated, List<Flow> flows, ValueDay... values) {
        List<StatedFx> stated = rated.stream()
                .map(day -> new StatedFx(
                        ACCOUNT, USD, day(day), FxRate.of("0.8"), EUR, new SourceRef(new FileId("ab".repeat(32)), 3)))
                .toList();
        AccountCourse course = new AccountCourse(ACCOUNT, flows, List.of(values), List.of());
        return new Tracks(EUR, new FxBook(Map.of(ACCOUNT, EUR), stated, List.of()), day(8)).of(course);
    }

    private static AccountDay on(Track track, int day) {
        return track.on(day(day)).orElseThrow();
    }

    @Test
    void a_day_without_a_rate_is_incomplete_and_stands_in_comparisons_as_it_was_last_known() {
        Track track = track(
                List.of(3),
                List.of(),
                value(3, EUR, "50", "40", 0),
                value(3, USD, "100", "80", 0),
                value(4, EUR, "50", "40", 0),
                value(4, USD, "110", "80", 0));

        assertThat(on(track, 3).incomplete()).isEmpty();
        assertThat(on(track, 3).value()).isEqualByComparingTo("130");
        assertThat(on(track, 4).incomplete()).containsExactly(Reason.FX_RATE_MISSING);
        assertThat(on(track, 4).isFull()).isFalse();
        assertThat(on(track, 4).value()).isEqualByComparingTo("50");
        assertThat(on(track, 4).comparable()).isEqualByComparingTo("130");
        assertThat(on(track, 4).comparableUnrealized()).isEqualByComparingTo("26");
        assertThat(on(track, 4).quality(day(4))).isEqualTo(Quality.FX_MISSING);
    }

    @Test
    void positions_take_the_rate_of_a_later_day_where_none_is_known_of_their_own() {
        Track track = track(
                List.of(5),
                List.of(),
                value(3, USD, "100", "80", 0),
                value(4, EUR, "50", "40", 0),
                value(5, EUR, "50", "40", 0),
                value(6, EUR, "50", "40", 0));

        assertThat(Stream.of(3, 4, 5, 6).map(day -> on(track, day).value().intValueExact()))
                .containsExactly(0, 50, 130, 130);
        assertThat(on(track, 6).incomplete()).isEmpty();
        assertThat(track.begins()).hasValue(day(5));
    }

    @Test
    void a_currency_that_never_has_a_rate_makes_no_day_worse_than_others() {
        Track track = track(List.of(), List.of(), value(3, EUR, "50", "40", 0), value(3, SEK, "100", "80", 0));

        assertThat(on(track, 3).isFull()).isTrue();
        assertThat(on(track, 3).incomplete()).containsExactly(Reason.FX_RATE_MISSING);
        assertThat(track.begins()).hasValue(day(3));
    }

    @Test
    void units_first_seen_count_from_the_first_rate_on_by_which_the_value_has_them() {
        Track track = track(
                List.of(5), List.of(seen(3, USD, "100")), value(3, USD, "100", "80", 0), value(5, USD, "100", "80", 0));
        Converted flow = track.flows().getFirst();

        assertThat(flow.date()).isEqualTo(day(5));
        assertThat(Objects.requireNonNull(flow.value())).isEqualByComparingTo("80");
        assertThat(flow.atCost()).isEqualByComparingTo("64");
    }

    @Test
    void a_missing_cost_is_not_stated_like_in_the_portfolio() {
        assertThat(value(3, EUR, "50", "0", 1).quality(day(3))).isEqualTo(Quality.NOT_STATED);
        assertThat(value(3, EUR, "50", "40", 0).quality(day(3))).isEqualTo(Quality.ACTUAL);
    }

    @Test
    void money_in_another_currency_is_worth_something_else_on_days_on_which_nothing_happens() {
        StatedFx third = rate(3, "0.8");
        StatedFx fifth = rate(5, "0.9");
        List<Balance> cash = List.of(balance(3, EUR, "10"), balance(3, USD, "100"), balance(7, USD, "0"));
        Track track = new Tracks(EUR, new FxBook(Map.of(ACCOUNT, EUR), List.of(third, fifth), List.of()), day(9))
                .of(new AccountCourse(ACCOUNT, List.of(), List.of(), cash));

        assertThat(Stream.of(3, 4, 5, 6, 7, 8)
                        .map(day -> Objects.requireNonNull(on(track, day).cash())
                                .stripTrailingZeros()
                                .toPlainString()))
                .containsExactly("90", "90", "100", "100", "10", "10");
        assertThat(track.days().lastKey()).isEqualTo(day(7));
    }

    @Test
    void money_in_the_currency_of_the_report_needs_no_day_of_its_own() {
        Track track = new Tracks(EUR, new FxBook(Map.of(ACCOUNT, EUR), List.of(), List.of()), day(9))
                .of(new AccountCourse(ACCOUNT, List.of(), List.of(), List.of(balance(3, EUR, "10"))));
        assertThat(track.days()).containsOnlyKeys(day(3));
    }

    private static StatedFx rate(int day, String rate) {
        return new StatedFx(
                ACCOUNT, USD, day(day), FxRate.of(rate), EUR, new SourceRef(new FileId("ab".repeat(32)), 3));
    }

    private static Balance balance(int day, CurrencyCode currency, String amount) {
        return new Balance(ACCOUNT, day(day), currency, new BigDecimal(amount));
    }
}
