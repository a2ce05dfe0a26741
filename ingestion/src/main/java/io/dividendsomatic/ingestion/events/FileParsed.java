package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.Edition;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A file was read; its rows stand in the {@code chunks} events before this one on the file's stream.
 *
 * @param encoding in which its bytes were read as text
 * @param accounts in order; those that its rows name, or the one that the sender named; none for a
 *     file of reference data, or without any fact
 * @param accountGiven true when the file names no account and the sender did
 * @param drift of each table that has any
 * @param ignored how many rows were passed over, by reason
 * @param problems of rejected and flagged rows, the first {@value #MAX_PROBLEMS}
 * @param reading of the file's bytes, counted; absent for the first. It takes the place of all before it
 */
public record FileParsed(
        FileId file,
        String format,
        int parserVersion,
        String encoding,
        List<AccountId> accounts,
        boolean accountGiven,
        @Nullable Period period,
        Edition edition,
        RowCounts rows,
        List<Drift> drift,
        SortedMap<String, Integer> ignored,
        List<Problem> problems,
        int chunks,
        @Nullable Integer reading)
        implements FileEvent {
    /** What a person reads in a list; every problem stands on its row. */
    public static final int MAX_PROBLEMS = 100;

    public FileParsed {
        drift = List.copyOf(drift);
        accounts = List.copyOf(accounts);
        problems = List.copyOf(problems);
    }

    /** Of the first reading. */
    public FileParsed(
            FileId file,
            String format,
            int parserVersion,
            String encoding,
            List<AccountId> accounts,
            boolean accountGiven,
            @Nullable Period period,
            Edition edition,
            RowCounts rows,
            List<Drift> drift,
            SortedMap<String, Integer> ignored,
            List<Problem> problems,
            int chunks) {
        this(
                file,
                format,
                parserVersion,
                encoding,
                accounts,
                accountGiven,
                period,
                edition,
                rows,
                drift,
                ignored,
                problems,
                chunks,
                null);
    }

    /** Which reading of the file's bytes it is, counted from 1. */
    public int readingNumber() {
        return reading == null ? 1 : reading;
    }

    /** The same as a later reading; the first is 1. */
    public FileParsed asReading(int number) {
        return new FileParsed(
                file,
                format,
                parserVersion,
                encoding,
                accounts,
                accountGiven,
                period,
                edition,
                rows,
                drift,
                ignored,
                problems,
                chunks,
                number == 1 ? null : number);
    }
}
