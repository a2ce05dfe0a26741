package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the description of a dividend, of a payment in place of one, or of tax on it tells, in any language with a table:
 *
 * <pre>
 * ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary Dividend)
 * ALFA (900000001) Cash Dividend 0.12 USD per Share - US Tax
 * ALFA(US000000AA16) Payment in Lieu of Dividend (Ordinary Dividend)
 * </pre>
 *
 * @param isin absent where the brackets hold none, or one whose check digit is wrong
 * @param conid the broker's contract number, where the brackets hold one instead
 * @param perShare gross, in {@code currency}
 * @param taxCountry ISO 3166 code of who took the tax
 */
public record DividendText(
        @Nullable String symbol,
        @Nullable Isin isin,
        @Nullable String conid,
        @Nullable UnitPrice perShare,
        @Nullable CurrencyCode currency,
        boolean inLieu,
        @Nullable String taxCountry) {
    /** The first brackets, if they hold an ISIN, a contract number or a CUSIP. */
    private static final Pattern HEAD = Pattern.compile(
            "^([^()]{0,60}?)\\s*\\(([A-Z]{2}[A-Z0-9]{9}[0-9]|[0-9]{1,12}|[0-9A-Z]{9})\\)\\s*(.*)$", Pattern.DOTALL);

    private static final String FIGURE = "(\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)";
    private static final Pattern CURRENCY_FIRST = Pattern.compile("(?<!\\p{L})([A-Z]{3}) " + FIGURE + "(?![\\d%])");
    private static final Pattern CURRENCY_LAST =
            Pattern.compile("(?<![\\p{L}\\d.])" + FIGURE + " ([A-Z]{3})(?!\\p{L})");
    /** {@code Cash Dividend 0.12 per Share}: a figure between words, and no currency. */
    private static final Pattern BARE = Pattern.compile("(?<=\\p{L}) " + FIGURE + "(?= \\p{L}|$)");

    private static final Pattern COUNTRY = Pattern.compile(" - ([A-Z]{2})(?!\\p{L})");

    /** What the text tells, or nothing where it names no instrument, as interest and fees do. */
    public static Optional<DividendText> find(@Nullable String description) {
        return find(description, Wording.KNOWN);
    }

    public static Optional<DividendText> find(@Nullable String description, Wording wording) {
        Matcher head = HEAD.matcher(description == null ? "" : description.strip());
        if (!head.matches()) {
            return Optional.empty();
        }
        String symbol = head.group(1).strip();
        String code = head.group(2);
        String rest = head.group(3);
        Rate rate = rate(beforeBrackets(rest));
        Matcher country = COUNTRY.matcher(rest);
        DividendText text = new DividendText(
                symbol.isEmpty() ? null : symbol,
                Isin.find(code).orElse(null),
                isConid(code) ? code : null,
                rate.perShare,
                rate.currency,
                wording.isInLieu(rest),
                country.find() ? country.group(1) : null);
        return text.hasInstrument() ? Optional.of(text) : Optional.empty();
    }

    /** The instrument as far as the text names it. */
    public Instrument instrument() {
        return new Instrument(symbol, isin, null, conid, null, null, null, null, null);
    }

    private boolean hasInstrument() {
        return symbol != null || isin != null || conid != null;
    }

    private static boolean isConid(String code) {
        return code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String beforeBrackets(String text) {
        int bracket = text.indexOf('(');
        return bracket < 0 ? text : text.substring(0, bracket);
    }

    private static Rate rate(String text) {
        Matcher first = CURRENCY_FIRST.matcher(text);
        if (first.find()) {
            return new Rate(
                    price(first.group(2)), CurrencyCode.find(first.group(1)).orElse(null));
        }
        Matcher last = CURRENCY_LAST.matcher(text);
        if (last.find()) {
            return new Rate(
                    price(last.group(1)), CurrencyCode.find(last.group(2)).orElse(null));
        }
        Matcher bare = BARE.matcher(text);
        return new Rate(bare.find() ? price(bare.group(1)) : null, null);
    }

    private static @Nullable UnitPrice price(String figure) {
        try {
            BigDecimal value = NumberStyle.DOT.parse(figure).orElse(null);
            return value == null ? null : new UnitPrice(value);
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    private record Rate(
            @Nullable UnitPrice perShare, @Nullable CurrencyCode currency) {}
}
