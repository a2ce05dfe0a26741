package io.dividendsomatic.dividends.tax;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.util.Map;
import java.util.Optional;

/**
 * From which country a payment comes, for its tax: as the user decided; else as the words of its tax say; else the first
 * two letters of the ISIN, which are those of the issuer's seat, or of the place of the register.
 *
 * @param decided by ISIN
 */
public record Countries(Map<Isin, String> decided) {
    public static final Countries BY_ISIN = new Countries(Map.of());

    public Countries {
        decided = Map.copyOf(decided);
    }

    /** By ISO 3166; nothing where neither words nor ISIN tell. */
    public Optional<String> of(Payment payment) {
        Isin isin = payment.isin();
        if (isin != null && decided.containsKey(isin)) {
            return Optional.ofNullable(decided.get(isin));
        }
        if (payment.taxCountry() != null) {
            return Optional.of(payment.taxCountry());
        }
        return isin == null || isin.isInternal() || isin.code().startsWith("X")
                ? Optional.empty()
                : Optional.of(isin.code().substring(0, 2));
    }
}
