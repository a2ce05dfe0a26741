package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.util.Optional;

/**
 * What a row tells, by the broker's word for it.
 *
 * @param action what the issuer did, of a corporate action
 * @param takenBack whether the row takes back an earlier one: units that came go, and units that went come
 */
record TransactionType(Kind kind, CorporateAction.Kind action, boolean takenBack) {
    private static final Vocabulary TYPES = new Vocabulary("types.properties");
    private static final Vocabulary PARTS = new Vocabulary("type-parts.properties");

    private static final String TAKEN_BACK = "TAKEN_BACK";

    /** What we make of it. */
    enum Kind {
        BUY,
        SELL,
        DIVIDEND,
        TAX,
        INTEREST,
        FEE,
        DEPOSIT,
        WITHDRAWAL,
        CONVERSION,
        TRANSFER_IN,
        TRANSFER_OUT,
        ACTION_IN,
        ACTION_OUT,
        ACTION_CASH
    }

    /** Nothing for a word that is not known: what it means for cash and units would be a guess. */
    static Optional<TransactionType> find(String word) {
        String key = Vocabulary.key(word);
        return listed(key).or(() -> takenBack(key)).or(() -> byEnding(key));
    }

    /** A sign for units of which rows only tell how many. */
    int sign() {
        boolean going = kind == Kind.SELL || kind == Kind.TRANSFER_OUT || kind == Kind.ACTION_OUT;
        return going == takenBack ? 1 : -1;
    }

    /** Whether the account holds another number of units after it. */
    boolean movesUnits() {
        return switch (kind) {
            case BUY, SELL, TRANSFER_IN, TRANSFER_OUT, ACTION_IN, ACTION_OUT -> true;
            case DIVIDEND, TAX, INTEREST, FEE, DEPOSIT, WITHDRAWAL, CONVERSION, ACTION_CASH -> false;
        };
    }

    private static Optional<TransactionType> listed(String word) {
        return TYPES.meaning(word).map(meaning -> {
            int dot = meaning.indexOf('.');
            return dot < 0
                    ? type(Kind.valueOf(meaning), "OTHER")
                    : type(Kind.valueOf(meaning.substring(0, dot)), meaning.substring(dot + 1));
        });
    }

    private static Optional<TransactionType> byEnding(String word) {
        return PARTS.meanings()
                .filter(kind -> !kind.equals(TAKEN_BACK))
                .filter(kind -> PARTS.words(kind).stream().anyMatch(word::endsWith))
                .findFirst()
                .map(kind -> type(Kind.valueOf(kind), "OTHER"));
    }

    private static Optional<TransactionType> takenBack(String word) {
        return PARTS.words(TAKEN_BACK).stream()
                .filter(mark -> word.startsWith(mark + " "))
                .map(mark -> word.substring(mark.length() + 1))
                .flatMap(original -> listed(original).or(() -> byEnding(original)).stream())
                .filter(type -> type.kind == Kind.ACTION_IN || type.kind == Kind.ACTION_OUT)
                .map(type -> new TransactionType(type.kind, type.action, true))
                .findFirst();
    }

    private static TransactionType type(Kind kind, String action) {
        return new TransactionType(kind, CorporateAction.Kind.valueOf(action), false);
    }
}
