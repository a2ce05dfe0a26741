package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row was understood.
 *
 * @param account the account of which it speaks; absent when it speaks of the whole file
 * @param facts what it tells, in order; a trade's row may also tell the balance after it. Empty only for a row that is
 *     part of another
 * @param partOf the line of the row that carries the fact which several rows tell together
 * @param flags what is wrong with the row and does not keep it out, such as {@code BAD_ISIN}
 */
public record RowParsed(
        int line,
        int lines,
        @Nullable Span span,
        @Nullable AccountId account,
        List<StatementRow> facts,
        @Nullable Integer partOf,
        List<Problem> flags)
        implements RowVerdict {

    public RowParsed {
        facts = List.copyOf(facts);
        flags = List.copyOf(flags);
        if (facts.isEmpty() == (partOf == null)) {
            throw new IllegalArgumentException("a row tells a fact, or is part of one that does: line " + line);
        }
    }

    /** A row that tells one fact and has its lines for itself. */
    public static RowParsed of(
            int line, int lines, @Nullable AccountId account, StatementRow fact, List<Problem> flags) {
        return new RowParsed(line, lines, null, account, List.of(fact), null, flags);
    }

    /** The same row of another account. */
    public RowParsed ofAccount(@Nullable AccountId other) {
        return new RowParsed(line, lines, span, other, facts, partOf, flags);
    }

    /** Whether all that the row tells is of one of these kinds; true of a part of another row. */
    public boolean tellsOnly(Class<?>... kinds) {
        return facts.stream().allMatch(fact -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(fact)));
    }
}
