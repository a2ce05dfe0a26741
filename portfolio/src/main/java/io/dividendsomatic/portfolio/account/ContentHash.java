package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A snapshot's content as one value: instrument, currency, quantity, cost and price of every position, in canonical
 * order and form. Names, lines and rates are no part of it, so that a finer statement of equal numbers is the same.
 */
public record ContentHash(String sha256) {

    /** Of positions in the order in which {@link SnapshotFold} gives them. */
    public static ContentHash of(List<Position> positions) {
        StringBuilder content = new StringBuilder(positions.size() * 64);
        for (Position position : positions) {
            content.append(position.instrument().key())
                    .append('\t')
                    .append(position.currency())
                    .append('\t')
                    .append(position.quantity())
                    .append('\t')
                    .append(position.costBasis())
                    .append('\t')
                    .append(position.markPrice())
                    .append('\n');
        }
        return new ContentHash(
                FileId.of(content.toString().getBytes(StandardCharsets.UTF_8)).sha256());
    }

    @Override
    public String toString() {
        return sha256;
    }
}
