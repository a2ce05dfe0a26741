package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.statement.Edition;
import java.time.Instant;

/** A fact that a file tells as it was booked before; whether it is a corporate action, only its booking knows. */
record RetoldAction(
        AccountId account, FactId fact, Edition edition, SourceRef source, long number, Instant recordedAt) {}
