package io.dividendsomatic.ingestion.format.generic;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Other orders of columns in which a broker has written its table. Owners paste rows of one year under the header of
 * another; such a row proves by its own cells under which header it was written, or is refused.
 *
 * @param proof what the values of each row are like, whatever it tells
 * @param headers names of columns, in their order
 */
record Layouts(Map<String, List<Condition>> proof, List<List<String>> headers) {
    static final Layouts NONE = new Layouts(Map.of(), List.of());

    Layouts {
        proof = proof == null ? Map.of() : proof;
        headers = headers == null ? List.of() : headers;
        if (proof.isEmpty() != headers.isEmpty()) {
            throw new IllegalArgumentException("layouts need headers, and a proof of the cells under them");
        }
    }

    /** Whether a row with these values can have been written so. */
    boolean isProvenBy(Function<String, @Nullable CellText> values) {
        return proof.entrySet().stream().allMatch(test -> {
            CellText cell = values.apply(test.getKey());
            return test.getValue().stream().anyMatch(condition -> condition.holds(cell));
        });
    }
}
