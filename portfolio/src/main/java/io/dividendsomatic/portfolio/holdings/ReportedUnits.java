package io.dividendsomatic.portfolio.holdings;

import static io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel.NAME;

import io.dividendsomatic.portfolio.holdings.ReportedDays.Report;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.projection.Generations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the reports of chosen days state of one instrument. */
@Component
public class ReportedUnits {
    private final JdbcClient jdbc;
    private final Generations generations;

    ReportedUnits(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /**
     * A position of a report; {@code value} and {@code cost} in {@code currency}.
     *
     * @param value absent where the report states none, like {@code cost}
     */
    public record Stated(
            LocalDate date,
            CurrencyCode currency,
            BigDecimal quantity,
            @Nullable BigDecimal value,
            @Nullable BigDecimal cost) {}

    /**
     * The positions that name one of these ISINs, as the right report of each day states them.
     *
     * @param right the right report of each day, as {@link ReportedDays#right} tells
     */
    public List<Stated> of(
            AccountId account, SortedMap<LocalDate, Report> right, Collection<LocalDate> days, Collection<Isin> isins) {
        List<Stated> stated = new ArrayList<>();
        if (days.isEmpty() || isins.isEmpty()) {
            return stated;
        }
        jdbc.sql("SELECT as_of, telling, currency, quantity, market_value, cost_basis FROM holdings_position"
                        + " WHERE generation = :generation AND account = :account AND as_of IN (:days)"
                        + " AND isin IN (:isins) ORDER BY as_of, ordinal")
                .param("generation", generations.active(NAME))
                .param("account", account.toString())
                .param("days", days)
                .param("isins", isins.stream().map(Isin::toString).toList())
                .query(row -> {
                    LocalDate day = row.getObject("as_of", LocalDate.class);
                    Report report = right.get(day);
                    if (report != null && report.number() == row.getLong("telling")) {
                        stated.add(new Stated(
                                day,
                                new CurrencyCode(row.getString("currency")),
                                row.getBigDecimal("quantity"),
                                row.getBigDecimal("market_value"),
                                row.getBigDecimal("cost_basis")));
                    }
                });
        return stated;
    }
}
