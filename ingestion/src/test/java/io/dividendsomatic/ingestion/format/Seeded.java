package io.dividendsomatic.ingestion.format;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property over random cases; a failure names the seed, and {@code -Dseed=…} runs that case alone. */
final class Seeded {
    private Seeded() {}

    static void forAll(Consumer<Random> property) {
        Long only = Long.getLong("seed");
        long first = only != null ? only : System.nanoTime();
        int rounds = only != null ? 1 : Integer.getInteger("fuzz.rounds", 200);
        for (long seed = first; seed < first + rounds; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("fails with -Dseed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
