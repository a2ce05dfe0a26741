package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery.Condition;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which payments are asked for.
 *
 * @param accounts all when empty
 * @param from the first pay date, absent for all; {@code to} the last one
 * @param isin of the instrument, or of what it was found to be
 */
public record PaymentQuery(
        List<AccountId> accounts,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Isin isin) {
    public PaymentQuery {
        accounts = List.copyOf(accounts);
    }

    PaymentQuery ofAccounts(List<AccountId> others) {
        return new PaymentQuery(others, from, to, isin);
    }

    boolean takes(Payment payment) {
        return (accounts.isEmpty() || accounts.contains(payment.account()))
                && (from == null || !payment.payDate().isBefore(from))
                && (to == null || !payment.payDate().isAfter(to))
                && (isin == null || isOf(payment, isin));
    }

    /** Of accounts that are asked for. */
    public boolean takes(PaidAmount amount) {
        return (from == null || !amount.day().isBefore(from))
                && (to == null || !amount.day().isAfter(to))
                && (isin == null || isin.equals(amount.isin()) || isin.code().equals(amount.instrument()));
    }

    private static boolean isOf(Payment payment, Isin isin) {
        return (payment.instrument() != null && isin.equals(payment.instrument().isin()))
                || identity(isin)
                        .equals(payment.key() == null ? null : payment.key().value());
    }

    private static String identity(Isin isin) {
        return "isin:" + isin;
    }

    /** The same question of the table of payments. */
    Condition where(int generation) {
        Condition where = new Condition().and("generation = ?", generation);
        if (!accounts.isEmpty()) {
            where.andIn("account", accounts.stream().map(AccountId::toString).toList());
        }
        if (from != null) {
            where.and("pay_date >= ?", from);
        }
        if (to != null) {
            where.and("pay_date <= ?", to);
        }
        if (isin != null) {
            where.and("(isin = ? OR instrument = ?)", isin.code(), identity(isin));
        }
        return where;
    }
}
