package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a cash row say where another file tells it converted: they are the same but for what is in brackets,
 * and for the rate per share in those of a tax, which not every report repeats.
 */
final class ConvertedWords {
    private static final String NUMBER = "[0-9]{1,9}(?:[.,][0-9]{1,12})?";
    private static final Pattern RATE =
            Pattern.compile("\\b([A-Z]{3}) " + NUMBER + "(?![0-9.,%])|(?<![0-9.,])" + NUMBER + " ([A-Z]{3})\\b");
    private static final Pattern TAXED_RATE =
            Pattern.compile("\\b[A-Z]{3} " + NUMBER + " per share\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]{0,200}\\)");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private ConvertedWords() {}

    /** What both files say alike; empty where a row says nothing. */
    static String alike(Fact fact) {
        String text = plain(fact);
        String bare =
                fact.row() instanceof WithholdingTax ? TAXED_RATE.matcher(text).replaceAll(" ") : text;
        return SPACES.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether they name that currency: as that of the rate per share, or of a row on no instrument at all. */
    static boolean name(Fact fact, CurrencyCode currency) {
        return fact.view().instrument() == null
                ? CODE.matcher(plain(fact))
                        .results()
                        .anyMatch(code -> code.group().equals(currency.code()))
                : ofRate(plain(fact)).filter(currency::equals).isPresent();
    }

    private static Optional<CurrencyCode> ofRate(String text) {
        Matcher rate = RATE.matcher(text);
        while (rate.find()) {
            Optional<CurrencyCode> named = CurrencyCode.find(rate.group(1) != null ? rate.group(1) : rate.group(2));
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private static String plain(Fact fact) {
        String text = fact.view().description();
        return text == null ? "" : BRACKETS.matcher(text).replaceAll(" ");
    }
}
