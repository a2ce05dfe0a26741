package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.transactions.settling.CashDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance of an account in one currency at the end of a day.
 *
 * @param balance what the bookings come to, beginning with the earliest balance that a broker printed before all of them
 * @param printed the newest balance that the broker printed; absent when it printed none
 * @param difference printed − ours of the day that was printed
 * @param fx of the day that was asked for; where nobody tells one for it, that of the balance's own day, as holdings take
 *     theirs of their statement's day. It says its date
 * @param sources where the balance was printed
 */
public record Cash(
        AccountId account,
        CurrencyCode currency,
        Amount balance,
        @Nullable Printed printed,
        @Nullable Amount difference,
        Fx fx,
        InReporting inReportingCurrency,
        List<SourceRef> sources) {

    public Cash {
        sources = List.copyOf(sources);
    }

    /** What the broker printed. */
    public record Printed(Amount balance, LocalDate asOf, FileId fileId) {}

    /** The balance in the reporting currency; absent without a rate. */
    public record InReporting(
            CurrencyCode currency, @Nullable BigDecimal balance) {}

    /** @param days of one account and currency, none of them after {@code asOf} */
    static Cash of(List<CashDay> days, LocalDate asOf, Conversion conversion) {
        CashDay newest = days.stream().max(Comparator.comparing(CashDay::date)).orElseThrow();
        CashDay checked = days.stream()
                .filter(day -> day.printed() != null)
                .max(Comparator.comparing(CashDay::date))
                .orElse(null);
        CashDay.Printed printed = checked == null ? null : checked.printed();
        Fx onDay = conversion.rate(newest.account(), newest.currency(), asOf, null);
        // where nobody tells a rate for that day, the balance is worth what it was when it was last told
        Fx fx = onDay.status() == Fx.Status.KNOWN
                ? onDay
                : conversion.rate(newest.account(), newest.currency(), newest.date(), null);
        return new Cash(
                newest.account(),
                newest.currency(),
                newest.balance(),
                printed == null || checked == null
                        ? null
                        : new Printed(
                                printed.balance(),
                                checked.date(),
                                printed.source().fileId()),
                printed == null || checked == null
                        ? null
                        : new Amount(printed.balance()
                                .value()
                                .subtract(checked.balance().value())),
                fx,
                new InReporting(
                        conversion.currency(),
                        fx.convert(newest.balance().value()).orElse(null)),
                printed == null ? List.of() : List.of(printed.source()));
    }
}
