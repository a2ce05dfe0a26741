package io.dividendsomatic.portfolio.kernel;

import java.time.LocalDate;

/** The days that a statement covers, both ends included. */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after its first day: " + from + " to " + to);
        }
    }
}
