package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of the income from one instrument as of a day; payments of later days have no part in it.
 *
 * @param received the trailing twelve months per share
 * @param trailingMoney the same in money, in the reporting currency
 * @param rates all sources' rates; {@code declared} the one that counts
 * @param lapsed whether several turns passed without a payment, so that what was paid before is no rate any more
 * @param yields by the declared rate, gross; {@code netYields} by what of it reached the account in the last year
 * @param divergences payments that differ from the declared rate
 */
public record InstrumentIncome(
        LocalDate asOf,
        List<Distribution> distributions,
        Frequency frequency,
        Trailing received,
        IncomeSum trailingMoney,
        List<DeclaredRate> rates,
        @Nullable DeclaredRate declared,
        boolean lapsed,
        Yields yields,
        Yields netYields,
        List<Growth> growth,
        Streak streak,
        List<Cut> cuts,
        List<RateDivergence> divergences) {
    public InstrumentIncome {
        distributions = List.copyOf(distributions);
        rates = List.copyOf(rates);
        growth = List.copyOf(growth);
        cuts = List.copyOf(cuts);
        divergences = List.copyOf(divergences);
    }

    /**
     * What is known of one instrument.
     *
     * @param payments of the instrument in all accounts, tax by itself included
     * @param expected of the instrument
     * @param holding of all accounts together; absent without a position
     * @param toldUntil asked only of accounts that hold what may have stopped paying
     */
    public record Known(
            List<Payment> payments,
            List<ExpectedPayment> expected,
            List<ManualRate> manual,
            Splits splits,
            SharesHeld held,
            @Nullable Holding holding,
            ToldUntil toldUntil) {
        public Known {
            payments = List.copyOf(payments);
            expected = List.copyOf(expected);
            manual = List.copyOf(manual);
        }
    }

    public static InstrumentIncome of(Known known, ReportingRates reporting, LocalDate asOf) {
        List<Distribution> distributions =
                Distributions.of(known.payments(), known.splits(), known.held(), reporting, asOf);
        Frequency frequency = DeclaredRates.frequency(distributions, asOf);
        boolean lapsed = Lapse.of(distributions, frequency, known, asOf);
        List<DeclaredRate> rates =
                DeclaredRates.of(distributions, known.expected(), known.manual(), known.splits(), lapsed, asOf);
        Yields without = lapsed ? Yields.LAPSED : Yields.UNKNOWN;
        DeclaredRate declared =
                DeclaredRates.chosen(rates, DeclaredRates.PRECEDENCE).orElse(null);
        List<Payment> trailing = between(known.payments(), asOf.minusYears(1).plusDays(1), asOf);
        List<Payment> thisYear = between(known.payments(), asOf.withDayOfYear(1), asOf);
        return new InstrumentIncome(
                asOf,
                distributions,
                frequency,
                Trailing.of(distributions, lapsed ? Frequency.IRREGULAR : frequency, asOf),
                IncomeSum.of(trailing, reporting),
                rates,
                declared,
                lapsed,
                declared == null
                        ? without
                        : yields(
                                declared,
                                BigDecimal.ONE,
                                paid(thisYear, reporting, false),
                                known.holding(),
                                reporting,
                                asOf),
                declared == null
                        ? without
                        : yields(
                                declared,
                                netShare(trailing, reporting),
                                paid(thisYear, reporting, true),
                                known.holding(),
                                reporting,
                                asOf),
                Stream.of(1, 3, 5)
                        .map(years -> Growth.over(years, distributions, frequency, reporting, asOf))
                        .toList(),
                Streak.of(distributions, frequency, asOf),
                Cut.of(distributions, frequency),
                declared == null ? List.of() : RateDivergence.of(distributions, declared));
    }

    /** What was taken back is in no sum, on whichever side of the border it was paid. */
    private static List<Payment> between(List<Payment> payments, LocalDate from, LocalDate to) {
        return payments.stream()
                .filter(payment -> !payment.reversed())
                .filter(payment ->
                        !payment.payDate().isBefore(from) && !payment.payDate().isAfter(to))
                .toList();
    }

    private static Figure paid(List<Payment> payments, ReportingRates rates, boolean net) {
        IncomeSum sum = IncomeSum.of(payments, rates);
        return sum.isWhole()
                ? Figure.of((net ? sum.net() : sum.gross()).value())
                : Figure.missing(Figure.Status.MISSING_FX);
    }

    /** Net over gross of all payments together; absent tells nothing, so nothing received gives no share. */
    private static @Nullable BigDecimal netShare(List<Payment> payments, ReportingRates rates) {
        Received received = payments.isEmpty() ? null : Received.of(payments, rates);
        return received == null || received.gross() == null || received.gross().signum() <= 0
                ? null
                : received.netShare();
    }

    private static Yields yields(
            DeclaredRate declared,
            @Nullable BigDecimal share,
            Figure paidThisYear,
            @Nullable Holding holding,
            ReportingRates reporting,
            LocalDate asOf) {
        if (declared.perYear().signum() <= 0) {
            return Yields.UNKNOWN;
        }
        if (holding == null) {
            return Yields.WITHOUT_POSITION;
        }
        if (share == null) {
            return Yields.UNKNOWN;
        }
        FxRate fx = declared.currency().equals(reporting.reporting())
                ? new FxRate(BigDecimal.ONE)
                : reporting.known().on(declared.currency(), asOf);
        return Yields.of(declared.perYear().multiply(share), declared.currency(), fx, holding, paidThisYear);
    }
}
