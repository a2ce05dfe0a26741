package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.dividends.history.Dividend;
import io.dividendsomatic.dividends.history.DividendSummary;
import io.dividendsomatic.dividends.income.Yields;
import io.dividendsomatic.dividends.outlook.HeldIncome;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether income is looked at before or after the tax that was withheld. */
enum IncomeBasis {
    GROSS,
    NET;

    /** In the reporting currency; absent without a rate, or where no file tells it. */
    @Nullable
    BigDecimal of(Dividend payment) {
        Dividend.InReporting converted = payment.inReportingCurrency();
        return this == GROSS ? converted.gross() : converted.net();
    }

    BigDecimal of(DividendSummary.InReporting sum) {
        return this == GROSS ? sum.gross() : sum.net();
    }

    Yields of(HeldIncome held) {
        return this == GROSS ? held.yields() : held.netYields();
    }
}
