package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the files leave open, so that a person can answer it: nothing is guessed.
 *
 * @param facts that it is about
 * @param candidates that could answer it, where there are any
 */
public record OpenQuestion(
        Kind kind, LocalDate date, @Nullable Instrument instrument, List<FactId> facts, List<FactId> candidates) {

    public OpenQuestion {
        facts = List.copyOf(facts);
        candidates = List.copyOf(candidates);
    }

    /** What is open. */
    public enum Kind {
        /** An order of one file and executions of another do not add up: both stand in the ledger. */
        ORDER_WITHOUT_ITS_EXECUTIONS,
        /** A row says that it takes back another one that no file tells. */
        CANCELS_NOTHING_KNOWN,
        /** Units went in a corporate action, and neither units nor money came for them. */
        UNITS_WENT_FOR_NOTHING,
        /** Units came in a corporate action that should have taken others for them. */
        UNITS_CAME_FROM_NOTHING,
        /** Money moved for units that no row counts: the lots are as they were. */
        UNITS_UNKNOWN,
        /**
         * A corporate action moved money in another currency than its lots have: units that went for it have no gain in
         * theirs, units that came for it no cost, and those that were exchanged keep their cost as it was.
         */
        CASH_IN_ANOTHER_CURRENCY,
        /** How the cost is shared between several securities is not told: see the flag on the lots. */
        ALLOCATION_UNKNOWN,
        /** A trade states neither price nor proceeds, or delivers for options of which no file tells what they cost. */
        COST_UNKNOWN,
        /** A split states neither the units that came or went nor its ratio: the position is as it was. */
        SPLIT_UNKNOWN,
        /**
         * Rows tell one split otherwise, or one row in itself: the first one, by day and identity, stands, and of a row
         * whose units are not what its ratio makes of those that were held, the units.
         */
        SPLIT_CONTRADICTED,
        /** A corporate action states a dividend's money and units that came: the money is booked, the units are not. */
        DIVIDEND_WITH_UNITS,
        /**
         * Two files that both cover the day tell a row each that the other does not, alike but for a figure: one row
         * restated, or two. Both stand in the ledger.
         */
        RESTATED_OR_ANOTHER,
        /**
         * A statement that the broker made later tells a row of a day that both cover with another figure: the later one
         * stands, and the earlier file is named beside it.
         */
        RESTATED,
        /**
         * Two files that both cover the days tell a row each that the other does not, of equal figures, but on another day
         * or of another instrument: one row moved, or two. Both stand in the ledger.
         */
        MOVED_OR_ANOTHER,
        /**
         * A file tells a payment after tax, and another one tells payments of that day and instrument before it that do not
         * come to the same: one payment, or two. Both stand in the ledger.
         */
        AFTER_TAX_OR_ANOTHER,
        /** Files tell of different instruments under one number of the broker: the newest telling stands. */
        ONE_NUMBER_OF_TWO_INSTRUMENTS,
        /** Files of equal age tell one number of the broker with different figures: one of them stands. */
        ONE_NUMBER_OF_TWO_FIGURES
    }
}
