package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the positions of a snapshot. */
@Component
class StoredPositions {
    private final JdbcClient jdbc;

    StoredPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As one telling has them, in the order of the snapshot, with the lines of all. The kernel's types cut the zeros off that the column's scale adds. */
    List<HeldPosition> of(int generation, AccountId account, Telling right, List<Telling> told) {
        return jdbc.sql("SELECT symbol, isin, name, conid, figi, cusip, exchange, asset_class, multiplier, currency,"
                        + " quantity, mark_price, market_value, cost_basis, unrealized_pnl, fx_rate_to_base"
                        + " FROM holdings_position"
                        + " WHERE generation = ? AND account = ? AND as_of = ? AND telling = ? ORDER BY ordinal")
                .params(generation, account.toString(), right.asOf(), right.number())
                .query((row, ordinal) -> position(row, sources(told, ordinal)))
                .list();
    }

    private static List<SourceRef> sources(List<Telling> told, int ordinal) {
        return told.stream()
                .flatMap(telling ->
                        telling.lines().get(ordinal).stream().map(line -> new SourceRef(telling.file(), line)))
                .sorted()
                .toList();
    }

    private static HeldPosition position(ResultSet row, List<SourceRef> sources) throws SQLException {
        String isin = row.getString("isin");
        Instrument instrument = new Instrument(
                row.getString("symbol"),
                isin == null ? null : new Isin(isin),
                row.getString("name"),
                row.getString("conid"),
                row.getString("figi"),
                row.getString("cusip"),
                row.getString("exchange"),
                row.getString("asset_class"),
                row.getBigDecimal("multiplier"));
        return new HeldPosition(
                instrument,
                new CurrencyCode(row.getString("currency")),
                new Quantity(row.getBigDecimal("quantity")),
                decimal(row, "mark_price", UnitPrice::new),
                decimal(row, "market_value", Amount::new),
                decimal(row, "cost_basis", Amount::new),
                decimal(row, "unrealized_pnl", Amount::new),
                decimal(row, "fx_rate_to_base", FxRate::new),
                sources);
    }

    private static <T> @Nullable T decimal(ResultSet row, String column, Function<BigDecimal, T> type)
            throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : type.apply(value);
    }
}
