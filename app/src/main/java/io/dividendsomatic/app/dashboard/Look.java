package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every page looks at, kept from page to page by the address.
 *
 * @param asOf the day
 * @param today the day on which it is looked at, in UTC
 * @param knownAt what was known when; now unless the address says it
 * @param accounts all when empty
 * @param currency to report in; absent for the configured one
 * @param reporting the currency of what is converted
 * @param here the address itself
 */
record Look(
        LocalDate asOf,
        LocalDate today,
        Instant knownAt,
        List<AccountId> accounts,
        @Nullable CurrencyCode currency,
        CurrencyCode reporting,
        Address here) {
    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";
    static final String ACCOUNT = "account";
    static final String CURRENCY = "currency";

    /** Parameters that go along to other pages. */
    private static final Set<String> KEPT = Set.of(AS_OF, KNOWN_AT, ACCOUNT, CURRENCY);

    Look {
        accounts = List.copyOf(accounts);
    }

    HoldingsOn holdings() {
        return new HoldingsOn(asOf, knownAt, accounts, currency);
    }

    /** The ledger up to the day. */
    LedgerOn ledger() {
        return new LedgerOn(asOf, knownAt, accounts, currency);
    }

    /** Another page with the same look. */
    public Address to(String path) {
        return here.only(KEPT).at(path);
    }

    /** This page on another day; on today the address says nothing of a day. */
    public Address on(LocalDate day) {
        return here.with(AS_OF, day.equals(today) ? null : day).with("page", null);
    }

    public Address daysAway(int days) {
        return on(asOf.plusDays(days));
    }

    public Address monthsAway(int months) {
        return on(asOf.plusMonths(months));
    }

    /** As the address said it; absent for now. */
    public @Nullable String askedKnownAt() {
        return here.first(KNOWN_AT);
    }

    public boolean has(AccountId account) {
        return accounts.contains(account);
    }
}
