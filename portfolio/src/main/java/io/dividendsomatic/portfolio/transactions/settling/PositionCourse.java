package io.dividendsomatic.portfolio.transactions.settling;

import java.util.List;

/**
 * What an account held between the reports of its broker, through all its days.
 *
 * @param changes in the order of their days
 */
public record PositionCourse(List<DerivedDay> days, List<PositionChange> changes) {

    public PositionCourse {
        days = List.copyOf(days);
        changes = List.copyOf(changes);
    }
}
