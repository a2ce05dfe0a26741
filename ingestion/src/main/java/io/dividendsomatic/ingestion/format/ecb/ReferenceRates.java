package io.dividendsomatic.ingestion.format.ecb;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.SourceRow;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rates of one day, as units of a currency for one euro. A rate that cannot be read is flagged and the others of its
 * day stay; {@code N/A} says that the bank gave none.
 */
final class ReferenceRates {
    private static final CurrencyCode EURO = new CurrencyCode("EUR");

    private final SourceRow row;
    private final LocalDate date;
    private final List<StatementRow> rates = new ArrayList<>();
    private final List<Problem> flags = new ArrayList<>();

    ReferenceRates(SourceRow row, LocalDate date) {
        this.row = row;
        this.date = date;
    }

    void add(String currency, String figure) {
        if (NumberStyle.isAbsent(figure) || figure.equals("N/A")) {
            return;
        }
        CurrencyCode code = CurrencyCode.find(currency).orElse(null);
        FxRate rate = rate(figure);
        if (code == null) {
            flags.add(problem(currency, ProblemCode.UNKNOWN_CURRENCY, "not a currency", figure));
        } else if (rate == null) {
            flags.add(problem(currency, ProblemCode.BAD_NUMBER, "not a rate", figure));
        } else {
            rates.add(new ReferenceRate(date, EURO, code, rate, "ECB"));
        }
    }

    /** Throws RefusedRow for a day without any rate. */
    Fact fact() {
        if (rates.isEmpty()) {
            throw new RefusedRow(
                    flags.isEmpty()
                            ? new Problem(row.line(), null, ProblemCode.MISSING_VALUE, "no rate", row.raw())
                            : flags.getFirst());
        }
        return new Fact(null, rates, flags);
    }

    private static @Nullable FxRate rate(String figure) {
        try {
            BigDecimal value = NumberStyle.DOT.parse(figure).orElseThrow(NumberFormatException::new);
            return new FxRate(value);
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    private Problem problem(String column, ProblemCode code, String message, String raw) {
        return new Problem(row.line(), column, code, message, raw);
    }
}
