package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Answers what moved in accounts and what they were worth, in the reporting currency. */
@Component
public class Courses {
    private final CourseSource source;
    private final Accounts accounts;
    private final FxRates rates;

    Courses(CourseSource source, Accounts accounts, FxRates rates) {
        this.accounts = accounts;
        this.source = source;
        this.rates = rates;
    }

    /** The currency in which such a question is answered. */
    public CurrencyCode currency(HoldingsOn question) {
        return rates.reporting(question.currency());
    }

    /** Of all accounts asked for, in order. */
    public List<AccountCourse> of(HoldingsOn question) {
        List<AccountId> asked =
                question.accounts().isEmpty() ? accounts.known(question.knownAt()) : question.accounts();
        return asked.stream()
                .map(account -> source.course(account, question.knownAt()))
                .toList();
    }

    /** Of all accounts asked for, in order, in the reporting currency. */
    public List<Track> tracks(HoldingsOn question) {
        List<AccountCourse> courses = of(question);
        CurrencyCode currency = currency(question);
        Tracks tracks = new Tracks(currency, book(question.knownAt(), courses, currency));
        return courses.stream().map(tracks::of).toList();
    }

    /** By account and day, up to {@code asOf}. */
    public List<Converted> flows(HoldingsOn question) {
        return tracks(question).stream()
                .flatMap(track -> track.flows().stream())
                .filter(flow -> !flow.date().isAfter(question.asOf()))
                .toList();
    }

    private FxLookup book(Instant knownAt, List<AccountCourse> courses, CurrencyCode currency) {
        Set<LocalDate> days = new TreeSet<>();
        Set<CurrencyCode> currencies = new TreeSet<>(Set.of(currency));
        for (AccountCourse course : courses) {
            course.flows().forEach(flow -> {
                days.add(flow.date());
                Stream.ofNullable(flow.currency()).forEach(currencies::add);
            });
            course.values().forEach(value -> {
                days.add(value.date());
                currencies.add(value.currency());
            });
            course.cash().forEach(cash -> {
                days.add(cash.date());
                currencies.add(cash.currency());
            });
        }
        return rates.book(knownAt, currencies.size() == 1 ? Set.of() : days, currencies);
    }
}
