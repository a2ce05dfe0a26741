package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.kernel.Amount;
import java.time.LocalDate;
import java.util.Optional;

/** Says what a position is worth of which its snapshot does not say it. */
@FunctionalInterface
public interface Valuing {
    /** Nothing but what brokers state. */
    Valuing AS_STATED = (snapshot, position) -> Optional.empty();

    /** Of a position without a market value. */
    Optional<Worth> worth(AccountSnapshot snapshot, HeldPosition position);

    /** @param value in the position's currency */
    record Worth(Amount value, Basis basis) {}

    /**
     * What a value rests on that no broker states.
     *
     * @param day of the price
     * @param source who says so
     */
    record Basis(LocalDate day, String source) {

        /** The older one. */
        Basis with(Basis other) {
            return day.isAfter(other.day) ? other : this;
        }
    }
}
