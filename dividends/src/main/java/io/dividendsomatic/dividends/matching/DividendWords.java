package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashDividend;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a dividend or of its tax say, whatever the language where they can be compared with each other, and
 * in the words of the brokers that we know where they must be understood. IBKR writes
 * {@code ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend)} and for the tax
 * {@code ALFA(US000000AA16) Cash Dividend USD 0.12 per Share - US Tax}.
 */
public final class DividendWords {
    private static final String NUMBER = "(\\d{1,9}(?:[.,]\\d{1,12})?)";
    private static final Pattern RATE = Pattern.compile(
            "\\b([A-Z]{3})\\s{1,3}" + NUMBER + "(?![\\d.,%])|(?<![\\d.,])" + NUMBER + "\\s{1,3}([A-Z]{3})\\b");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]{0,200}\\)");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern REVERSAL = Pattern.compile("\\breversal( of)?\\b:?|- reversal\\b");
    private static final Pattern TAX_COUNTRY =
            Pattern.compile("- ([A-Z]{2}) (?i:tax|налог)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final List<String> IN_LIEU = List.of("in lieu", "вместо дивиденд");
    private static final List<String> CASH_DIVIDEND = List.of("cash dividend", "наличный дивиденд");
    /** In lower case, without a character that means something in a pattern of SQL. */
    public static final List<String> INTEREST =
            List.of("interest", "credit int ", "korko", "korot", "ränta", "räntor", "zinsen");

    private static final List<String> SPECIAL = List.of(
            "special",
            "bonus",
            "supplement",
            "extraordinary",
            "extra dividend",
            "one-time",
            "one time",
            "ylimääräi",
            "lisäosinko",
            "extrautdelning",
            "bonusutdelning",
            "sonderdividende",
            "экстраординарн",
            "специальн",
            "бонус");

    private DividendWords() {}

    /** The first rate per share that the text names with its currency. */
    static Optional<PerShare> perShare(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher rate = RATE.matcher(text);
        while (rate.find()) {
            String currency = rate.group(1) != null ? rate.group(1) : rate.group(4);
            String number = rate.group(2) != null ? rate.group(2) : rate.group(3);
            BigDecimal value = new BigDecimal(number.replace(',', '.'));
            Optional<CurrencyCode> known = CurrencyCode.find(currency);
            if (known.isPresent() && value.signum() > 0) {
                return Optional.of(new PerShare(new UnitPrice(value), known.get(), PerShare.Origin.TEXT));
            }
        }
        return Optional.empty();
    }

    /** The country that took the tax, where the text ends {@code - US Tax}. */
    static Optional<String> taxCountry(@Nullable String text) {
        Matcher country = TAX_COUNTRY.matcher(text == null ? "" : text);
        return country.find() ? Optional.of(country.group(1)) : Optional.empty();
    }

    /** Whether the text says that it is about a payment in lieu. */
    static boolean saysInLieu(@Nullable String text) {
        return says(text, IN_LIEU);
    }

    /** Whether the text says that it is about an ordinary dividend. */
    static boolean saysCashDividend(@Nullable String text) {
        return says(text, CASH_DIVIDEND);
    }

    /** Whether the text says that it is about interest. */
    static boolean saysInterest(@Nullable String text) {
        return says(text, INTEREST);
    }

    /** Whether the text is what a reader writes for a file that tells net amounts alone. */
    static boolean saysAfterTax(@Nullable String text) {
        return CashDividend.AFTER_TAX.equals(text);
    }

    /** Whether the text says that it comes beside the regular payments. */
    public static boolean saysSpecial(@Nullable String text) {
        return says(text, SPECIAL);
    }

    private static boolean says(@Nullable String text, List<String> words) {
        if (text == null) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean saysReversal(@Nullable String text) {
        return text != null && REVERSAL.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** The text without what is in brackets, in lower case. */
    static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String bare = BRACKETS.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        return SPACES.matcher(REVERSAL.matcher(bare).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /** Whether the text of a tax begins as that of the payment does: {@code stem - XX tax}. */
    static boolean taxBelongs(@Nullable String tax, @Nullable String payment) {
        String plain = plain(tax);
        int dash = plain.lastIndexOf(" - ");
        if (dash <= 0) {
            return false;
        }
        String stem = plain.substring(0, dash).strip();
        return (plain(payment) + " ").startsWith(stem + " ");
    }
}
