package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the typed columns of one row of a settled table. */
public record SettledColumns(ResultSet row) {

    public AccountId account() throws SQLException {
        return AccountId.parse(row.getString("account"));
    }

    public @Nullable String text(String column) throws SQLException {
        return row.getString(column);
    }

    public String required(String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    public @Nullable LocalDate optionalDay(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public LocalDate day(String column) throws SQLException {
        return Objects.requireNonNull(optionalDay(column), column);
    }

    public @Nullable Isin isin() throws SQLException {
        return isin("isin");
    }

    public @Nullable Isin isin(String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new Isin(code);
    }

    public @Nullable Amount amount(String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new Amount(value);
    }

    public @Nullable Money money(String column, String currencyColumn) throws SQLException {
        Amount amount = amount(column);
        CurrencyCode currency = currency(currencyColumn);
        return amount == null || currency == null ? null : new Money(amount, currency);
    }

    public @Nullable CurrencyCode currency(String column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new CurrencyCode(code);
    }

    public @Nullable Quantity quantity(String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new Quantity(value);
    }

    public @Nullable UnitPrice price(String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new UnitPrice(value);
    }

    public @Nullable FxRate rate(String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : new FxRate(value);
    }

    public List<SourceRef> sources() throws SQLException {
        return PackedSources.unpack(required("sources"));
    }
}
