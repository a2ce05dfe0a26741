package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.holdings.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rates to the reporting currency of the days on which something was booked: that of the booking itself, else
 * what the statements tell of the day. Each is asked for once.
 */
final class Conversion {
    private final HoldingsView holdings;
    private final LedgerOn question;
    private final HoldingsView.Reporting reporting;
    private final Map<Asked, Fx> found = new HashMap<>();

    Conversion(HoldingsView holdings, LedgerOn question) {
        this.holdings = holdings;
        this.question = question;
        this.reporting = holdings.reporting(question.holdings(LocalDate.EPOCH, question.accounts()));
    }

    private record Asked(AccountId account, CurrencyCode currency, LocalDate day) {}

    CurrencyCode currency() {
        return reporting.currency();
    }

    /** @param own the booking's rate to the account's base currency */
    Fx rate(AccountId account, @Nullable CurrencyCode currency, LocalDate day, @Nullable FxRate own) {
        if (currency == null) {
            return Fx.MISSING;
        }
        if (currency.equals(reporting.currency())) {
            return Fx.identity(day);
        }
        if (own != null && reporting.currency().equals(reporting.bases().get(account))) {
            return new Fx(Fx.Status.KNOWN, own.value(), day, account.toString());
        }
        return found.computeIfAbsent(new Asked(account, currency, day), this::ask);
    }

    private Fx ask(Asked asked) {
        LedgerOn inReporting =
                new LedgerOn(question.asOf(), question.knownAt(), question.accounts(), reporting.currency());
        return holdings.rate(asked.currency(), inReporting.holdings(asked.day(), List.of(asked.account())))
                .fx();
    }
}
