package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.dividends.history.DividendHistory;
import io.dividendsomatic.dividends.history.DividendOutlook;
import io.dividendsomatic.dividends.history.DividendOutlook.In;
import io.dividendsomatic.dividends.history.DividendSummary;
import io.dividendsomatic.dividends.history.settling.Grouping;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.dividends.outlook.Forecast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for the sums of income that several pages show. Gross, in the reporting currency. */
@Component
class IncomeFigures {
    static final int YEAR = 12;

    private final DividendHistory history;
    private final DividendOutlook outlook;

    IncomeFigures(DividendHistory history, DividendOutlook outlook) {
        this.history = history;
        this.outlook = outlook;
    }

    DividendSummary between(Look look, LocalDate from, LocalDate to) {
        return history.summary(look.ledger(), from, to, null, Grouping.MONTH);
    }

    DividendSummary thisYear(Look look) {
        return between(look, look.asOf().withDayOfYear(1), look.asOf());
    }

    /** The year up to the day: from the day after the same one a year ago. */
    DividendSummary trailing(Look look) {
        return between(look, look.asOf().minusYears(1).plusDays(1), look.asOf());
    }

    In<List<Forecast>> comingYear(Look look) {
        return outlook.forecast(look.ledger(), look.asOf(), YEAR + 1);
    }

    /** What was paid before tax; nothing where no payment has a rate: its sum of zero is no figure. */
    static @Nullable BigDecimal gross(DividendSummary paid) {
        boolean known = paid.unresolved().isEmpty()
                || paid.lines().stream().anyMatch(line -> line.inReportingCurrency() != null);
        return known ? paid.totals().gross() : null;
    }

    /** How many payments have no rate. */
    static int unresolved(DividendSummary paid) {
        return paid.unresolved().stream()
                .mapToInt(DividendSummary.Unresolved::payments)
                .sum();
    }

    /** What is expected after the day, of that certainty; lines without a rate are in no sum, and nothing else is none. */
    static @Nullable BigDecimal expected(List<Forecast> forecast, Certainty certainty) {
        List<Forecast> expected =
                forecast.stream().filter(line -> line.certainty() == certainty).toList();
        List<BigDecimal> known = expected.stream()
                .map(line -> line.reporting().value())
                .filter(Objects::nonNull)
                .toList();
        return known.isEmpty() && !expected.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** By month, from one to another: what was paid, and what is expected as far as the forecast reaches. */
    static SortedMap<YearMonth, Map<Certainty, BigDecimal>> months(
            DividendSummary paid, List<Forecast> forecast, YearMonth from, YearMonth to) {
        return months(paid, IncomeBasis.GROSS, forecast, from, to);
    }

    static SortedMap<YearMonth, Map<Certainty, BigDecimal>> months(
            DividendSummary paid, IncomeBasis basis, List<Forecast> forecast, YearMonth from, YearMonth to) {
        SortedMap<YearMonth, Map<Certainty, BigDecimal>> months = new TreeMap<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            months.put(month, new EnumMap<>(Certainty.class));
        }
        for (DividendSummary.Line line : paid.lines()) {
            DividendSummary.InReporting sum = line.inReportingCurrency();
            if (sum != null) {
                add(months, YearMonth.parse(line.group()), Certainty.PAID, basis.of(sum));
            }
        }
        for (Forecast line : forecast) {
            BigDecimal sum = line.reporting().value();
            if (sum != null && line.certainty() != Certainty.PAID) {
                add(months, line.month(), line.certainty(), sum);
            }
        }
        return months;
    }

    private static void add(
            SortedMap<YearMonth, Map<Certainty, BigDecimal>> months, YearMonth month, Certainty kind, BigDecimal sum) {
        Map<Certainty, BigDecimal> known = months.get(month);
        if (known != null) {
            known.merge(kind, sum, BigDecimal::add);
        }
    }
}
