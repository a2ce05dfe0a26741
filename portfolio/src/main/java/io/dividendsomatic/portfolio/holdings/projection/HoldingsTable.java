package io.dividendsomatic.portfolio.holdings.projection;

import io.dividendsomatic.portfolio.projection.Table;
import java.util.Locale;

/** The tables of the read model and the columns that a row gives, in its order. */
enum HoldingsTable implements Table {
    ACCOUNT("generation, account, recorded_at"),
    FILE("generation, account, file_id, number, recorded_at"),
    BASE_CURRENCY("generation, account, named, stated_at, precedence, file_id, number, currency, recorded_at"),
    FX_RATE("generation, account, currency, rate_date, stated_at, precedence, file_id, number, line, rate, base,"
            + " booked,"
            + " recorded_at"),
    REFERENCE_PRICE("generation, isin, price_date, publisher, currency, stated_at, precedence, file_id, line, price,"
            + " symbol, recorded_at"),
    REFERENCE_RATE(
            "generation, rate_date, publisher, base, currency, stated_at, precedence, file_id, number, line, rate,"
                    + " recorded_at"),
    REFERENCE_FILE("generation, name, number, file_id, counts, recorded_at"),
    SNAPSHOT("generation, account, as_of, version, origin, positions, recorded_at"),
    TELLING("generation, account, as_of, file_id, number, version, stated_at, precedence, recorded_at, lines"),
    POSITION("generation, account, as_of, telling, ordinal, symbol, isin, name, conid, figi, cusip, exchange,"
            + " asset_class, multiplier, currency, quantity, mark_price, market_value, cost_basis, unrealized_pnl,"
            + " fx_rate_to_base");

    private final String columns;

    HoldingsTable(String columns) {
        this.columns = columns;
    }

    @Override
    public String tableName() {
        return "holdings_" + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String columns() {
        return columns;
    }
}
