package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether two movements are of one amount of money: in one currency the figures are equal; in two, one is what the
 * broker settled for the other, or the other at the rate that a row states.
 */
final class MoneyAgreement {
    /** What two roundings to cents, before and after a conversion, can differ by. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private MoneyAgreement() {}

    static boolean same(CashMovement one, CashMovement other) {
        return one.amount().currency().equals(other.amount().currency())
                ? same(one.amount(), other.amount())
                : isConvertedTo(one, other) || isConvertedTo(other, one);
    }

    /** Whether the other movement is this one as it was converted. */
    static boolean isConvertedTo(CashMovement one, CashMovement other) {
        if (one.amount().currency().equals(other.amount().currency())) {
            return false;
        }
        return same(one.settled(), other.amount())
                || converts(one.amount(), one.fxRateToBase(), other.amount())
                || converts(one.amount(), other.fxRateToBase(), other.amount());
    }

    /** Whether the one row itself states that its money came to that of the other, in another currency. */
    static boolean isSourceOf(StatementRow one, StatementRow other) {
        CashMovement from = RowView.of(one).movement();
        CashMovement to = RowView.of(other).movement();
        if (from == null
                || to == null
                || from.amount().currency().equals(to.amount().currency())) {
            return false;
        }
        return from.settled() == null
                ? from.fxRateToBase() != null && isConvertedTo(from, to)
                : same(from.settled(), to.amount());
    }

    static boolean compatible(@Nullable Money one, @Nullable Money other) {
        return one == null || other == null || same(one, other);
    }

    static boolean same(@Nullable Money one, @Nullable Money other) {
        return one != null
                && other != null
                && one.currency().equals(other.currency())
                && FigureAgreement.same(one.amount().value(), other.amount().value());
    }

    private static boolean converts(Money from, @Nullable FxRate rate, Money to) {
        if (rate == null || rate.value().compareTo(BigDecimal.ONE) == 0) {
            return false;
        }
        BigDecimal converted = from.amount().value().multiply(rate.value());
        return converted.subtract(to.amount().value()).abs().compareTo(CENT) <= 0;
    }
}
