package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.reconciliation.Item;
import io.dividendsomatic.portfolio.transactions.PrintedAgainstOurs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Decimals and days as a person of a language reads them; a dash for what is not known.
 *
 * @param hidden whether amounts of money and quantities are shown as dots
 * @param messages the words of the pages
 */
record Shown(Locale locale, boolean hidden, MessageSource messages) {
    static final String UNKNOWN = "–";
    static final String DOTS = "•••";
    private static final int PRICE_DECIMALS = 6;
    private static final char NARROW_SPACE = '\u202f';
    private static final char SPACE = '\u00a0';
    private static final DateTimeFormatter FINNISH_DAY = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);
    private static final DateTimeFormatter FINNISH_TIME = DateTimeFormatter.ofPattern("d.M.uuuu H.mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final Map<Format, DecimalFormat> FORMATS = new ConcurrentHashMap<>();

    private record Format(boolean english, String pattern) {}

    /** The words for a name of the program, such as {@code verdict.BREAK}; the name itself where there are none. */
    public String word(String key, Object... values) {
        String name = key.substring(key.lastIndexOf('.') + 1);
        return Objects.requireNonNull(messages.getMessage(key, values, name, locale));
    }

    /** Two decimals, rounded half even. */
    public String amount(@Nullable BigDecimal value) {
        return money(value, "#,##0.00");
    }

    public String amount(@Nullable Amount value) {
        return amount(value == null ? null : value.value());
    }

    /** With its currency behind it. */
    public String money(@Nullable Money value) {
        return value == null
                ? UNKNOWN
                : amount(value.amount()) + SPACE + value.currency().code();
    }

    /** By how much a printed figure and ours differ: units, or money with its currency. */
    public String difference(PrintedAgainstOurs line) {
        BigDecimal value = line.difference() == null ? null : line.difference().value();
        return line.item() == Item.POSITION_QUANTITY
                ? quantity(value)
                : amount(value)
                        + (line.currency() == null
                                ? ""
                                : SPACE + line.currency().code());
    }

    /** Whole units, rounded half even: for tiles and charts. */
    public String whole(@Nullable BigDecimal value) {
        return money(value, "#,##0");
    }

    /** A line of a file, in which amounts stand. */
    public String raw(String line) {
        return hidden ? DOTS : line;
    }

    /** How many, as exact as it is, up to six decimals. */
    public String quantity(@Nullable BigDecimal value) {
        return value == null ? UNKNOWN : hidden ? DOTS : exact(value);
    }

    /** As exact as it is, up to six decimals; of prices and rates, which tell nothing of a person. */
    public String exact(@Nullable BigDecimal value) {
        return value == null ? UNKNOWN : rounded(value, "#,##0." + "#".repeat(PRICE_DECIMALS));
    }

    /** From a share of 1; one decimal, rounded half even. */
    public String percent(@Nullable BigDecimal share) {
        return share == null ? UNKNOWN : percentage(share.movePointRight(2), "#,##0.0");
    }

    /** From percent; two decimals, rounded half even. */
    public String percents(@Nullable BigDecimal percent) {
        return percent == null ? UNKNOWN : percentage(percent, "#,##0.00");
    }

    public String count(long number) {
        return format("#,##0").format(number);
    }

    public String date(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : day.format(isFinnish() ? FINNISH_DAY : DateTimeFormatter.ISO_LOCAL_DATE);
    }

    /** Without the year. */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLL", locale));
    }

    /** To the minute, in UTC. */
    public String time(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : instant.atOffset(ZoneOffset.UTC).format(isFinnish() ? FINNISH_TIME : TIME);
    }

    /** What colours a figure: the sign. */
    public String sign(@Nullable BigDecimal value) {
        return value == null || value.signum() == 0 ? "" : value.signum() > 0 ? "up" : "down";
    }

    private String money(@Nullable BigDecimal value, String pattern) {
        return value == null ? UNKNOWN : hidden ? DOTS : rounded(value, pattern);
    }

    private String percentage(BigDecimal percent, String pattern) {
        return rounded(percent, pattern) + SPACE + "%";
    }

    /** What rounds to zero has no sign. */
    private String rounded(BigDecimal value, String pattern) {
        DecimalFormat format = format(pattern);
        return format.format(value.setScale(format.getMaximumFractionDigits(), RoundingMode.HALF_EVEN));
    }

    private boolean isFinnish() {
        return locale.getLanguage().equals("fi");
    }

    /** A format is not for several threads, so each figure has its own; to copy one is ten times as fast as to make it. */
    private DecimalFormat format(String pattern) {
        boolean english = locale.getLanguage().equals("en");
        return (DecimalFormat) FORMATS.computeIfAbsent(new Format(english, pattern), first -> format(english, pattern))
                .clone();
    }

    private static DecimalFormat format(boolean english, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(english ? NARROW_SPACE : SPACE);
        symbols.setDecimalSeparator(english ? '.' : ',');
        symbols.setMinusSign('−');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format;
    }
}
