package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.holdings.Figures;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What accounts came to, in the reporting currency, with the scale that the calculations give. What is not known is in no
 * figure and named beside them.
 *
 * @param marketValue of all positions; short ones are negative
 * @param unrealizedPnl market value − cost basis
 * @param realizedPnl gains of sales and covers, first in first out, at the rates of their days; charges in another
 *     currency that are in no cost are among the fees
 * @param dividends gross, payments in lieu included
 * @param withholdingTax positive when withheld
 * @param interest received, a correction of it negative
 * @param interestPaid negative, a refund of it positive
 * @param fees negative; without the commissions that are part of costs and gains
 * @param costs {@code −(interestPaid + fees)}
 * @param cash of all currencies; absent where no file tells of any
 * @param marginLoan what the account owes its broker: {@code max(−cash, 0)} account by account
 * @param netValue market value and cash, as far as known
 * @param deposits in money
 * @param withdrawals in money, negative
 * @param transfers from (positive) and to other accounts, in money and units
 * @param firstSeen what accounts had when files first showed it though no booking tells how it came: money, and units at
 *     their cost, else at what they were worth; units that vanished likewise, negative
 * @param netInvested deposits + withdrawals + transfers + firstSeen
 * @param totalReturn realized and unrealized result, dividends less tax, interest received and paid, fees
 */
public record Summary(
        @Nullable BigDecimal marketValue,
        @Nullable BigDecimal costBasis,
        @Nullable BigDecimal unrealizedPnl,
        BigDecimal realizedPnl,
        BigDecimal dividends,
        BigDecimal withholdingTax,
        BigDecimal interest,
        BigDecimal interestPaid,
        BigDecimal fees,
        BigDecimal costs,
        @Nullable BigDecimal cash,
        BigDecimal marginLoan,
        @Nullable BigDecimal netValue,
        BigDecimal deposits,
        BigDecimal withdrawals,
        BigDecimal transfers,
        BigDecimal firstSeen,
        BigDecimal netInvested,
        BigDecimal totalReturn,
        Quality quality) {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** @param flows of the one account */
    static Summary of(Figures figures, @Nullable BigDecimal cash, Collection<Converted> flows, Quality quality) {
        KindSums sums = KindSums.of(flows);
        BigDecimal interestPaid = sums.of(FlowKind.INTEREST_PAID);
        BigDecimal fees = sums.of(FlowKind.FEE, FlowKind.CHARGE_APART, FlowKind.CONVERSION_FEE);
        BigDecimal unrealized = figures.unrealizedPnl() == null ? ZERO : figures.unrealizedPnl();
        return new Summary(
                figures.marketValue(),
                figures.costBasis(),
                figures.unrealizedPnl(),
                sums.of(FlowKind.REALIZED),
                sums.of(FlowKind.DIVIDEND, FlowKind.PAYMENT_IN_LIEU),
                sums.of(FlowKind.WITHHOLDING_TAX).negate(),
                sums.of(FlowKind.INTEREST_RECEIVED),
                interestPaid,
                fees,
                interestPaid.add(fees).negate(),
                cash,
                cash == null ? ZERO : cash.negate().max(ZERO),
                add(figures.marketValue(), cash),
                sums.of(FlowKind.DEPOSIT),
                sums.of(FlowKind.WITHDRAWAL),
                sums.of(FlowKind.TRANSFER, FlowKind.TRANSFER_OF_UNITS),
                sums.atCost(FlowKind::isFirstSeen),
                sums.atCost(FlowKind::isExternal),
                unrealized.add(sums.of(FlowKind::isResult)),
                quality);
    }

    /** Of no account at all. */
    static final Summary NOTHING = new Summary(
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            null,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            ZERO,
            Quality.ACTUAL);

    Summary plus(Summary other) {
        return new Summary(
                add(marketValue, other.marketValue),
                add(costBasis, other.costBasis),
                add(unrealizedPnl, other.unrealizedPnl),
                realizedPnl.add(other.realizedPnl),
                dividends.add(other.dividends),
                withholdingTax.add(other.withholdingTax),
                interest.add(other.interest),
                interestPaid.add(other.interestPaid),
                fees.add(other.fees),
                costs.add(other.costs),
                add(cash, other.cash),
                marginLoan.add(other.marginLoan),
                add(netValue, other.netValue),
                deposits.add(other.deposits),
                withdrawals.add(other.withdrawals),
                transfers.add(other.transfers),
                firstSeen.add(other.firstSeen),
                netInvested.add(other.netInvested),
                totalReturn.add(other.totalReturn),
                quality.worse(other.quality));
    }

    private static @Nullable BigDecimal add(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }
}
