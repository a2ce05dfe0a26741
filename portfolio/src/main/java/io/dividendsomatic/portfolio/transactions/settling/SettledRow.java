package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a settled table.
 *
 * @param key tells it apart from the other rows of its account
 * @param cells what stands in the table's own columns, in their order
 */
public record SettledRow(String key, List<@Nullable Object> cells) {
    private static final char CELL_END = '\u001f';

    /** The first 64 bits of the SHA-256 of the cells: rows of one key and one hash are the same. */
    long hash() {
        StringBuilder text = new StringBuilder(cells.size() * 12);
        for (Object cell : cells) {
            text.append(cell instanceof BigDecimal decimal ? decimal.toPlainString() : cell)
                    .append(CELL_END);
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** With the columns that every settled table begins with. */
    @Nullable
    Object[] inTable(int generation, AccountId account) {
        List<@Nullable Object> row = new ArrayList<>(cells.size() + 4);
        row.addAll(List.of(generation, account.toString(), key, hash()));
        row.addAll(cells);
        return row.toArray();
    }
}
