package io.dividendsomatic.portfolio.account;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which facts the bookings of one file are. A fact is known by the broker's own number where its row has one, else by its
 * content; both within the account. The same file always tells the same facts, whatever else the account has been told.
 *
 * <ul>
 *   <li>Without a number, N rows of equal content are N facts: nothing says that the broker meant one. They are numbered
 *       from 1, so the N rows of one file and M of another are the greater of both, not the sum.
 *   <li>With a number, rows of equal content are one fact told by several rows: the number says that it is one. Rows of
 *       other content under the same number are facts of their own, numbered in the order of their contents, not of their
 *       lines: two legs of one transaction are both kept, and a file that tells them the other way round tells the same.
 *       Such rows are of one day, so that files which overlap tell all of them or none.
 *   <li>With a number, a row of other content in another file is the same fact stated anew: see {@link Bookings}.
 * </ul>
 */
final class FactsOfFile {

    private FactsOfFile() {}

    /** A fact as a file tells it: the first of its rows, and the lines of all, ascending. */
    record Told(FactId fact, List<Integer> lines, StatementRow row, int rows) {
        Told completedBy(InstrumentList instruments) {
            return new Told(fact, lines, instruments.complete(row), rows);
        }

        /** With the lines that tell a part of it; they have no part in the identity. */
        Told toldAlsoOn(Map<Integer, List<Integer>> parts) {
            List<Integer> all = Stream.concat(
                            lines.stream(),
                            lines.stream().flatMap(line -> parts.getOrDefault(line, List.of()).stream()))
                    .distinct()
                    .sorted()
                    .toList();
            return new Told(fact, all, row, rows);
        }

        private int firstLine() {
            return lines.getFirst();
        }
    }

    /** In the order of their first lines. */
    static List<Told> of(AccountId account, List<StatementLine> bookings) {
        Map<String, List<StatementLine>> numbered = new LinkedHashMap<>();
        Map<String, List<StatementLine>> unnumbered = new LinkedHashMap<>();
        for (StatementLine line : bookings) {
            BrokersNumber.of(line.row())
                    .ifPresentOrElse(
                            number -> add(numbered, number.text(), line),
                            () -> add(unnumbered, BookingContent.of(line.row()), line));
        }
        List<Told> facts = new ArrayList<>(bookings.size());
        numbered.forEach((number, rows) -> count(account, "number", number, byContent(rows), facts));
        unnumbered.forEach((content, rows) -> count(account, "content", content, each(rows), facts));
        facts.sort(comparingInt(Told::firstLine));
        return facts;
    }

    private static void add(Map<String, List<StatementLine>> rows, String identity, StatementLine line) {
        rows.computeIfAbsent(identity, first -> new ArrayList<>(1)).add(line);
    }

    private static Collection<List<StatementLine>> byContent(List<StatementLine> rows) {
        if (rows.size() == 1) {
            return List.of(rows);
        }
        SortedMap<String, List<StatementLine>> contents = new TreeMap<>();
        rows.forEach(line -> add(contents, BookingContent.of(line.row()), line));
        return contents.values();
    }

    /** Of equal content; what else they tell orders them, so that each finds its like in a file of another order. */
    private static Collection<List<StatementLine>> each(List<StatementLine> rows) {
        return rows.size() == 1
                ? List.of(rows)
                : rows.stream()
                        .sorted(comparing((StatementLine line) -> line.row().toString()))
                        .map(List::of)
                        .toList();
    }

    private static void count(
            AccountId account, String by, String identity, Collection<List<StatementLine>> tellings, List<Told> facts) {
        int ordinal = 0;
        for (List<StatementLine> rows : tellings) {
            ordinal++;
            facts.add(new Told(
                    FactId.of("account=" + account + "\nby=" + by + "\n" + identity + "ordinal=" + ordinal + "\n"),
                    rows.stream().map(StatementLine::line).distinct().sorted().toList(),
                    rows.getFirst().row(),
                    rows.size()));
        }
    }
}
