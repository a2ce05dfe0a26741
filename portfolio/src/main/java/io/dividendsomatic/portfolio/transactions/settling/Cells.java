package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the kernel's words are in a table. */
public final class Cells {

    private Cells() {}

    public static @Nullable BigDecimal of(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }

    public static @Nullable BigDecimal of(@Nullable Money money) {
        return money == null ? null : money.amount().value();
    }

    public static @Nullable BigDecimal of(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.value();
    }

    public static @Nullable BigDecimal of(@Nullable UnitPrice price) {
        return price == null ? null : price.value();
    }

    public static @Nullable BigDecimal of(@Nullable FxRate rate) {
        return rate == null ? null : rate.value();
    }

    public static @Nullable String of(@Nullable CurrencyCode currency) {
        return currency == null ? null : currency.code();
    }

    public static @Nullable String of(@Nullable Isin isin) {
        return isin == null ? null : isin.code();
    }

    public static @Nullable String currencyOf(@Nullable Money money) {
        return money == null ? null : money.currency().code();
    }

    public static String facts(List<FactId> facts) {
        return facts.stream().map(FactId::value).collect(Collectors.joining(","));
    }
}
