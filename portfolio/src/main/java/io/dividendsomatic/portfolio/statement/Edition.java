package io.dividendsomatic.portfolio.statement;

import java.time.Instant;
import java.util.Comparator;

/**
 * What decides which of several statements for a day is current, whatever their order of arrival: the later time stated
 * by the broker, then the higher precedence of the format. Of two equal editions the greater hash of their files decides;
 * it stands beside the edition and is compared by those who hold both.
 *
 * @param statedAt when the broker made the statement, else the end of the period that it states (midnight UTC after it)
 * @param precedence of the format; higher wins
 */
public record Edition(Instant statedAt, int precedence) implements Comparable<Edition> {
    private static final Comparator<Edition> ORDER =
            Comparator.comparing(Edition::statedAt).thenComparingInt(Edition::precedence);

    @Override
    public int compareTo(Edition other) {
        return ORDER.compare(this, other);
    }
}
