package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Named values as one text that is equal exactly when they are: one line a value, absent values left out, decimals
 * canonical, white space in words reduced to single spaces. What is written here is hashed into identities that are
 * stored forever, so it never depends on the {@code toString} of a record.
 */
final class CanonicalText {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private final StringBuilder text = new StringBuilder(160);

    private CanonicalText() {}

    static CanonicalText of(String name, String value) {
        return new CanonicalText().words(name, value);
    }

    CanonicalText words(String name, @Nullable String value) {
        String words =
                value == null ? "" : WHITE_SPACE.matcher(value).replaceAll(" ").strip();
        return words.isEmpty() ? this : line(name, words);
    }

    CanonicalText day(String name, @Nullable LocalDate value) {
        return value == null ? this : line(name, value.toString());
    }

    CanonicalText time(String name, @Nullable LocalTime value) {
        return value == null ? this : line(name, value.toString());
    }

    CanonicalText instrument(String name, @Nullable Instrument value) {
        return value == null ? this : words(name, value.key().value());
    }

    CanonicalText quantity(String name, @Nullable Quantity value) {
        return value == null ? this : line(name, value.toString());
    }

    CanonicalText price(String name, @Nullable UnitPrice value) {
        return value == null ? this : line(name, value.toString());
    }

    CanonicalText amount(String name, @Nullable Amount value) {
        return value == null ? this : line(name, value.toString());
    }

    CanonicalText money(String name, @Nullable Money value) {
        return value == null ? this : line(name, value.amount() + " " + value.currency());
    }

    CanonicalText currency(String name, CurrencyCode value) {
        return line(name, value.code());
    }

    CanonicalText flag(String name, boolean value) {
        return value ? line(name, "true") : this;
    }

    private CanonicalText line(String name, String value) {
        text.append(name).append('=').append(value).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
