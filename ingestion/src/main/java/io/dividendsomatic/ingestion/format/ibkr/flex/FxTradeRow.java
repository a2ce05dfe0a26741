package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A trade of two currencies: Symbol is a pair ({@code EUR.USD}), Quantity is in the one of the two that CurrencyPrimary
 * is not, and the proceeds are in CurrencyPrimary. Where a query has no column that could name the pair, the leg in
 * CurrencyPrimary is all that is known, and the other stays open.
 */
final class FxTradeRow {
    private static final Pattern PAIR = Pattern.compile("([A-Z]{3})[./]([A-Z]{3})");

    private FxTradeRow() {}

    /** A symbol with a dot is a pair only when both halves are currencies: {@code DRIL.UN} is not. */
    static boolean isOne(Cells cells) {
        String assetClass = cells.text("AssetClass");
        if (assetClass != null) {
            return assetClass.equals("CASH");
        }
        return !cells.has("ISIN") && (pair(cells).isPresent() || isNameless(cells));
    }

    static Fact read(Cells cells, FlexScope scope, Level level, CurrencyUnit unit) {
        Quantity quantity = TradeRow.quantity(cells);
        UnitPrice price = cells.price("TradePrice", unit);
        TradeMoney money = TradeMoney.of(cells, unit, quantity, price);
        Optional<Pair> pair = pair(cells);
        Money leg = pair.map(known -> new Money(new Amount(quantity.value()), known.other(unit.currency())))
                .orElse(null);
        Money counter = counter(quantity, price, money, pair.orElse(null), unit.currency());
        FxConversion conversion = new FxConversion(
                TradeRow.when(cells, scope),
                leg != null ? leg : cells.required("Symbol", counter),
                leg != null ? counter : null,
                price,
                money.costs().fee(),
                level,
                description(cells),
                FlexReferences.of(cells));
        return scope.fact(cells, conversion);
    }

    /** The proceeds, or where the query has none what quantity and price make: exact, and in the pair's other currency. */
    private static @Nullable Money counter(
            Quantity quantity,
            @Nullable UnitPrice price,
            TradeMoney money,
            @Nullable Pair pair,
            CurrencyCode currency) {
        if (money.proceeds() != null && (pair == null || pair.has(currency))) {
            return new Money(money.proceeds(), currency);
        }
        if (price == null || pair == null) {
            return null;
        }
        BigDecimal product = quantity.value().multiply(price.value()).negate();
        return new Money(new Amount(product), pair.has(currency) ? currency : pair.quote);
    }

    /** Without instrument and asset class, a row whose money is quantity × price trades a currency, not a contract. */
    private static boolean isNameless(Cells cells) {
        BigDecimal quantity = cells.number("Quantity");
        BigDecimal price = cells.number("TradePrice");
        BigDecimal money = cells.has("TradeMoney") ? cells.number("TradeMoney") : cells.number("Proceeds");
        boolean nameless = !cells.has("Symbol") && !cells.has("Conid") && !cells.has("Description");
        return nameless
                && quantity != null
                && price != null
                && money != null
                && TradeRow.isPlain(quantity, price, money);
    }

    private static Optional<Pair> pair(Cells cells) {
        return pair(cells.text("Symbol")).or(() -> pair(cells.text("Description")));
    }

    private static Optional<Pair> pair(@Nullable String text) {
        Matcher matcher = PAIR.matcher(text == null ? "" : text);
        return matcher.matches()
                ? CurrencyCode.find(matcher.group(1))
                        .flatMap(base -> CurrencyCode.find(matcher.group(2)).map(quote -> new Pair(base, quote)))
                : Optional.empty();
    }

    private static @Nullable String description(Cells cells) {
        String text = cells.text("Description");
        return text != null ? text : cells.text("Symbol");
    }

    private record Pair(CurrencyCode base, CurrencyCode quote) {
        boolean has(CurrencyCode currency) {
            return base.equals(currency) || quote.equals(currency);
        }

        CurrencyCode other(CurrencyCode currency) {
            return base.equals(currency) ? quote : base;
        }
    }
}
