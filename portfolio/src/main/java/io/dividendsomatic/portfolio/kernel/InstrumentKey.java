package io.dividendsomatic.portfolio.kernel;

/** The identity of an instrument inside one account: {@code isin:…}, {@code conid:…}, {@code symbol:…} or {@code name:…}. */
public record InstrumentKey(String value) implements Comparable<InstrumentKey> {
    private static final String ISIN = "isin:";

    /** Whether it is known by an ISIN that means the same to everybody. */
    public boolean isOfIsin() {
        return value.startsWith(ISIN)
                && Isin.find(value.substring(ISIN.length()))
                        .filter(isin -> !isin.isInternal())
                        .isPresent();
    }

    @Override
    public int compareTo(InstrumentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
