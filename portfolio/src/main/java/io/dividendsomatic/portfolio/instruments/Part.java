package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an account means one and the same by its words.
 *
 * @param days absent where no file tells on which days it says them
 */
record Part(@Nullable Period days, Meaning meaning) {

    boolean contains(LocalDate day) {
        return days != null && !day.isBefore(days.from()) && !day.isAfter(days.to());
    }

    /** Those of the sighting's days that lie in it; absent when none does. */
    @Nullable
    Sighting of(Sighting sighting) {
        Period said = sighting.days();
        if (days == null || said == null) {
            return sighting;
        }
        Period common = Evidence.common(days, said);
        return common == null ? null : sighting.on(common);
    }

    /** Both as one, where one follows the other and nothing keeps either from being told. */
    @Nullable
    Part and(Part next) {
        boolean same = meaning.doubt() == null
                && next.meaning.doubt() == null
                && meaning.key().equals(next.meaning.key());
        return same ? new Part(Sighting.hull(days, next.days), meaning) : null;
    }
}
