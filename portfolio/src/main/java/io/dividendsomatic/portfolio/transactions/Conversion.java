package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.fx.FxLookup;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds the rates to the reporting currency of the days on which something was booked, as {@link FxLookup} says. */
public final class Conversion {
    private final CurrencyCode currency;
    private final FxLookup rates;

    public Conversion(FxRates rates, LedgerOn question) {
        this.currency = rates.reporting(question.currency());
        this.rates = rates.byMonth(question.knownAt());
    }

    public CurrencyCode currency() {
        return currency;
    }

    /** @param own the booking's rate to the account's base currency */
    public Fx rate(AccountId account, @Nullable CurrencyCode from, LocalDate day, @Nullable FxRate own) {
        return from == null ? Fx.MISSING : rates.rate(account, from, currency, day, own);
    }
}
