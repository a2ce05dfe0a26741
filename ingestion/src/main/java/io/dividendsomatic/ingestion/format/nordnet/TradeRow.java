package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A purchase or a sale, from the columns
 *
 * <ul>
 *   <li>Price and Gain (realised, of a sale): in the currency of the security
 *   <li>ValueCurrency, GainCurrency: that currency, in layouts that tell it
 *   <li>Costs, or else Commission: what was charged, positive, in CostsCurrency
 *   <li>FxRate: multiply by it to get from the currency of the security to that of the amount
 *   <li>Value: after some exports the cost of the whole holding, after others that of the units bought; it is taken
 *       where both are one
 * </ul>
 *
 * <p>Where no column tells the currency of a foreign security, the row's own rate restates its price and gain in that of
 * the amount, and the row is flagged.
 */
final class TradeRow {
    private static final int PRODUCT_SCALE = 12;
    /** Of any figure in a file; see NumberStyle. */
    private static final int MAX_INTEGER_DIGITS = 15;
    /** Rates are printed with three digits or more. */
    private static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.01");

    private final Cells cells;
    private final TransactionRow row;

    TradeRow(Cells cells, TransactionRow row) {
        this.cells = cells;
        this.row = row;
    }

    Trade read(TransactionType type) {
        BigDecimal units = cells.quantity("Quantity").value().abs();
        Quantity quantity = new Quantity(type.sign() < 0 ? units.negate() : units);
        Money settled = row.amount();
        Money fee = fee(settled);
        CurrencyCode stated = statedCurrency().orElse(null);
        BigDecimal rate = cells.number("FxRate");
        boolean foreign = stated == null && isForeign(rate, units, settled, fee);
        if (foreign) {
            row.flag(cells.problem(
                    "Price",
                    ProblemCode.UNKNOWN_CURRENCY,
                    "no column tells its currency; restated in %s by the row's rate".formatted(settled.currency())));
        }
        CurrencyCode currency = stated != null ? stated : settled.currency();
        BigDecimal price = cells.number("Price");
        BigDecimal gain = gain(currency, stated != null);
        return new Trade(
                new TradeTime(row.traded(), null, cells.dateIfAny("Settles")),
                row.instrument(),
                quantity,
                currency,
                price == null ? null : new UnitPrice(foreign ? restated("Price", price, rate) : price),
                proceeds(currency, settled, fee, units),
                new Costs(fee, null),
                settled,
                currency.equals(settled.currency()) ? null : rate(rate),
                statedCost(type, currency, units, foreign),
                gain == null ? null : new Amount(foreign ? restated("Gain", gain, rate) : gain),
                Trade.Level.EXECUTION,
                List.of(),
                cells.text("Text"),
                row.references());
    }

    private BigDecimal restated(String column, BigDecimal figure, @Nullable BigDecimal rate) {
        return bounded(column, figure.multiply(cells.required("FxRate", rate)));
    }

    /** Rounded half to even at {@value #PRODUCT_SCALE} digits, which no product of the broker's figures reaches. */
    private BigDecimal bounded(String column, BigDecimal product) {
        BigDecimal rounded = product.setScale(PRODUCT_SCALE, RoundingMode.HALF_EVEN);
        if (rounded.precision() - rounded.scale() > MAX_INTEGER_DIGITS) {
            throw cells.refused(column, ProblemCode.BAD_NUMBER, "what it makes is too large");
        }
        return rounded;
    }

    private Optional<CurrencyCode> statedCurrency() {
        return Stream.of("ValueCurrency", "GainCurrency")
                .filter(column -> cells.text(column) != null)
                .map(column -> cells.unit(column).currency())
                .findFirst();
    }

    /** Whether the price is in another currency than the amount: there is a rate, and the price alone does not make it. */
    private boolean isForeign(@Nullable BigDecimal rate, BigDecimal units, Money settled, @Nullable Money fee) {
        BigDecimal price = cells.number("Price");
        if (rate == null || rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) == 0 || price == null) {
            return false;
        }
        BigDecimal made = price.multiply(units).setScale(2, RoundingMode.HALF_UP);
        return made.compareTo(gross(settled, fee).abs()) != 0;
    }

    private @Nullable Money fee(Money settled) {
        String column = cells.has("Costs") ? "Costs" : "Commission";
        BigDecimal charged = cells.number(column);
        if (charged == null) {
            return null;
        }
        String currency = column + "Currency";
        CurrencyCode charge = cells.text(currency) == null
                ? settled.currency()
                : cells.unit(currency).currency();
        return new Money(new Amount(charged.negate()), charge);
    }

    /**
     * What the amount was before costs, where it is in the currency of the security; else quantity × price, where the
     * row's rate leads from it to the amount. (Of a bond it does not: prices of bonds are per cent.)
     */
    private @Nullable Amount proceeds(CurrencyCode currency, Money settled, @Nullable Money fee, BigDecimal units) {
        if (fee != null && !fee.currency().equals(settled.currency())) {
            return null;
        }
        BigDecimal gross = gross(settled, fee);
        if (settled.currency().equals(currency)) {
            return new Amount(gross);
        }
        BigDecimal price = cells.number("Price");
        BigDecimal rate = cells.number("FxRate");
        if (price == null || rate == null) {
            return null;
        }
        BigDecimal made = price.multiply(units).abs();
        BigDecimal difference = made.multiply(rate).subtract(gross.abs()).abs();
        boolean leads = difference.compareTo(gross.abs().multiply(RATE_TOLERANCE)) <= 0;
        return leads ? new Amount(bounded("Price", gross.signum() < 0 ? made.negate() : made)) : null;
    }

    private static BigDecimal gross(Money settled, @Nullable Money fee) {
        return settled.amount()
                .value()
                .subtract(fee == null ? BigDecimal.ZERO : fee.amount().value());
    }

    private @Nullable FxRate rate(@Nullable BigDecimal rate) {
        return rate == null || rate.signum() <= 0 ? null : new FxRate(rate);
    }

    /** Purchases have a zero where sales have their gain. */
    private @Nullable BigDecimal gain(CurrencyCode currency, boolean currencyIsStated) {
        BigDecimal gain = cells.number("Gain");
        if (gain == null || gain.signum() == 0) {
            return null;
        }
        String own = cells.text("GainCurrency");
        if (currencyIsStated
                && own != null
                && !cells.unit("GainCurrency").currency().equals(currency)) {
            row.flag(cells.problem(
                    "Gain", ProblemCode.UNKNOWN_CURRENCY, "it is in " + own + ", the price in " + currency));
            return null;
        }
        return gain;
    }

    private @Nullable Amount statedCost(
            TransactionType type, CurrencyCode currency, BigDecimal units, boolean foreign) {
        BigDecimal value = cells.number("Value");
        BigDecimal holding = cells.number("Holding");
        boolean ofThese = type.kind() == TransactionType.Kind.BUY && holding != null && holding.compareTo(units) == 0;
        String own = cells.text("ValueCurrency");
        boolean inCurrency =
                own == null ? !foreign : cells.unit("ValueCurrency").currency().equals(currency);
        return value != null && ofThese && inCurrency ? new Amount(value.abs()) : null;
    }
}
