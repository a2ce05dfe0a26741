package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.CorporateAction.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the description of a corporate action tells, in any language with a table:
 *
 * <pre>
 * BETA(US000000BB22) Split 2 for 1 (BETA, BETA LENDING CORP, US000000BB22)
 * (FI0000000011) Delisted (KUUSI.R, KUUSI OYJ - RIGHTS, FI0000000029)
 * </pre>
 *
 * @param words what is done, as the broker words it, without the instruments and the ratio
 * @param acting the instrument before the first brackets: whose issuer acts
 * @param named the instrument in the last brackets: the one that the row takes or gives
 */
public record ActionText(
        Kind kind,
        String words,
        @Nullable Ratio ratio,
        @Nullable Instrument acting,
        @Nullable Instrument named) {
    private static final Pattern HEAD = Pattern.compile("^([^()]{0,60}?)\\s*\\(([A-Z0-9]{1,12})\\)\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** The broker's code for a row that takes back an earlier one. */
    private static final String CANCELLED = "Ca";

    public static ActionText of(@Nullable String description) {
        return of(description, Wording.KNOWN);
    }

    public static ActionText of(@Nullable String description, Wording wording) {
        String text = description == null ? "" : description.strip();
        int open = lastBrackets(text);
        Instrument named = open < 0 ? null : named(text.substring(open + 1, text.length() - 1));
        String body = named == null ? text : text.substring(0, open);
        Matcher head = HEAD.matcher(body);
        boolean begins = head.find();
        Instrument acting =
                begins ? instrument(head.group(1), null, head.group(2)).orElse(null) : null;
        String rest = begins && acting != null ? body.substring(head.end()) : body;
        Matcher ratio = wording.ratio().matcher(rest);
        boolean stated = ratio.find();
        String words = stated ? rest.substring(0, ratio.start()) : rest;
        return new ActionText(
                wording.action(words),
                SPACES.matcher(words).replaceAll(" ").strip(),
                stated ? ratio(ratio.group(1), ratio.group(2)) : null,
                acting,
                named);
    }

    /** Whether the row's codes say that it takes back an earlier one. */
    public static boolean isCancelled(List<String> codes) {
        return codes.contains(CANCELLED);
    }

    /** Where the brackets that end the text open; -1 when it does not end in brackets. */
    private static int lastBrackets(String text) {
        int depth = 0;
        boolean closed = text.endsWith(")");
        for (int i = text.length() - 1; closed && i >= 0; i--) {
            depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** {@code symbol, name, code}; a name may hold commas. */
    private static @Nullable Instrument named(String brackets) {
        int first = brackets.indexOf(',');
        int last = brackets.lastIndexOf(',');
        return first < 0 || first == last
                ? null
                : instrument(
                                brackets.substring(0, first),
                                brackets.substring(first + 1, last).strip(),
                                brackets.substring(last + 1).strip())
                        .orElse(null);
    }

    private static Optional<Instrument> instrument(String symbol, @Nullable String name, String code) {
        String ticker = symbol.strip().isEmpty() ? null : symbol.strip();
        String title = name == null || name.isEmpty() ? null : name;
        Isin isin = Isin.find(code).orElse(null);
        String conid = isNumber(code) ? code : null;
        return ticker == null && title == null && isin == null && conid == null
                ? Optional.empty()
                : Optional.of(new Instrument(ticker, isin, title, conid, null, null, null, null, null));
    }

    private static boolean isNumber(String code) {
        return !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static @Nullable Ratio ratio(String received, String held) {
        try {
            Quantity come = NumberStyle.DOT.parse(received).map(Quantity::new).orElseThrow();
            Quantity went = NumberStyle.DOT.parse(held).map(Quantity::new).orElseThrow();
            return come.value().signum() > 0 && went.value().signum() > 0 ? new Ratio(come, went) : null;
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }
}
