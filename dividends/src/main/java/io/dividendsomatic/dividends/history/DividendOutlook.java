package io.dividendsomatic.dividends.history;

import static io.dividendsomatic.dividends.history.projection.DividendsReadModel.NAME;

import io.dividendsomatic.dividends.checks.Finding;
import io.dividendsomatic.dividends.checks.PaymentChecks;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.Forecast;
import io.dividendsomatic.dividends.outlook.HeldIncome;
import io.dividendsomatic.dividends.outlook.MissingMoney;
import io.dividendsomatic.dividends.outlook.Position;
import io.dividendsomatic.dividends.tax.TaxYear;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what follows from the payments as of a day: yields, what is to come, what is missing, tax and checks. */
@Component
public class DividendOutlook {
    private final Histories histories;
    private final FxRates fx;
    private final Portraits portraits;
    private final Calendars calendars;
    private final Absences absences;
    private final Generations generations;
    private final StatedTerms.Versions terms;
    private final DividendSettings settings;

    DividendOutlook(
            Histories histories,
            FxRates fx,
            Portraits portraits,
            Calendars calendars,
            Absences absences,
            Generations generations,
            StatedTerms.Versions terms,
            DividendSettings settings) {
        this.terms = terms;
        this.settings = settings;
        this.histories = histories;
        this.fx = fx;
        this.portraits = portraits;
        this.calendars = calendars;
        this.absences = absences;
        this.generations = generations;
    }

    /** An answer in the reporting currency. */
    public record In<T>(CurrencyCode currency, T answer) {}

    /** What is known of an instrument; nothing where no payment, accrual or holding names it. */
    public In<Optional<Position>> instrument(LedgerOn question, LocalDate asOf, Isin isin) {
        InstrumentKey key = new InstrumentKey("isin:" + isin);
        ReportingRates rates = rates(question);
        List<Position> found = new ArrayList<>();
        portraits.of(question, asOf, rates, scene -> {
            scene.look(List.of(key), (positions, shares) -> found.addAll(positions));
            return found;
        });
        return new In<>(rates.reporting(), found.stream().findFirst());
    }

    /** What every instrument pays that is held on the day, in one question. */
    public In<List<HeldIncome>> held(LedgerOn question, LocalDate asOf) {
        ReportingRates rates = rates(question);
        return new In<>(rates.reporting(), portraits.of(question, asOf, rates, scene -> {
            List<HeldIncome> found = new ArrayList<>();
            scene.look(
                    scene.held(),
                    (positions, shares) -> positions.forEach(position -> found.add(HeldIncome.of(position))));
            return found;
        }));
    }

    /** By pay date. */
    public List<CalendarEntry> calendar(LedgerOn question, LocalDate asOf, Period period) {
        return calendars.whole(question, asOf, period);
    }

    /** A page of the same. */
    public Slice<CalendarEntry> calendar(LedgerOn question, LocalDate asOf, Period period, int page, int size) {
        return calendars.page(question, asOf, period, page, size);
    }

    /** By month, certainty and currency. */
    public In<List<Forecast>> forecast(LedgerOn question, LocalDate asOf, int months) {
        ReportingRates rates = rates(question);
        List<CalendarEntry> entries = calendar(question, asOf, Forecast.period(months, asOf));
        return new In<>(rates.reporting(), Forecast.of(entries, months, rates, asOf));
    }

    /** By date. */
    public List<MissingMoney> missing(LedgerOn question, LocalDate asOf) {
        return absences.of(question, asOf);
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
        StatedTerms stated = terms.at(question.knownAt());
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
    Map<AccountId, LocalDate> toldUntil(LedgerOn question, LocalDate asOf, Map<AccountId, LocalDate> told) {
        return portraits.toldUntil(question, asOf, told);
    }
}
