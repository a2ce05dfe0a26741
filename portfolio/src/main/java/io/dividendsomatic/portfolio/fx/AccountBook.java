package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the accounts' statements tell of rates to their base currencies, day by day. */
final class AccountBook {
    private final Map<AccountId, CurrencyCode> bases;
    private final Map<LocalDate, SortedMap<AccountId, Map<CurrencyCode, StatedFx>>> days = new HashMap<>();

    /** @param stated of those for one account, day and currency the last is right */
    AccountBook(Map<AccountId, CurrencyCode> bases, List<StatedFx> stated) {
        this.bases = Map.copyOf(bases);
        for (StatedFx rate : stated) {
            days.computeIfAbsent(rate.date(), day -> new TreeMap<>())
                    .computeIfAbsent(rate.account(), account -> new HashMap<>())
                    .put(rate.currency(), rate);
        }
    }

    @Nullable
    CurrencyCode base(AccountId account) {
        return bases.get(account);
    }

    /** Those that state any rate for the day, in order. */
    Collection<AccountId> tellingOn(LocalDate day) {
        return days.getOrDefault(day, Collections.emptySortedMap()).keySet();
    }

    /** Directly, or across the base currency, as this account tells it for the day. */
    Optional<Leg> within(AccountId account, CurrencyCode from, CurrencyCode to, LocalDate day, Step step) {
        ToBase source = toBase(account, from, day, step);
        if (source != null && source.base.equals(to)) {
            return Optional.of(source.leg);
        }
        ToBase target = toBase(account, to, day, step);
        if (target == null) {
            return Optional.empty();
        }
        Leg back = target.leg.inverse();
        if (source != null && source.base.equals(target.base)) {
            return Optional.of(source.leg.then(back));
        }
        return target.base.equals(from) ? Optional.of(back) : Optional.empty();
    }

    /** To the base currency; nothing for the base currency itself, or where it is not known. */
    @Nullable
    ToBase toBase(AccountId account, CurrencyCode currency, LocalDate day, Step step) {
        Map<AccountId, Map<CurrencyCode, StatedFx>> told = days.getOrDefault(day, Collections.emptySortedMap());
        StatedFx stated = told.getOrDefault(account, Map.of()).get(currency);
        if (stated == null) {
            return null;
        }
        CurrencyCode base = stated.base() != null ? stated.base() : base(account);
        return base == null || base.equals(currency)
                ? null
                : new ToBase(base, Leg.of(stated.rate().value(), day, step, account.toString(), stated.source()));
    }

    /** The way to an account's base currency. */
    record ToBase(CurrencyCode base, Leg leg) {}
}
