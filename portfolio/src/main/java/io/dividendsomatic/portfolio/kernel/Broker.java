package io.dividendsomatic.portfolio.kernel;

import java.util.regex.Pattern;

/** A broker by its lower-case code, for example {@code ibkr} or {@code nordnet}. */
public record Broker(String code) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public static final Broker IBKR = new Broker("ibkr");

    public Broker {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a broker code: '" + code + "'");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
