package io.dividendsomatic.reporting.consolidated;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether interest is income or a cost: by the broker's words where they tell it, so that a refund of a cost is no income;
 * else by its sign. The words are those of Interactive Brokers' statements ({@code USD Debit Interest for Mar-2031}) and
 * of Nordnet's ({@code LAINAKORKO}, {@code DEBETKORKO}, {@code PÄÄOMIT YLIT.KORKO}).
 */
final class InterestWords {
    private static final Pattern PAID =
            Pattern.compile("debit interest|debet ?korko|lainakorko|ylit\\.? ?korko|margin interest|borrow fee");
    private static final Pattern RECEIVED = Pattern.compile("credit interest|talletuskorko|hyvityskorko");

    private InterestWords() {}

    static FlowKind kind(@Nullable String description, BigDecimal amount) {
        String words = description == null ? "" : description.toLowerCase(Locale.ROOT);
        if (PAID.matcher(words).find()) {
            return FlowKind.INTEREST_PAID;
        }
        if (RECEIVED.matcher(words).find()) {
            return FlowKind.INTEREST_RECEIVED;
        }
        return amount.signum() < 0 ? FlowKind.INTEREST_PAID : FlowKind.INTEREST_RECEIVED;
    }
}
