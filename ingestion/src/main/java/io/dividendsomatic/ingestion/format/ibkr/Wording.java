package io.dividendsomatic.ingestion.format.ibkr;

import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which a row's description tells what it is, of every language that has a table together: a statement in
 * another language keeps many of its descriptions in English.
 */
public final class Wording {
    /** The order in which words decide (rules.md §6): the first kind of which a word stands in the text. */
    private static final List<Kind> KINDS = List.of(
            Kind.SPIN_OFF,
            Kind.RIGHTS_ISSUE,
            Kind.RIGHTS_EXERCISE,
            Kind.STOCK_DIVIDEND,
            Kind.MERGER,
            Kind.DELISTING,
            Kind.TENDER,
            Kind.CONSENT,
            Kind.SPLIT,
            Kind.IDENTITY_CHANGE,
            Kind.REDEMPTION,
            Kind.EXCHANGE);

    public static final Wording KNOWN = new Wording(LanguageTable.BUILT_IN);

    private final List<String> inLieu;
    private final List<String> borrowFee;
    private final List<String> fxTranslation;
    private final List<String> vesting;
    private final Map<Kind, List<String>> actions;
    private final Pattern ratio;

    public Wording(List<LanguageTable> tables) {
        this.inLieu = words(tables, "text.IN_LIEU");
        this.borrowFee = words(tables, "text.BORROW_FEE");
        this.fxTranslation = words(tables, "text.FX_TRANSLATION");
        this.vesting = words(tables, "text.VESTING");
        this.actions = KINDS.stream()
                .collect(Collectors.toUnmodifiableMap(Function.identity(), kind -> words(tables, "action." + kind)));
        this.ratio =
                Pattern.compile("(?iu)(?<![\\p{L}\\d.,])(\\d[\\d,]*(?:\\.\\d+)?)\\s+(?:%s)\\s+(\\d[\\d,]*(?:\\.\\d+)?)"
                        .formatted(words(tables, "text.FOR").stream()
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"))));
    }

    /** Whether the text speaks of a payment in place of a dividend. */
    public boolean isInLieu(String text) {
        return stands(inLieu, text.toLowerCase(Locale.ROOT));
    }

    /** Whether the text speaks of the fee for shares that were borrowed to sell them short. */
    public boolean isBorrowFee(String text) {
        return stands(borrowFee, text.toLowerCase(Locale.ROOT));
    }

    /** Whether the text speaks of what balances in foreign currencies gained by their rates, which moves no cash. */
    public boolean isFxTranslation(String text) {
        return stands(fxTranslation, text.toLowerCase(Locale.ROOT));
    }

    /** Whether the text says that shares which the account holds already became the owner's for good. */
    public boolean isVesting(String text) {
        return stands(vesting, text.toLowerCase(Locale.ROOT));
    }

    Kind action(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return KINDS.stream()
                .filter(kind -> stands(actions.getOrDefault(kind, List.of()), lower))
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** New units for old ones, such as {@code 5 for 1}, in two groups. */
    Pattern ratio() {
        return ratio;
    }

    private static boolean stands(List<String> words, String lower) {
        return words.stream().anyMatch(lower::contains);
    }

    private static List<String> words(List<LanguageTable> tables, String name) {
        return tables.stream()
                .flatMap(table -> table.names(name))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
