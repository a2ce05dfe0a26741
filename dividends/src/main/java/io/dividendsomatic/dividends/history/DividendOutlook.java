package io.dividendsomatic.dividends.history;

import static io.dividendsomatic.dividends.history.projection.DividendsReadModel.NAME;

import io.dividendsomatic.dividends.checks.Finding;
import io.dividendsomatic.dividends.checks.PaymentChecks;
import io.dividendsomatic.dividends.history.KeysInUse.Named;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.Histories.Known;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.income.ReportingRates.RateOfDay;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.DividendCalendar;
import io.dividendsomatic.dividends.outlook.Forecast;
import io.dividendsomatic.dividends.outlook.Knowledge;
import io.dividendsomatic.dividends.outlook.Missing;
import io.dividendsomatic.dividends.outlook.MissingMoney;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.dividends.tax.TaxYear;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.HeldDays;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Progress;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers what follows from the payments as of a day: yields, what is to come, what is missing, tax and checks. */
@Component
public class DividendOutlook {
    /** A line to come takes half a kilobyte or so; 50 accounts with 25 instruments each have 5,000 a year. */
    private static final int MOST_LINES = 40_000;

    /** More events are not asked for by name; who wants all of them reads all. */
    private static final int LARGEST_PAGE = 1_000;

    /** What is to come is worked out this far at least, so that one answer is for all that look less far. */
    private static final int YEARS_AHEAD = 1;

    private final Histories histories;
    private final FxRates fx;
    private final HoldingsView holdings;
    private final HeldDays days;
    private final Generations generations;
    private final StatedTerms.Current terms;
    private final DividendSettings settings;
    private final Answers<Asked, ToCome> toCome;

    DividendOutlook(
            Histories histories,
            FxRates fx,
            HoldingsView holdings,
            HeldDays days,
            Generations generations,
            StatedTerms.Current terms,
            DividendSettings settings,
            Progress progress) {
        this.toCome = new Answers<>(progress, terms, ToCome::lines, MOST_LINES);
        this.terms = terms;
        this.settings = settings;
        this.histories = histories;
        this.fx = fx;
        this.holdings = holdings;
        this.days = days;
        this.generations = generations;
    }

    /** An answer in the reporting currency. */
    public record In<T>(CurrencyCode currency, T answer) {}

    /** What is known of an instrument; nothing where no payment, accrual or holding names it. */
    public In<Optional<Position>> instrument(LedgerOn question, LocalDate asOf, Isin isin) {
        InstrumentKey key = new InstrumentKey("isin:" + isin);
        Portrait portrait = portrait(question, asOf, key::equals);
        return new In<>(
                portrait.rates().reporting(), portrait.positions().stream().findFirst());
    }

    /** By pay date. */
    public List<CalendarEntry> calendar(LedgerOn question, LocalDate asOf, Period period) {
        ToCome toCome = toCome(question, asOf, latest(period.to(), asOf.plusYears(YEARS_AHEAD)));
        List<Payment> paid =
                histories.around(generations.active(NAME), question.knownAt(), question.accounts(), period);
        return DividendCalendar.in(
                period,
                Stream.concat(DividendCalendar.paid(paid, toCome.names(), asOf).stream(), toCome.entries().stream()));
    }

    /** A page of the same: only what stands on it is read whole. */
    public Slice<CalendarEntry> calendar(LedgerOn question, LocalDate asOf, Period period, int page, int size) {
        if (size > LARGEST_PAGE) {
            return Slice.of(calendar(question, asOf, period), page, size);
        }
        ToCome toCome = toCome(question, asOf, latest(period.to(), asOf.plusYears(YEARS_AHEAD)));
        int generation = generations.active(NAME);
        List<CalendarLine> lines = CalendarLine.of(
                DividendCalendar.in(period, toCome.entries().stream()),
                histories.places(generation, question.knownAt(), question.accounts(), period, asOf).stream()
                        .filter(place -> toCome.names().containsKey(place.key())));
        Slice<CalendarLine> shown = Slice.of(lines, page, size);
        Map<FactId, CalendarEntry> paid = DividendCalendar.paidByEvent(
                histories.ofEvents(
                        generation, question.knownAt(), question.accounts(), CalendarLine.events(shown.items())),
                toCome.names(),
                asOf);
        return shown.map(line -> line.entry(paid));
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** What is to come rests on everything that is known, so it is kept; what was paid is quick to find. */
    private ToCome toCome(LedgerOn question, LocalDate asOf, LocalDate until) {
        LocalDate last = until.with(TemporalAdjusters.lastDayOfYear());
        return toCome.get(new Asked(question.accounts(), asOf, last), question.knownAt(), () -> {
            List<Position> positions = portrait(
                            question,
                            asOf,
                            key -> true,
                            new ReportingRates(fx.reporting(question.currency()), Map.of(), RateOfDay.NONE))
                    .positions();
            return new ToCome(
                    DividendCalendar.toCome(positions, last, asOf),
                    positions.stream()
                            .collect(Collectors.toMap(Position::key, Position::instrument, Instrument::completedBy)));
        });
    }

    /** Of which accounts, as of which day, until which. */
    private record Asked(List<AccountId> accounts, LocalDate asOf, LocalDate last) {}

    /** What is to come, and how all instruments are called. */
    private record ToCome(List<CalendarEntry> entries, Map<InstrumentKey, Instrument> names) {
        int lines() {
            return entries.size() + names.size();
        }
    }

    /** By month, certainty and currency. */
    public In<List<Forecast>> forecast(LedgerOn question, LocalDate asOf, int months) {
        ReportingRates rates = rates(question);
        List<CalendarEntry> entries = calendar(question, asOf, Forecast.period(months, asOf));
        return new In<>(rates.reporting(), Forecast.of(entries, months, rates, asOf));
    }

    /** By date. */
    public List<MissingMoney> missing(LedgerOn question, LocalDate asOf) {
        Portrait portrait = portrait(question, asOf, key -> true);
        Knowledge knowledge = new Knowledge(portrait.shares(), toldUntil(question, asOf, portrait.known()), asOf);
        return days.settled(
                question.accounts(),
                () -> Missing.of(
                        portrait.positions(), knowledge, settings.missing().patience()));
    }

    /** By check and date. */
    public List<Finding> checks(LedgerOn question, LocalDate asOf) {
        return PaymentChecks.of(
                histories.payments(
                        generations.active(NAME),
                        question.knownAt(),
                        new PaymentQuery(question.accounts(), null, asOf, null)),
                settings.checks().rules(),
                rates(question),
                asOf);
    }

    /** The tax of a year of pay dates, for somebody who lives in that country. */
    public In<TaxYear> taxYear(LedgerOn question, int year, String residence) {
        LocalDate last = LocalDate.of(year, Month.DECEMBER, 31);
        PaymentQuery query =
                new PaymentQuery(question.accounts(), LocalDate.of(year, Month.JANUARY, 1), question.last(last), null);
        ReportingRates rates = rates(question);
        StatedTerms stated = terms.now();
        return new In<>(
                rates.reporting(),
                TaxYear.of(
                        year,
                        residence,
                        histories.payments(generations.active(NAME), question.knownAt(), query),
                        stated.countries(),
                        stated.treaties(),
                        rates));
    }

    private Portrait portrait(LedgerOn question, LocalDate asOf, Predicate<InstrumentKey> wanted) {
        return portrait(question, asOf, wanted, rates(question));
    }

    private Portrait portrait(
            LedgerOn question, LocalDate asOf, Predicate<InstrumentKey> wanted, ReportingRates rates) {
        Known known = histories.known(generations.active(NAME), question.knownAt(), question.accounts());
        KeysInUse keys = new KeysInUse(
                known.identify(),
                Stream.concat(
                                known.payments().stream()
                                        .flatMap(payment -> Stream.ofNullable(payment.key())
                                                .map(key -> new Named(payment.instrument(), key))),
                                known.expected().stream()
                                        .map(expected -> new Named(expected.instrument(), expected.key())))
                        .distinct()
                        .toList());
        List<Holding> held = holdings.answer(
                        new HoldingsOn(asOf, question.knownAt(), question.accounts(), rates.reporting()))
                .items();
        return days.settled(
                question.accounts(),
                () -> Portrait.of(
                        asOf,
                        known,
                        held,
                        keys::ofHolding,
                        new SnapshotShares(days, question.knownAt(), keys::of),
                        terms.now(),
                        rates,
                        wanted));
    }

    private ReportingRates rates(LedgerOn question) {
        CurrencyCode reporting = fx.reporting(question.currency());
        FxLookup lookup = fx.byMonth(question.knownAt());
        return new ReportingRates(reporting, fx.bases(question.knownAt()), (currency, day) -> {
            BigDecimal rate =
                    lookup.resolve(null, currency, reporting, day, null).fx().rate();
            return rate == null ? null : new FxRate(rate);
        });
    }

    /** By whatever they tell, positions included. */
    Map<AccountId, LocalDate> toldUntil(LedgerOn question, LocalDate asOf, Known known) {
        Map<AccountId, LocalDate> until = new TreeMap<>(known.toldUntil());
        days.summaries(asOf, question.knownAt()).forEach(summary -> {
            LocalDate last = summary.lastDate();
            if (last != null) {
                until.merge(summary.account(), last, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        until.keySet()
                .removeIf(account ->
                        !question.accounts().isEmpty() && !question.accounts().contains(account));
        return until;
    }
}
