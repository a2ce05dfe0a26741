package io.dividendsomatic.ingestion.format.vendor;

/** An answer is not in the shape that its vendor is known for. */
public final class UnreadableAnswer extends RuntimeException {
    UnreadableAnswer(String message) {
        super(message, null, false, false);
    }
}
