package io.dividendsomatic.app.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Decimals as a person reads them: digits grouped by a narrow space, a dash for what is not known. */
final class Shown {
    private static final String UNKNOWN = "–";
    private static final int PRICE_DECIMALS = 6;

    private Shown() {}

    /** Two decimals, rounded half even. */
    static String amount(@Nullable BigDecimal value) {
        return value == null ? UNKNOWN : format("#,##0.00").format(value);
    }

    /** As exact as it is, up to six decimals. */
    static String exact(@Nullable BigDecimal value) {
        return value == null
                ? UNKNOWN
                : format("#,##0." + "#".repeat(PRICE_DECIMALS)).format(value);
    }

    /** From a share of 1; one decimal, rounded half even. */
    static String percent(@Nullable BigDecimal share) {
        return share == null ? UNKNOWN : format("0.0").format(share.movePointRight(2)) + " %";
    }

    /** A format is not for several threads, so each has its own. */
    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('\u202f');
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }
}
