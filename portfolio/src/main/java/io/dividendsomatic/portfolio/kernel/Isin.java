package io.dividendsomatic.portfolio.kernel;

import java.util.Optional;
import java.util.Set;

/**
 * An ISIN whose check digit is right (ISO 6166: letters become two digits, then the Luhn sum over all digits). Codes
 * with a prefix that is set aside for private use ({@code XX}, {@code ZZ}, {@code QS} …) have the shape and mean
 * something only to the one who made them; they are {@linkplain #isInternal() internal} and never an identity.
 */
public record Isin(String code) implements Comparable<Isin> {
    private static final int LENGTH = 12;
    /** ISO 3166 user-assigned codes that depositories and vendors use; XS, XA–XF and EU are real allocations. */
    private static final Set<String> INTERNAL_PREFIXES =
            Set.of("AA", "QM", "QS", "QT", "QW", "QX", "QY", "QZ", "XX", "ZZ");

    public Isin {
        if (!isValid(code)) {
            throw new IllegalArgumentException("not an ISIN: '" + code + "'");
        }
    }

    /** The ISIN, or nothing when shape or check digit are wrong. */
    public static Optional<Isin> find(String code) {
        return isValid(code) ? Optional.of(new Isin(code)) : Optional.empty();
    }

    public boolean isInternal() {
        return INTERNAL_PREFIXES.contains(code.substring(0, 2));
    }

    private static boolean isValid(String code) {
        return hasShape(code) && luhn(code) % 10 == 0;
    }

    /** Two letters, nine letters or digits, a digit; by hand, since every stored position is checked when read. */
    private static boolean hasShape(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = code.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if (!(i < 2 ? letter : i < LENGTH - 1 ? letter || digit : digit)) {
                return false;
            }
        }
        return true;
    }

    private static int luhn(String code) {
        int sum = 0;
        boolean doubled = false;
        for (int i = code.length() - 1; i >= 0; i--) {
            int value = Character.digit(code.charAt(i), 36);
            for (int rest = value; ; rest /= 10) {
                int digit = rest % 10 * (doubled ? 2 : 1);
                sum += digit / 10 + digit % 10;
                doubled = !doubled;
                if (rest < 10) {
                    break;
                }
            }
        }
        return sum;
    }

    @Override
    public int compareTo(Isin other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
