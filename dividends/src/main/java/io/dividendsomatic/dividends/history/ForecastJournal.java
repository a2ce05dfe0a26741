package io.dividendsomatic.dividends.history;

import static io.dividendsomatic.dividends.history.projection.DividendsReadModel.NAME;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.dividends.forecasts.Grade;
import io.dividendsomatic.dividends.forecasts.Grading;
import io.dividendsomatic.dividends.forecasts.KeptForecast;
import io.dividendsomatic.dividends.forecasts.MakeForecast;
import io.dividendsomatic.dividends.history.settling.Histories;
import io.dividendsomatic.dividends.history.settling.InstrumentHistories;
import io.dividendsomatic.dividends.history.settling.InstrumentHistories.Known;
import io.dividendsomatic.dividends.history.settling.PaymentQuery;
import io.dividendsomatic.dividends.history.settling.StoredForecasts;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.outlook.CalendarEntry;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/**
 * Keeps forecasts when they are made, and holds them against what came. One is made when somebody asks for it or when a
 * month begins, and never by looking at one.
 */
@Component
public class ForecastJournal {
    private static final int YEARS_AHEAD = 1;

    private final DividendOutlook outlook;
    private final Histories histories;
    private final InstrumentHistories instruments;
    private final StoredForecasts stored;
    private final Generations generations;
    private final CommandGateway commands;

    ForecastJournal(
            DividendOutlook outlook,
            Histories histories,
            InstrumentHistories instruments,
            StoredForecasts stored,
            Generations generations,
            CommandGateway commands) {
        this.outlook = outlook;
        this.histories = histories;
        this.instruments = instruments;
        this.stored = stored;
        this.generations = generations;
        this.commands = commands;
    }

    /** What was made of an account; not {@code isNew} where there had been one of that day, which stands. */
    public record Made(AccountId account, LocalDate madeOn, int lines, boolean isNew) {}

    /** Makes the forecast of that day for each of those accounts, all where none is named: for the year from it. */
    public List<Made> make(List<AccountId> asked, LocalDate today, Instant now) {
        List<AccountId> accounts = asked.isEmpty() ? stored.accounts(generations.active(NAME)) : asked;
        LocalDate until = today.plusYears(YEARS_AHEAD);
        LedgerOn question = new LedgerOn(today, now, accounts, null);
        Map<AccountId, List<ForecastMade.Line>> lines =
                outlook.calendar(question, today, new Period(today, until)).stream()
                        .filter(entry -> entry.certainty() != Certainty.PAID
                                && !entry.payDate().isAfter(until))
                        .collect(Collectors.groupingBy(
                                CalendarEntry::account,
                                Collectors.mapping(ForecastJournal::line, Collectors.toList())));
        return accounts.stream()
                .map(account -> {
                    List<ForecastMade.Line> own = lines.getOrDefault(account, List.of());
                    boolean isNew = commands.<Boolean>sendAndWait(new MakeForecast(account, today, until, own));
                    return new Made(account, today, own.size(), isNew);
                })
                .toList();
    }

    /** For the accounts that have none of this month yet. */
    public List<Made> makeMonthly(LocalDate today, Instant now) {
        YearMonth month = YearMonth.from(today);
        List<AccountId> without = stored.without(generations.active(NAME), month.atDay(1), month.atEndOfMonth());
        return without.isEmpty() ? List.of() : make(without, today, now);
    }

    private static ForecastMade.Line line(CalendarEntry entry) {
        return new ForecastMade.Line(
                entry.instrument(),
                entry.payDate(),
                entry.certainty(),
                entry.currency(),
                entry.perShare(),
                entry.gross());
    }

    /** The forecasts that were made up to that day, by day and account. */
    public List<KeptForecast> made(LedgerOn question, LocalDate asOf) {
        return stored.made(generations.active(NAME), question.knownAt(), asOf, question.accounts());
    }

    /** What came of each of them up to that day. */
    public List<Grade> grades(LedgerOn question, LocalDate asOf) {
        List<KeptForecast> forecasts = made(question, asOf);
        if (forecasts.isEmpty()) {
            return List.of();
        }
        int generation = generations.active(NAME);
        LocalDate first = forecasts.stream()
                .map(forecast -> Grading.firstDay(forecast.madeOn()))
                .min(Comparator.naturalOrder())
                .orElse(asOf);
        Known known = instruments.known(generation, question.knownAt(), question.accounts());
        Map<AccountId, LocalDate> toldUntil = outlook.toldUntil(question, asOf, known.toldUntil());
        Map<AccountId, List<Payment>> payments = histories
                .payments(generation, question.knownAt(), new PaymentQuery(question.accounts(), first, asOf, null))
                .stream()
                .collect(Collectors.groupingBy(Payment::account));
        return forecasts.stream()
                .flatMap(forecast -> Grading.of(
                        forecast,
                        payments.getOrDefault(forecast.account(), List.of()),
                        known.identify().apply(forecast.account()),
                        toldUntil.get(forecast.account()),
                        asOf)
                        .stream())
                .toList();
    }
}
