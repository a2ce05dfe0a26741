package io.dividendsomatic.portfolio.holdings.fx;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.dividendsomatic.portfolio.holdings.fx.RatesToBase.Stated;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rate to the reporting currency: none is needed for that currency itself; else the newest that an account
 * with the holding states, directly or across its base currency; else the newest of any other account; else it is
 * missing. Of equally new ones the account that stands first in order tells it.
 */
public final class FxResolution {
    /** A rate across a base currency has 16 significant digits, the last rounded half even. */
    private static final MathContext CROSS_RATE = MathContext.DECIMAL64;

    private static final Comparator<Fx> NEWER = comparing(Fx::date, nullsFirst(naturalOrder()));

    private final RatesToBase rates;
    private final CurrencyCode reporting;
    private final LocalDate asOf;

    /** @param rates as they count on the day {@code asOf} */
    public FxResolution(RatesToBase rates, CurrencyCode reporting, LocalDate asOf) {
        this.rates = rates;
        this.reporting = reporting;
        this.asOf = asOf;
    }

    /** The rate from a currency, for what those accounts hold. */
    public Fx rate(CurrencyCode currency, Collection<AccountId> holders) {
        if (currency.equals(reporting)) {
            return Fx.identity(asOf);
        }
        return newest(currency, holders.stream().distinct().sorted())
                .or(() -> newest(currency, rates.accounts().stream().filter(account -> !holders.contains(account))))
                .orElse(Fx.MISSING);
    }

    private Optional<Fx> newest(CurrencyCode currency, Stream<AccountId> accounts) {
        return accounts.flatMap(account -> told(account, currency).stream())
                .reduce((first, other) -> NEWER.compare(first, other) >= 0 ? first : other);
    }

    private Optional<Fx> told(AccountId account, CurrencyCode currency) {
        Leg leg = leg(account, currency);
        if (leg == null) {
            return Optional.empty();
        }
        if (leg.date != null && leg.base.equals(reporting)) {
            return Optional.of(Fx.known(leg.rate, leg.date, account.toString()));
        }
        Leg target = leg(account, reporting);
        if (target == null || !target.base.equals(leg.base)) {
            return Optional.empty();
        }
        LocalDate date = earlier(leg.date, target.date);
        return date == null
                ? Optional.empty()
                : Optional.of(Fx.known(crossed(leg.rate, target.rate), date, account.toString()));
    }

    private static BigDecimal crossed(BigDecimal rate, BigDecimal target) {
        BigDecimal crossed = rate.divide(target, CROSS_RATE).stripTrailingZeros();
        return crossed.scale() < 0 ? crossed.setScale(0) : crossed;
    }

    private @Nullable Leg leg(AccountId account, CurrencyCode currency) {
        CurrencyCode base = rates.base(account).orElse(null);
        Stated stated = rates.newest(account, currency).orElse(null);
        if (stated != null) {
            CurrencyCode to = stated.base() != null ? stated.base() : base;
            return to == null ? null : new Leg(stated.rate().value(), stated.date(), to);
        }
        return currency.equals(base) ? new Leg(BigDecimal.ONE, null, currency) : null;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** The way from a currency to an account's base currency; without a date when they are the same. */
    private record Leg(BigDecimal rate, @Nullable LocalDate date, CurrencyCode base) {}
}
