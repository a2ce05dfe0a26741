package io.dividendsomatic.reporting.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.consolidated.AccountDay;
import io.dividendsomatic.reporting.consolidated.Converted;
import io.dividendsomatic.reporting.consolidated.Flow;
import io.dividendsomatic.reporting.consolidated.FlowKind;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Track;
import io.dividendsomatic.reporting.performance.PerformanceReport.Kind;
import io.dividendsomatic.reporting.performance.PerformanceReport.Remarkable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final AccountId FIRST = AccountId.parse("ibkr:U0000001");
    private static final AccountId SECOND = AccountId.parse("nordnet:10000001");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");

    private static LocalDate day(int day) {
        return LocalDate.of(2031, 3, day);
    }

    private static AccountDay day(int day, String value, String carried, @Nullable String cash) {
        boolean isFull = carried.equals("0");
        return new AccountDay(
                day(day),
                new BigDecimal(value),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                cash == null ? null : new BigDecimal(cash),
                value.equals("0") ? null : day(day),
                new BigDecimal(carried),
                BigDecimal.ZERO,
                isFull ? Set.of() : Set.of(USD),
                isFull ? Set.of() : Set.of(Reason.FX_RATE_MISSING),
                isFull ? Quality.ACTUAL : Quality.FX_MISSING);
    }

    private static Track track(AccountId account, List<Converted> flows, AccountDay... days) {
        TreeMap<LocalDate, AccountDay> byDay = new TreeMap<>();
        for (AccountDay day : days) {
            byDay.put(day.date(), day);
        }
        return new Track(account, byDay, flows);
    }

    private static Converted flow(int day, FlowKind kind, String amount) {
        BigDecimal value = new BigDecimal(amount);
        return new Converted(new Flow(FIRST, day(day), kind, EUR, value, null, 1), Fx.identity(day(day)), value);
    }

    private static PerformanceReport measured(@Nullable LocalDate from, Track... tracks) {
        return Measurement.of(List.of(tracks), Optional.ofNullable(from), day(9), Instant.EPOCH, EUR, null);
    }

    private static BigDecimal timeWeighted(PerformanceReport report) {
        return Objects.requireNonNull(report.timeWeighted()).rate();
    }

    @Test
    void a_day_of_which_a_part_is_not_known_is_no_loss_and_ends_no_return() {
        PerformanceReport report = measured(
                null,
                track(FIRST, List.of(), day(3, "100", "0", null), day(5, "60", "40", null), day(9, "110", "0", null)));

        assertThat(timeWeighted(report)).isEqualByComparingTo("0.1");
        assertThat(Objects.requireNonNull(report.timeWeighted()).subPeriods()).isEqualTo(1);
        assertThat(report.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Remarkable.INCOMPLETE_DAYS);
            assertThat(remark.from()).isEqualTo(day(5));
            assertThat(remark.reasons()).containsExactly(Reason.FX_RATE_MISSING);
        });
    }

    @Test
    void an_end_of_which_a_part_is_not_known_takes_it_as_it_was_last_known() {
        PerformanceReport report =
                measured(null, track(FIRST, List.of(), day(3, "100", "0", null), day(9, "66", "40", null)));

        assertThat(report.gain()).isEqualByComparingTo("6");
        assertThat(report.quality()).isEqualTo(Quality.FX_MISSING);
    }

    @Test
    void dividends_of_units_that_nobody_shows_are_nothing_to_measure() {
        Track track = track(
                FIRST,
                List.of(flow(3, FlowKind.DIVIDEND, "5"), flow(5, FlowKind.UNITS_FIRST_SEEN, "1000")),
                day(3, "0", "0", "5"),
                day(5, "1000", "0", "5"),
                day(9, "1020", "0", "5"));
        PerformanceReport report = measured(null, track);

        assertThat(report.from()).isEqualTo(day(5));
        assertThat(report.startValue()).isEqualByComparingTo("1005");
        assertThat(report.gain()).isEqualByComparingTo("20");
        assertThat(report.remarks())
                .extracting(PerformanceReport.Remark::code)
                .containsExactly(Remarkable.NOTHING_TO_VALUE_BEFORE);
        assertThat(measured(day(4), track).from()).isEqualTo(day(5));
        assertThat(measured(day(6), track).remarks()).isEmpty();
    }

    @Test
    void an_account_that_comes_later_is_put_in_when_it_can_be_valued() {
        PerformanceReport report = measured(
                null,
                track(FIRST, List.of(), day(3, "100", "0", null), day(9, "110", "0", null)),
                track(
                        SECOND,
                        List.of(flow(6, FlowKind.DEPOSIT, "300")),
                        day(4, "0", "0", "7"),
                        day(6, "900", "0", "307"),
                        day(9, "900", "0", "307")));

        assertThat(report.flows())
                .extracting(PerformanceReport.UsedFlow::kind)
                .containsExactly(Kind.START_VALUE, Kind.FIRST_SEEN, Kind.DEPOSIT, Kind.END_VALUE);
        assertThat(report.flows().get(1).amount()).isEqualByComparingTo("-907");
        assertThat(report.gain()).isEqualByComparingTo("10");
    }

    @Test
    void money_that_came_without_a_rate_is_said_to_count_as_gained() {
        Flow deposit = new Flow(FIRST, day(5), FlowKind.DEPOSIT, USD, new BigDecimal("70"), null, 1);
        PerformanceReport report = measured(
                null,
                track(
                        FIRST,
                        List.of(new Converted(deposit, Fx.MISSING, null)),
                        day(3, "100", "0", null),
                        day(9, "160", "0", null)));

        assertThat(report.quality()).isEqualTo(Quality.FX_MISSING);
        assertThat(report.unresolved()).hasSize(1);
        assertThat(report.remarks())
                .extracting(PerformanceReport.Remark::code)
                .containsExactly(Remarkable.FLOWS_WITHOUT_VALUE);
    }

    @Test
    void an_account_that_never_has_anything_to_value_is_named() {
        PerformanceReport report =
                measured(null, track(FIRST, List.of(flow(3, FlowKind.DIVIDEND, "5")), day(3, "0", "0", "5")));

        assertThat(report.from()).isNull();
        assertThat(report.remarks())
                .extracting(PerformanceReport.Remark::code)
                .containsExactly(Remarkable.NEVER_VALUED);
    }
}
