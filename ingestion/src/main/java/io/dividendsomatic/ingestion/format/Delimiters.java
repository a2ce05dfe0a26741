package io.dividendsomatic.ingestion.format;

/** The characters that stand between the cells of a table, and which it is in a given one. */
final class Delimiters {
    private static final String CANDIDATES = ",;\t|";

    private Delimiters() {}

    /** The most frequent candidate outside quotes on the first line that has any; a comma when none has. */
    static char of(String text) {
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                counts[CANDIDATES.indexOf(c)]++;
            } else if (!quoted && c == '\n' && best(counts) >= 0) {
                break;
            }
        }
        return CANDIDATES.charAt(Math.max(best(counts), 0));
    }

    /** Whether one stands in the text. */
    static boolean stand(String text) {
        return text.chars().anyMatch(c -> CANDIDATES.indexOf(c) >= 0);
    }

    /** Whether nothing else does; true of an empty text. */
    static boolean only(String text) {
        return text.chars().allMatch(c -> CANDIDATES.indexOf(c) >= 0);
    }

    /** Index of the highest count, the first of equals; -1 when all are zero. */
    private static int best(int[] counts) {
        int best = -1;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > (best < 0 ? 0 : counts[best])) {
                best = i;
            }
        }
        return best;
    }
}
