package io.dividendsomatic.dividends.history;

import static io.dividendsomatic.dividends.history.projection.DividendsReadModel.NAME;

import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.income.ReportingRates.RateOfDay;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.DividendCalendar;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Progress;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers what came and comes on which day. What is to come rests on everything that is known and is kept; what was paid
 * is quick to find, and a page reads that of its own days only.
 */
@Component
class Calendars {
    /** A line to come takes half a kilobyte or so; 50 accounts with 25 instruments each have 5,000 a year. */
    private static final int MOST_LINES = 40_000;

    /** A day and a number take a hundred bytes or so. */
    private static final int MOST_DAYS = 100_000;

    /** What is to come is worked out this far at least, so that one answer is for all that look less far. */
    private static final int YEARS_AHEAD = 1;

    private final Histories histories;
    private final Portraits portraits;
    private final FxRates fx;
    private final Generations generations;
    private final SettledStates.Reader states;
    private final Answers<Asked, ToCome> toCome;
    private final Answers<AskedDays, SortedMap<LocalDate, Integer>> paidByDay;

    Calendars(
            Histories histories,
            Portraits portraits,
            FxRates fx,
            Generations generations,
            SettledStates.Reader states,
            StatedTerms.Versions terms,
            Progress progress) {
        this.histories = histories;
        this.portraits = portraits;
        this.fx = fx;
        this.generations = generations;
        this.states = states;
        this.toCome = new Answers<>(progress, terms, ToCome::lines, MOST_LINES);
        this.paidByDay = new Answers<>(progress, terms, days -> 1 + days.size(), MOST_DAYS);
    }

    /** Of which accounts, as of which day, until which. */
    private record Asked(List<AccountId> accounts, LocalDate asOf, LocalDate last) {}

    private record AskedDays(List<AccountId> accounts, LocalDate asOf, Period period) {}

    /** By pay date. */
    List<CalendarEntry> whole(LedgerOn question, LocalDate asOf, Period period) {
        ToCome known = toCome(question, asOf, period);
        List<Payment> paid =
                histories.around(generations.active(NAME), question.knownAt(), question.accounts(), period);
        return DividendCalendar.in(
                period,
                Stream.concat(DividendCalendar.paid(paid, known.names(), asOf).stream(), known.entries().stream()));
    }

    /** A page of the same. */
    Slice<CalendarEntry> page(LedgerOn question, LocalDate asOf, Period period, int page, int size) {
        ToCome known = toCome(question, asOf, period);
        List<CalendarEntry> entries =
                known.entries().stream().filter(entry -> entry.isIn(period)).toList();
        SortedMap<LocalDate, Integer> lines = new TreeMap<>(paidByDay(question, asOf, period));
        entries.forEach(entry -> lines.merge(entry.payDate(), 1, Integer::sum));
        List<CalendarEntry> shown = PageDays.of(lines, (long) page * size, size)
                .map(days -> on(days.days(), question, asOf, period, known, entries).stream()
                        .skip(days.before())
                        .limit(size)
                        .toList())
                .orElse(List.of());
        return new Slice<>(
                shown, lines.values().stream().mapToLong(Integer::longValue).sum());
    }

    private List<CalendarEntry> on(
            Period days, LedgerOn question, LocalDate asOf, Period period, ToCome known, List<CalendarEntry> entries) {
        List<Payment> paid =
                histories.around(generations.active(NAME), question.knownAt(), question.accounts(), period, days);
        return Stream.concat(
                        DividendCalendar.paid(paid, known.names(), asOf).stream(),
                        entries.stream()
                                .filter(entry -> !entry.payDate().isBefore(days.from())
                                        && !entry.payDate().isAfter(days.to())))
                .sorted(CalendarEntry.BY_DATE)
                .toList();
    }

    private SortedMap<LocalDate, Integer> paidByDay(LedgerOn question, LocalDate asOf, Period period) {
        return paidByDay.get(
                new AskedDays(question.accounts(), asOf, period),
                question.knownAt(),
                () -> histories.paidByDay(
                        generations.active(NAME), question.knownAt(), question.accounts(), period, asOf));
    }

    private ToCome toCome(LedgerOn question, LocalDate asOf, Period period) {
        LocalDate ahead = asOf.plusYears(YEARS_AHEAD);
        LocalDate last = (period.to().isAfter(ahead) ? period.to() : ahead).with(TemporalAdjusters.lastDayOfYear());
        return toCome.get(
                new Asked(question.accounts(), asOf, last),
                question.knownAt(),
                () -> seen(question, asOf, last, null),
                (mark, before) -> seen(question, asOf, last, before));
    }

    private ToCome seen(LedgerOn question, LocalDate asOf, LocalDate last, @Nullable ToCome before) {
        SettledStates now = states.read(question.accounts(), asOf);
        return portraits.of(
                question,
                asOf,
                new ReportingRates(fx.reporting(question.currency()), Map.of(), RateOfDay.NONE),
                scene -> ToCome.seen(scene, last, asOf, now, before));
    }
}
