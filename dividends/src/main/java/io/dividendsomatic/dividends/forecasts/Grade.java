package io.dividendsomatic.dividends.forecasts;

import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expected payment beside what came of it, or one payment that was not expected.
 *
 * @param horizon months from the month of the forecast to that of the expected day, else of the payment: 0 to 12
 * @param certainty of what was expected; absent where nothing was
 * @param payDate that was expected, and {@code paidOn} the day on which it came
 * @param expected gross, in {@code currency}; absent where no amount was given, zero where nothing was expected
 * @param received gross
 */
public record Grade(
        Verdict verdict,
        AccountId account,
        LocalDate madeOn,
        int horizon,
        Instrument instrument,
        @Nullable Certainty certainty,
        @Nullable LocalDate payDate,
        @Nullable LocalDate paidOn,
        CurrencyCode currency,
        @Nullable Amount expected,
        Amount received,
        List<FactId> payments,
        List<SourceRef> sources) {
    static final Comparator<Grade> IN_ORDER = Comparator.comparing(Grade::madeOn)
            .thenComparing(Grade::account)
            .thenComparing(Grade::day)
            .thenComparing(grade -> grade.instrument().toString())
            .thenComparing(Grade::currency)
            .thenComparing(grade -> grade.payments().toString());

    public Grade {
        payments = List.copyOf(payments);
        sources = List.copyOf(sources);
    }

    /** What came of it. */
    public enum Verdict {
        PAID,
        /** The time is over and nothing came. */
        NOT_PAID,
        /** It came and nobody had expected it. */
        UNFORESEEN,
        /** It can still come, or no file tells of that time yet; it is in no error. */
        OPEN
    }

    /** Received less expected; absent while it is open, and where no amount was given. */
    public @Nullable Amount error() {
        return expected == null || verdict == Verdict.OPEN
                ? null
                : new Amount(received.value().subtract(expected.value()));
    }

    private LocalDate day() {
        return payDate != null ? payDate : paidOn != null ? paidOn : madeOn;
    }
}
