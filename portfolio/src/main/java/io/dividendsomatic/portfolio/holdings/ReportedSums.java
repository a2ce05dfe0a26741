package io.dividendsomatic.portfolio.holdings;

import static io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel.NAME;

import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.projection.Generations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the reported positions of days come to by currency, summed up by the database. */
@Component
public class ReportedSums {
    private final JdbcClient jdbc;
    private final Generations generations;

    ReportedSums(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /**
     * The positions of one currency.
     *
     * @param units of all of them together: a quick sign of whether any came or went
     * @param value of those that have one, like {@code cost}
     * @param unrealized value − cost of those that have both
     * @param unvalued how many have no value, like {@code uncosted}
     */
    public record Sum(
            CurrencyCode currency,
            BigDecimal units,
            BigDecimal value,
            BigDecimal cost,
            BigDecimal unrealized,
            int positions,
            int unvalued,
            int uncosted) {}

    /** By day, as the right report of each tells; a day whose report has no position has an empty list. */
    public SortedMap<LocalDate, List<Sum>> of(AccountId account, Map<LocalDate, Report> right, Set<LocalDate> days) {
        SortedMap<LocalDate, List<Sum>> sums = new TreeMap<>();
        if (days.isEmpty()) {
            return sums;
        }
        SortedMap<LocalDate, Report> wanted = new TreeMap<>(right);
        wanted.keySet().retainAll(days);
        wanted.keySet().forEach(day -> sums.put(day, new ArrayList<>())); // a report may have no position
        if (wanted.isEmpty()) {
            return sums;
        }
        jdbc.sql("SELECT as_of, telling, currency, SUM(market_value) AS market_value, SUM(cost_basis) AS cost_basis,"
                        + " SUM(quantity) AS units, SUM(market_value - cost_basis) AS unrealized,"
                        + " COUNT(*) AS positions, COUNT(market_value) AS valued, COUNT(cost_basis) AS costed"
                        + " FROM holdings_position WHERE generation = ? AND account = ? AND as_of BETWEEN ? AND ?"
                        + " GROUP BY as_of, telling, currency")
                .params(generations.active(NAME), account.toString(), wanted.firstKey(), wanted.lastKey())
                .query(row -> {
                    LocalDate day = row.getObject("as_of", LocalDate.class);
                    Report report = wanted.get(day);
                    if (report != null && report.number() == row.getLong("telling")) {
                        int positions = row.getInt("positions");
                        sums.computeIfAbsent(day, first -> new ArrayList<>())
                                .add(new Sum(
                                        new CurrencyCode(row.getString("currency")),
                                        plain(row.getBigDecimal("units")),
                                        plain(row.getBigDecimal("market_value")),
                                        plain(row.getBigDecimal("cost_basis")),
                                        plain(row.getBigDecimal("unrealized")),
                                        positions,
                                        positions - row.getInt("valued"),
                                        positions - row.getInt("costed")));
                    }
                });
        return sums;
    }

    /** Without the zeros that the column's scale adds; of nothing zero. */
    private static BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null || value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
