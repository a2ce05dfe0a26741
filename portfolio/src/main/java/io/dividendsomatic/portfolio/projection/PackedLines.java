package io.dividendsomatic.portfolio.projection;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file on which the positions of a snapshot stand, in one text: {@code 3,4;7} for two positions. One row
 * a telling instead of one a line keeps the read model at half its size.
 */
public final class PackedLines {

    private PackedLines() {}

    /** The lines of each position, in the order of the positions. */
    public static String pack(List<List<Integer>> lines) {
        StringBuilder packed = new StringBuilder(lines.size() * 4);
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                packed.append(';');
            }
            List<Integer> ofPosition = lines.get(i);
            for (int j = 0; j < ofPosition.size(); j++) {
                packed.append(j > 0 ? "," : "").append(ofPosition.get(j));
            }
        }
        return packed.toString();
    }

    /** What {@link #pack} was given; of no positions and of one without lines, none. */
    public static List<List<Integer>> unpack(String packed) {
        List<List<Integer>> lines = new ArrayList<>();
        List<Integer> ofPosition = new ArrayList<>();
        int line = 0;
        for (int i = 0; i <= packed.length(); i++) {
            char c = i < packed.length() ? packed.charAt(i) : ';';
            if (c >= '0' && c <= '9') {
                line = line * 10 + (c - '0');
                continue;
            }
            if (line > 0) {
                ofPosition.add(line);
                line = 0;
            }
            if (c == ';') {
                lines.add(List.copyOf(ofPosition));
                ofPosition.clear();
            }
        }
        return packed.isEmpty() ? List.of() : List.copyOf(lines);
    }
}
