package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file told transactions of the account: those that no earlier file had told, those that one had told in the same
 * words, and those that were told before and read otherwise here. A file of many transactions tells them in several
 * events. The three lists together hold every telling, so that a reader may order the tellings of a fact by edition and
 * file, and find the same whatever came first.
 *
 * @param booked facts told for the first time
 * @param retold facts whose row reads exactly as the one with which they were booked
 * @param restated facts booked before, whose row reads otherwise: a corrected figure under the broker's own number, or
 *     only what is no part of the fact's identity, such as the broker's own view of cost and gain. Which row holds is
 *     decided by the editions of their files, then by the files, never by arrival
 * @param period that the file says to cover, or of which its rows tell; absent when nothing tells it
 */
public record TransactionsBooked(
        AccountId account,
        FileId file,
        Edition edition,
        List<Booked> booked,
        List<Retold> retold,
        List<Booked> restated,
        @Nullable Period period)
        implements AccountEvent {
    /** Entries of one event, all lists together: it stays well below a megabyte, as an event of parsed rows does. */
    public static final int MAX_ENTRIES = 1_000;

    public TransactionsBooked {
        booked = List.copyOf(booked);
        retold = List.copyOf(retold);
        restated = List.copyOf(restated);
    }

    /** Of a file that covers no known days. */
    public TransactionsBooked(
            AccountId account,
            FileId file,
            Edition edition,
            List<Booked> booked,
            List<Retold> retold,
            List<Booked> restated) {
        this(account, file, edition, booked, retold, restated, null);
    }

    /**
     * A fact as this file tells it; {@code lines} of the file, ascending. Its
     * instruments are completed by the file's own instrument list, which has no part in the identity.
     */
    public record Booked(FactId fact, List<Integer> lines, StatementRow row) {
        public Booked {
            lines = List.copyOf(lines);
        }
    }

    /** A fact that this file tells as it was booked; {@code lines} of this file, ascending. */
    public record Retold(FactId fact, List<Integer> lines) {
        public Retold {
            lines = List.copyOf(lines);
        }
    }
}
