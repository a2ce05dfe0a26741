package io.dividendsomatic.portfolio.kernel;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A currency by its three letters: ISO 4217, CNH (the offshore yuan that brokers list beside it), and the digital
 * currencies that brokers quote prices and pay fees in.
 */
public record CurrencyCode(String code) implements Comparable<CurrencyCode> {
    private static final Set<String> KNOWN = Stream.concat(
                    Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
                    Stream.of("CNH", "ADA", "BNB", "BTC", "DOT", "ETH", "LTC", "SOL", "XRP"))
            .collect(Collectors.toUnmodifiableSet());

    public CurrencyCode {
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException("not a currency: '" + code + "'");
        }
    }

    /** The currency of that code, or nothing: an unknown code is never a guess. */
    public static Optional<CurrencyCode> find(String code) {
        return KNOWN.contains(code) ? Optional.of(new CurrencyCode(code)) : Optional.empty();
    }

    @Override
    public int compareTo(CurrencyCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
