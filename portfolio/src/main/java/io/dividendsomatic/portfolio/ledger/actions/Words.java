package io.dividendsomatic.portfolio.ledger.actions;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the rows of one event have in common in their descriptions. */
final class Words {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** IBKR names the security that the row takes or gives in the brackets at the end; they may hold brackets. */
    private static final Pattern LAST_BRACKETS = Pattern.compile("\\((?:[^()]|\\([^()]*\\))*\\)\\s*$");

    private Words() {}

    /** The description in one case, with single spaces and without the brackets that end it; empty when there is none. */
    static String of(@Nullable String description) {
        if (description == null) {
            return "";
        }
        String text = LAST_BRACKETS.matcher(description.strip()).replaceFirst("");
        return SPACES.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
