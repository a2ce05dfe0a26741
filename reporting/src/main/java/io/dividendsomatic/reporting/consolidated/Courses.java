package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what moved in accounts and what they were worth, in the reporting currency. */
@Component
public class Courses {
    private final CourseSource source;
    private final FxRates rates;

    Courses(CourseSource source, FxRates rates) {
        this.source = source;
        this.rates = rates;
    }

    /** The currency in which such a question is answered. */
    public CurrencyCode currency(HoldingsOn question) {
        return rates.reporting(question.currency());
    }

    /** By day, up to {@code asOf}, and not before {@code from} where it is given. */
    public List<Converted> flows(HoldingsOn question, @Nullable LocalDate from) {
        List<Flow> flows = source.flows(question.accounts(), question.knownAt()).stream()
                .filter(flow -> !flow.date().isAfter(question.asOf())
                        && (from == null || !flow.date().isBefore(from)))
                .toList();
        CurrencyCode currency = currency(question);
        FxLookup book = book(question, flows, currency);
        return flows.stream().map(flow -> Converted.of(flow, currency, book)).toList();
    }

    private FxLookup book(HoldingsOn question, List<Flow> flows, CurrencyCode currency) {
        List<LocalDate> days = flows.stream()
                .filter(flow -> !currency.equals(flow.currency()))
                .map(Flow::date)
                .toList();
        Set<CurrencyCode> currencies = Stream.concat(
                        Stream.of(currency), flows.stream().map(Flow::currency).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        return rates.book(question.knownAt(), days, currencies);
    }
}
