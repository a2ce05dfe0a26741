package io.dividendsomatic.portfolio.kernel;

import java.util.regex.Pattern;

/**
 * An account at a broker, written {@code broker:number}; a broker may let its owner name it in place of a number. It is
 * part of every identity, so that two brokers never collide on a day.
 */
public record AccountId(Broker broker, String number) implements Comparable<AccountId> {
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._*-]{0,39}");

    public AccountId {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("not an account number: '" + number + "'");
        }
    }

    /** Reads {@code broker:number}; throws IllegalArgumentException for anything else. */
    public static AccountId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an account is written broker:number, not '" + text + "'");
        }
        return new AccountId(new Broker(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** As they are written. */
    @Override
    public int compareTo(AccountId other) {
        return broker.equals(other.broker)
                ? number.compareTo(other.number)
                : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return broker.code() + ":" + number;
    }
}
