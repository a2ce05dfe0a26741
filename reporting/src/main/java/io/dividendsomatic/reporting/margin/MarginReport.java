package io.dividendsomatic.reporting.margin;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.reporting.Report;
import io.dividendsomatic.reporting.consolidated.Missing;
import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed to brokers and what it costs, and how much of the owner's money the portfolio has earned.
 *
 * @param year of the months
 * @param loans every currency in which an account owes something
 * @param months what was paid and received in interest, all twelve
 * @param interestPaid from the first booking to the day; positive
 * @param ratesAsOf the day of the benchmarks behind what is expected
 */
public record MarginReport(
        int year,
        LocalDate asOf,
        Instant knownAt,
        CurrencyCode currency,
        Standing totals,
        List<OfAccount> accounts,
        List<Loan> loans,
        List<InMonth> months,
        BigDecimal interestPaid,
        LocalDate ratesAsOf,
        Payback payback,
        Quality quality,
        List<Missing> unresolved)
        implements Report {

    public MarginReport {
        accounts = List.copyOf(accounts);
        loans = List.copyOf(loans);
        months = List.copyOf(months);
        unresolved = List.copyOf(unresolved);
    }

    /**
     * In the reporting currency.
     *
     * @param loan {@code max(−cash, 0)} over all currencies, account by account
     * @param loanToValue loan / net value, four decimals, rounded half up; absent where there is no net value
     * @param leverage market value / net value, likewise
     */
    public record Standing(
            @Nullable BigDecimal marketValue,
            @Nullable BigDecimal cash,
            BigDecimal loan,
            @Nullable BigDecimal netValue,
            @Nullable BigDecimal loanToValue,
            @Nullable BigDecimal leverage) {}

    /** One account. */
    public record OfAccount(
            AccountId account, @JsonUnwrapped Standing standing, Quality quality) {}

    /**
     * A negative balance.
     *
     * @param amount what is owed, positive, in {@code nativeCurrency}
     * @param rate percent a year that is expected; absent for a currency without benchmark, like what follows from it
     * @param yearly expected interest, two decimals; {@code monthly} a twelfth, two decimals; {@code daily} four
     */
    public record Loan(
            AccountId account,
            CurrencyCode nativeCurrency,
            BigDecimal amount,
            @Nullable BigDecimal inReportingCurrency,
            Fx fx,
            @Nullable BigDecimal rate,
            @Nullable BigDecimal yearly,
            @Nullable BigDecimal monthly,
            @Nullable BigDecimal daily,
            Quality quality) {}

    /** A month; {@code paid} positive, both in the reporting currency. */
    public record InMonth(YearMonth month, BigDecimal paid, BigDecimal received, Quality quality) {}

    /**
     * Earned is what was realized, dividends less their tax and interest, less costs. It pays back the owner's own money: the
     * net value of today.
     *
     * @param percent earned / net value × 100, one decimal; absent without a net value
     * @param since the first day that is known
     * @param expectedOn when the rest would be earned at the pace since the first day; absent where nothing is earned
     */
    public record Payback(
            BigDecimal earned,
            @Nullable BigDecimal percent,
            @Nullable LocalDate since,
            @Nullable LocalDate expectedOn,
            Quality quality) {}
}
