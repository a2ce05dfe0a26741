package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.Report;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A report as JSON that can also be given as one table, which names its times and its currency. */
interface ReportTable extends Tabular {

    Report report();

    @Override
    default @Nullable LocalDate asOf() {
        return report().asOf();
    }

    @Override
    default Instant knownAt() {
        return report().knownAt();
    }

    @Override
    default CurrencyCode currency() {
        return report().currency();
    }
}
