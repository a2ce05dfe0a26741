package io.dividendsomatic.portfolio.kernel;

/** The identity of an instrument inside one account: {@code isin:…}, {@code conid:…}, {@code symbol:…} or {@code name:…}. */
public record InstrumentKey(String value) implements Comparable<InstrumentKey> {

    @Override
    public int compareTo(InstrumentKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
