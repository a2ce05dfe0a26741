package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.income.Figure.Status;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a yearly rate per share means for a holding on a day. Percentages have two digits after the point, money is in the
 * reporting currency, rounded half up to cents. Where rate and price are in one currency no exchange rate is needed for a
 * yield; in two, both rates are, and without them it is not given.
 *
 * @param currentYield rate over price, in percent
 * @param yieldOnCost rate over cost per share, in percent
 * @param projectedAnnual rate times shares; zero without a long position
 * @param remainingThisYear what is projected less what was paid this year, never below zero
 */
public record Yields(
        Figure currentYield,
        Figure yieldOnCost,
        Figure projectedAnnual,
        Figure estimatedMonthly,
        Figure remainingThisYear) {
    private static final int CENTS = 2;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** The yields when no rate is known. */
    public static final Yields UNKNOWN = without(Status.MISSING_RATE, Status.MISSING_RATE, Status.MISSING_RATE);

    /** The yields of a rate that counts no more. */
    public static final Yields LAPSED = without(Status.RATE_LAPSED, Status.RATE_LAPSED, Status.RATE_LAPSED);

    /** The yields of a rate where nothing is held: neither price nor cost nor shares are known. */
    public static final Yields WITHOUT_POSITION =
            without(Status.MISSING_PRICE, Status.MISSING_COST, Status.MISSING_QUANTITY);

    private static Yields without(Status price, Status cost, Status quantity) {
        Figure shares = Figure.missing(quantity);
        return new Yields(Figure.missing(price), Figure.missing(cost), shares, shares, shares);
    }

    /**
     * The yields of a rate.
     *
     * @param perYear in {@code currency} a share
     * @param fx from {@code currency} to the reporting currency on that day
     * @param paidThisYear in the reporting currency
     */
    public static Yields of(
            BigDecimal perYear, CurrencyCode currency, @Nullable FxRate fx, Holding holding, Figure paidThisYear) {
        boolean oneCurrency = currency.equals(holding.currency());
        FxRate rateFx = oneCurrency && holding.fx() != null ? holding.fx() : fx;
        Figure projected = projected(perYear, rateFx, holding);
        return new Yields(
                inPercent(perYear, rateFx, holding, holding.price(), Status.MISSING_PRICE, oneCurrency),
                inPercent(perYear, rateFx, holding, holding.costPerShare(), Status.MISSING_COST, oneCurrency),
                projected.rounded(CENTS),
                of(projected, () -> whole(projected).divide(MONTHS, MathContext.DECIMAL64)),
                !projected.isKnown()
                        ? projected
                        : of(
                                paidThisYear,
                                () -> whole(projected)
                                        .subtract(whole(paidThisYear))
                                        .max(BigDecimal.ZERO)));
    }

    private static Figure projected(BigDecimal perYear, @Nullable FxRate fx, Holding holding) {
        if (holding.quantity() == null) {
            return Figure.missing(Status.MISSING_QUANTITY);
        }
        BigDecimal shares = holding.quantity().value();
        if (shares.signum() <= 0) {
            return Figure.of(BigDecimal.ZERO);
        }
        return fx == null
                ? Figure.missing(Status.MISSING_FX)
                : Figure.of(perYear.multiply(shares).multiply(fx.value()));
    }

    private static Figure inPercent(
            BigDecimal perYear,
            @Nullable FxRate rateFx,
            Holding holding,
            @Nullable UnitPrice base,
            Status missing,
            boolean oneCurrency) {
        if (base == null || base.value().signum() <= 0) {
            return Figure.missing(missing);
        }
        if (oneCurrency) {
            return Figure.of(Percent.of(perYear, base.value(), CENTS));
        }
        FxRate baseFx = holding.fx();
        return rateFx == null || baseFx == null
                ? Figure.missing(Status.MISSING_FX)
                : Figure.of(Percent.of(
                        perYear.multiply(rateFx.value()), base.value().multiply(baseFx.value()), CENTS));
    }

    private static Figure of(Figure needed, Supplier<BigDecimal> value) {
        return needed.isKnown() ? Figure.of(value.get()).rounded(CENTS) : needed;
    }

    private static BigDecimal whole(Figure known) {
        return known.value() == null ? BigDecimal.ZERO : known.value();
    }
}
