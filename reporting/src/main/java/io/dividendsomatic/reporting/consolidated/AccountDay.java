package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an account was worth at the end of a day and until the next one, in the reporting currency. What is not known is
 * in no figure.
 *
 * @param value of the positions
 * @param estimated the part of it for which cost stands
 * @param cost of the positions
 * @param unrealized value − cost of those that have both
 * @param cash absent before any file tells of some
 * @param pricedOn the oldest day of a price in the value; absent where nothing is held
 * @param carried what the parts without a rate that day came to when they last had one: in no other figure
 * @param carriedUnrealized the same of what is unrealized in them
 * @param unrated their currencies; without those that never have a rate
 * @param incomplete why something that is held is in no figure
 * @param known the quality of the day itself, whatever the age of its prices
 */
public record AccountDay(
        LocalDate date,
        BigDecimal value,
        BigDecimal estimated,
        BigDecimal cost,
        BigDecimal unrealized,
        @Nullable BigDecimal cash,
        @Nullable LocalDate pricedOn,
        BigDecimal carried,
        BigDecimal carriedUnrealized,
        Set<CurrencyCode> unrated,
        Set<Reason> incomplete,
        Quality known) {

    public AccountDay {
        unrated = Collections.unmodifiableSet(new TreeSet<>(unrated));
        incomplete = Collections.unmodifiableSet(new TreeSet<>(incomplete));
    }

    /** What never has a rate is missing alike on all days, and makes none of them worse than others. */
    AccountDay among(Set<CurrencyCode> everRated) {
        Set<CurrencyCode> sometimes = new TreeSet<>(unrated);
        sometimes.retainAll(everRated);
        return sometimes.equals(unrated)
                ? this
                : new AccountDay(
                        date,
                        value,
                        estimated,
                        cost,
                        unrealized,
                        cash,
                        pricedOn,
                        carried,
                        carriedUnrealized,
                        sometimes,
                        incomplete,
                        known);
    }

    /** Whether all of it is known that is known on any day. */
    public boolean isFull() {
        return unrated.isEmpty() && !incomplete.contains(Reason.NOT_STATED);
    }

    /** Positions and cash, as far as known. */
    public BigDecimal netValue() {
        return cash == null ? value : value.add(cash);
    }

    /** For a comparison with other days: what has no rate that day stands as it was last known. */
    public BigDecimal comparable() {
        return netValue().add(carried);
    }

    /** Likewise. */
    public BigDecimal comparableUnrealized() {
        return unrealized.add(carriedUnrealized);
    }

    /** How good it is as what the account is worth on that day, the day itself or a later one. */
    public Quality quality(LocalDate on) {
        boolean stale =
                pricedOn != null && pricedOn.plusDays(Quality.STALE_AFTER_DAYS).isBefore(on);
        return stale ? known.worse(Quality.STALE_PRICE) : known;
    }
}
