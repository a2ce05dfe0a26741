package io.dividendsomatic.portfolio.projection;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which tellings of files count no more, and since when. Each read model keeps them in a table of its own,
 * {@code <read model>_withdrawal}: what was told stays in its tables, and every question leaves out what did not count at
 * its time. A withdrawal is about all that a file had told before it, by the numbers of the events.
 */
public final class Withdrawals {
    /** Stands for an account where a file tells what belongs to none. */
    public static final String NO_ACCOUNT = "";

    private final Map<String, List<Withdrawal>> byFile;

    private Withdrawals(List<Withdrawal> all) {
        this.byFile = all.stream().collect(Collectors.groupingBy(each -> key(each.account, each.file)));
    }

    private record Withdrawal(
            String account,
            FileId file,
            long number,
            Instant withdrawnAt,
            @Nullable Long restoredNumber,
            @Nullable Instant restoredAt) {

        boolean isInForce(long last, Instant knownAt) {
            boolean withdrawn = number <= last && !withdrawnAt.isAfter(knownAt);
            boolean restored = restoredNumber != null
                    && restoredNumber <= last
                    && restoredAt != null
                    && !restoredAt.isAfter(knownAt);
            return withdrawn && !restored;
        }

        Absence absence() {
            return new Absence(withdrawnAt, restoredAt);
        }
    }

    /** Of all accounts. */
    public static Withdrawals read(JdbcClient jdbc, String readModel, int generation) {
        return Standpoint.once(
                List.of(Withdrawals.class, readModel, generation),
                () -> new Withdrawals(jdbc.sql("SELECT * FROM " + readModel
                                + "_withdrawal WHERE generation = ? ORDER BY account, file_id, number")
                        .param(generation)
                        .query((row, number) -> withdrawal(row))
                        .list()));
    }

    /** Of one account; from one place those of all, so that nobody there knows more of one than of the others. */
    public static Withdrawals read(JdbcClient jdbc, String readModel, int generation, AccountId account) {
        if (Standpoint.seen() != null) {
            return read(jdbc, readModel, generation).of(account);
        }
        List<Object> question = List.of(Withdrawals.class, readModel, generation, account);
        return OneMoment.once(question, () -> readNow(jdbc, readModel, generation, account));
    }

    private Withdrawals of(AccountId account) {
        return new Withdrawals(
                all().filter(each -> each.account.equals(account.toString())).toList());
    }

    private static Withdrawals readNow(JdbcClient jdbc, String readModel, int generation, AccountId account) {
        return new Withdrawals(jdbc.sql("SELECT * FROM " + readModel
                        + "_withdrawal WHERE generation = ? AND account = ? ORDER BY file_id, number")
                .params(generation, account.toString())
                .query((row, number) -> withdrawal(row))
                .list());
    }

    private static Withdrawal withdrawal(ResultSet row) throws SQLException {
        long restored = row.getLong("restored_number");
        Long restoredNumber = row.wasNull() ? null : restored;
        OffsetDateTime restoredAt = row.getObject("restored_at", OffsetDateTime.class);
        return new Withdrawal(
                row.getString("account"),
                new FileId(row.getString("file_id")),
                row.getLong("number"),
                row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                restoredNumber,
                restoredAt == null ? null : restoredAt.toInstant());
    }

    /** Those that are in force when nothing is known but events up to that number, recorded up to that instant. */
    public Withdrawals inForce(long lastNumber, Instant knownAt) {
        return new Withdrawals(
                all().filter(each -> each.isInForce(lastNumber, knownAt)).toList());
    }

    private Stream<Withdrawal> all() {
        return byFile.values().stream().flatMap(List::stream);
    }

    /** Whether none of them is about what a file told an account with the event of that number. */
    public boolean leave(AccountId account, FileId file, long number) {
        return byFile.isEmpty() || ofFile(account, file).noneMatch(each -> each.number > number);
    }

    /** When what a file told an account with the event of that number did not count. */
    public List<Absence> absences(AccountId account, FileId file, long number) {
        return ofFile(account, file)
                .filter(each -> each.number > number)
                .map(Withdrawal::absence)
                .toList();
    }

    private Stream<Withdrawal> ofFile(AccountId account, FileId file) {
        return byFile.getOrDefault(key(account.toString(), file), List.of()).stream();
    }

    private static String key(String account, FileId file) {
        return account + " " + file;
    }

    /** The number of the newest event that withdrew or restored anything; −1 when there is none. */
    public long newest() {
        return newest(all());
    }

    /** The same of one account. */
    public long newest(AccountId account) {
        return newest(all().filter(each -> each.account.equals(account.toString())));
    }

    private static long newest(Stream<Withdrawal> some) {
        return some.flatMapToLong(each ->
                        LongStream.of(each.number, each.restoredNumber == null ? each.number : each.restoredNumber))
                .max()
                .orElse(-1);
    }

    /**
     * For the WHERE of a question with the parameter {@code knownAt}: a row of that table, which has the columns
     * {@code generation}, {@code account}, {@code file_id} and {@code number}, was not withdrawn then.
     */
    public static String standing(String readModel, String table) {
        return standing(readModel, table, table + ".account");
    }

    /** The same of a table without accounts. */
    public static String standingReference(String readModel, String table) {
        return standing(readModel, table, "'" + NO_ACCOUNT + "'");
    }

    /** The same of a table whose files are never read anew. */
    public static String standingFile(String readModel, String table) {
        return standing(readModel, table, "'" + NO_ACCOUNT + "'", "-1");
    }

    private static String standing(String readModel, String table, String account) {
        return standing(readModel, table, account, table + ".number");
    }

    private static String standing(String readModel, String table, String account, String number) {
        return " AND NOT EXISTS (SELECT 1 FROM " + readModel + "_withdrawal gone WHERE gone.generation = " + table
                + ".generation AND gone.account = " + account + " AND gone.file_id = " + table
                + ".file_id AND gone.number > " + number + " AND gone.withdrawn_at <= :knownAt"
                + " AND (gone.restored_at IS NULL OR gone.restored_at > :knownAt))";
    }
}
