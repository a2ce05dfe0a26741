package io.dividendsomatic.portfolio.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Something by which files name an instrument, other than its ISIN: a code that means one security everywhere, or what
 * one broker calls it.
 *
 * @param broker whose word it is; given for symbols and names, and for nothing else
 * @param exchange on which the symbol is listed, as the broker writes it; absent for all of them
 */
public record InstrumentAlias(
        Kind kind,
        String value,
        @Nullable Broker broker,
        @Nullable String exchange) implements Comparable<InstrumentAlias> {
    /** More than any code or company name needs. */
    private static final int MAX_LENGTH = 200;

    /** Throws IllegalArgumentException, whose message a person can read. */
    public InstrumentAlias {
        value = value.strip();
        exchange = exchange == null || exchange.isBlank() ? null : exchange.strip();
        if (!fits(value) || (exchange != null && !fits(exchange))) {
            throw new IllegalArgumentException("an alias has from 1 to " + MAX_LENGTH + " characters");
        }
        if (kind.isBrokersWord() != (broker != null)) {
            throw new IllegalArgumentException(
                    kind.isBrokersWord() ? "a " + kind + " needs a broker" : "a " + kind + " belongs to no broker");
        }
        if (exchange != null && kind != Kind.SYMBOL) {
            throw new IllegalArgumentException("only a SYMBOL has an exchange");
        }
    }

    /** What a file can name; the first of them that a row has says most. */
    public enum Kind {
        /** IBKR's contract number. */
        CONID,
        FIGI,
        CUSIP,
        SYMBOL,
        NAME;

        boolean isBrokersWord() {
            return this == SYMBOL || this == NAME;
        }
    }

    public static InstrumentAlias code(Kind kind, String value) {
        return new InstrumentAlias(kind, value, null, null);
    }

    public static InstrumentAlias symbol(Broker broker, String symbol, @Nullable String exchange) {
        return new InstrumentAlias(Kind.SYMBOL, symbol, broker, exchange);
    }

    public static InstrumentAlias name(Broker broker, String name) {
        return new InstrumentAlias(Kind.NAME, name, broker, null);
    }

    /** Whether a text can stand in an alias. */
    public static boolean fits(@Nullable String text) {
        return text != null && !text.isBlank() && text.strip().length() <= MAX_LENGTH;
    }

    /** The same on any exchange. */
    public InstrumentAlias anywhere() {
        return exchange == null ? this : new InstrumentAlias(kind, value, broker, null);
    }

    @Override
    public int compareTo(InstrumentAlias other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : toString().compareTo(other.toString());
    }

    /** As a person writes it: {@code ibkr SYMBOL ALFA on NYSE}. */
    @Override
    public String toString() {
        return (broker == null ? "" : broker + " ") + kind + " " + value + (exchange == null ? "" : " on " + exchange);
    }
}
