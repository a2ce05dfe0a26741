package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.holdings.fx.RatesToBase;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored rates as one question needs them; each is fetched at most once. */
final class StoredRates implements RatesToBase {
    private final JdbcClient jdbc;
    private final int generation;
    private final LocalDate asOf;
    private final Instant knownAt;
    private final List<AccountId> accounts;
    private final Map<AccountId, Optional<CurrencyCode>> bases = new HashMap<>();
    private final Map<String, Optional<Stated>> rates = new HashMap<>();

    StoredRates(JdbcClient jdbc, int generation, LocalDate asOf, Instant knownAt, List<AccountId> accounts) {
        this.jdbc = jdbc;
        this.generation = generation;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.accounts = accounts;
    }

    @Override
    public List<AccountId> accounts() {
        return accounts;
    }

    @Override
    public Optional<CurrencyCode> base(AccountId account) {
        return bases.computeIfAbsent(account, this::fetchBase);
    }

    @Override
    public Optional<Stated> newest(AccountId account, CurrencyCode currency) {
        return rates.computeIfAbsent(account + " " + currency, key -> fetchNewest(account, currency));
    }

    /** A named base outranks an inferred one, then the greatest edition and file: the end of the key. */
    private Optional<CurrencyCode> fetchBase(AccountId account) {
        return jdbc.sql("SELECT currency FROM holdings_base_currency"
                        + " WHERE generation = ? AND account = ? AND recorded_at <= ?"
                        + " ORDER BY generation DESC, account DESC, named DESC, stated_at DESC, precedence DESC,"
                        + " file_id DESC LIMIT 1")
                .params(generation, account.toString(), knownAt.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .map(CurrencyCode::new);
    }

    /** The newest day, then the greatest edition, file and line: the end of the key. */
    private Optional<Stated> fetchNewest(AccountId account, CurrencyCode currency) {
        return jdbc.sql("SELECT rate_date, rate, base FROM holdings_fx_rate"
                        + " WHERE generation = ? AND account = ? AND currency = ? AND rate_date <= ?"
                        + " AND recorded_at <= ?"
                        + " ORDER BY generation DESC, account DESC, currency DESC, rate_date DESC, stated_at DESC,"
                        + " precedence DESC, file_id DESC, line DESC LIMIT 1")
                .params(generation, account.toString(), currency.code(), asOf, knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> stated(row))
                .optional();
    }

    private static Stated stated(ResultSet row) throws SQLException {
        String base = row.getString("base");
        return new Stated(
                row.getObject("rate_date", LocalDate.class),
                new FxRate(row.getBigDecimal("rate")),
                base == null ? null : new CurrencyCode(base));
    }
}
