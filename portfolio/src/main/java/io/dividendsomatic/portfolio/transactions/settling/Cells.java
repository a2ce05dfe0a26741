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
final class Cells {

    private Cells() {}

    static @Nullable BigDecimal of(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }

    static @Nullable BigDecimal of(@Nullable Money money) {
        return money == null ? null : money.amount().value();
    }

    static @Nullable BigDecimal of(@Nullable Quantity quantity) {
        return quantity == null ? null : quantity.value();
    }

    static @Nullable BigDecimal of(@Nullable UnitPrice price) {
        return price == null ? null : price.value();
    }

    static @Nullable BigDecimal of(@Nullable FxRate rate) {
        return rate == null ? null : rate.value();
    }

    static @Nullable String of(@Nullable CurrencyCode currency) {
        return currency == null ? null : currency.code();
    }

    static @Nullable String of(@Nullable Isin isin) {
        return isin == null ? null : isin.code();
    }

    static @Nullable String currencyOf(@Nullable Money money) {
        return money == null ? null : money.currency().code();
    }

    static String facts(List<FactId> facts) {
        return facts.stream().map(FactId::value).collect(Collectors.joining(","));
    }
}
