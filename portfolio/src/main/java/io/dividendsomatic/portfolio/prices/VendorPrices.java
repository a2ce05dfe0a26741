package io.dividendsomatic.portfolio.prices;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Standpoints;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The prices that vendors list. They stand in the tables of the read model {@code holdings}. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class VendorPrices {
    private static final String READ_MODEL = "holdings";

    private static final int NEW_DAYS = 31;

    /** So many instruments are asked for in one statement. */
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Generations generations;

    VendorPrices(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /**
     * What is held now and can have a price: of each account at the newest day that has positions.
     *
     * @param exchange as the broker calls it
     */
    public record Held(
            Isin isin, @Nullable String symbol, @Nullable String exchange, CurrencyCode currency) {}

    /**
     * Of every vendor and currency the newest price at or before a day, the newest first.
     *
     * @param knownAt as it was known then
     */
    public List<VendorPrice> newest(Isin isin, LocalDate day, Instant knownAt) {
        return newest(Set.of(isin), day, knownAt).getOrDefault(isin, List.of());
    }

    /** The same of many, in few questions: each steps down the key of one of them. Those without a price are absent. */
    public Map<Isin, List<VendorPrice>> newest(Set<Isin> isins, LocalDate day, Instant knownAt) {
        Map<Isin, Map<String, VendorPrice>> newest = new HashMap<>();
        List<Isin> all = isins.stream().sorted().toList();
        for (int first = 0; first < all.size(); first += AT_ONCE) {
            List<Isin> some = all.subList(first, Math.min(all.size(), first + AT_ONCE));
            newest(
                    some,
                    day,
                    knownAt,
                    (isin, price) -> newest.computeIfAbsent(isin, one -> new LinkedHashMap<>())
                            .putIfAbsent(price.publisher() + price.currency(), price));
        }
        return newest.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue().values())));
    }

    private void newest(List<Isin> isins, LocalDate day, Instant knownAt, BiConsumer<Isin, VendorPrice> taker) {
        String each =
                "(SELECT isin, price_date, publisher, currency, price, file_id, line FROM holdings_reference_price"
                        + " WHERE generation = :generation AND isin = :isin%d AND price_date <= :day AND recorded_at <= :knownAt"
                        + Withdrawals.standingFile(READ_MODEL, "holdings_reference_price")
                        + " ORDER BY price_date DESC, publisher, currency, stated_at DESC, precedence DESC,"
                        + " file_id DESC, line DESC LIMIT 100)";
        JdbcClient.StatementSpec asked = jdbc.sql(IntStream.range(0, isins.size())
                        .mapToObj(each::formatted)
                        .collect(Collectors.joining(" UNION ALL ")))
                .param("generation", generations.active(READ_MODEL))
                .param("day", day)
                .param("knownAt", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        for (int at = 0; at < isins.size(); at++) {
            asked = asked.param("isin" + at, isins.get(at).code());
        }
        asked.query(row -> {
            taker.accept(new Isin(row.getString("isin")), price(row));
        });
    }

    /**
     * Of one instrument and currency, by day and vendor, the prices that a vendor told within {@value #NEW_DAYS} days of
     * their day: those told later may be divided by a split that came since.
     */
    public List<VendorPrice> whenTheyWereNew(Isin isin, CurrencyCode currency, Instant knownAt) {
        return jdbc
                .sql("SELECT price_date, publisher, currency, price, file_id, line, recorded_at"
                        + " FROM holdings_reference_price"
                        + " WHERE generation = :generation AND isin = :isin AND currency = :currency"
                        + " AND recorded_at <= :knownAt"
                        + Withdrawals.standingFile(READ_MODEL, "holdings_reference_price")
                        + " ORDER BY price_date, publisher, stated_at DESC, precedence DESC, file_id DESC, line DESC")
                .param("generation", generations.active(READ_MODEL))
                .param("isin", isin.code())
                .param("currency", currency.code())
                .param(
                        "knownAt",
                        (knownAt.isAfter(Standpoints.WHATEVER_IS_KNOWN) ? Standpoints.WHATEVER_IS_KNOWN : knownAt)
                                .atOffset(ZoneOffset.UTC))
                .query((row, number) -> isNew(row) ? Optional.of(price(row)) : Optional.<VendorPrice>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isNew(ResultSet row) throws SQLException {
        LocalDate told = row.getObject("recorded_at", OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate();
        return !told.isAfter(row.getObject("price_date", LocalDate.class).plusDays(NEW_DAYS));
    }

    /**
     * How much vendors have told.
     *
     * @param rows of prices, {@code turns} times that some were taken back or restored
     * @param newest when the latest was recorded; the beginning of 1970 when there is none
     */
    public record Told(long rows, long turns, Instant newest) {}

    public Told told() {
        return Standpoint.once(VendorPrices.class, this::toldNow);
    }

    private Told toldNow() {
        return jdbc.sql(
                        "SELECT (SELECT COUNT(*) FROM holdings_reference_price WHERE generation = :generation) AS prices,"
                                + " (SELECT MAX(recorded_at) FROM holdings_reference_price"
                                + " WHERE generation = :generation) AS newest,"
                                + " (SELECT COUNT(*) + COUNT(restored_at) FROM holdings_withdrawal"
                                + " WHERE generation = :generation AND account = '') AS turns")
                .param("generation", generations.active(READ_MODEL))
                .query((row, number) -> {
                    OffsetDateTime newest = row.getObject("newest", OffsetDateTime.class);
                    return new Told(
                            row.getLong("prices"),
                            row.getLong("turns"),
                            newest == null ? Instant.EPOCH : newest.toInstant());
                })
                .single();
    }

    private static VendorPrice price(ResultSet row) throws SQLException {
        return new VendorPrice(
                row.getObject("price_date", LocalDate.class),
                new CurrencyCode(row.getString("currency")),
                new UnitPrice(row.getBigDecimal("price")),
                row.getString("publisher"),
                new SourceRef(new FileId(row.getString("file_id")), row.getInt("line")));
    }

    /** Of each instrument and currency once, with an exchange if any account tells it. */
    public List<Held> held() {
        Map<String, Held> held = new LinkedHashMap<>();
        jdbc.sql("SELECT DISTINCT p.isin, p.symbol, p.exchange, p.currency FROM holdings_position p JOIN"
                        + " (SELECT account, MAX(as_of) AS as_of FROM holdings_position WHERE generation = :generation"
                        + " GROUP BY account) newest ON newest.account = p.account AND newest.as_of = p.as_of"
                        + " WHERE p.generation = :generation AND p.isin IS NOT NULL AND p.quantity <> 0"
                        + " AND (p.asset_class IS NULL OR p.asset_class NOT IN ('OPT', 'FUT', 'FOP', 'WAR', 'BOND', 'CASH'))"
                        + " ORDER BY p.isin, p.currency, p.exchange, p.symbol")
                .param("generation", generations.active(READ_MODEL))
                .query((row, number) -> held(row))
                .list()
                .forEach(one -> held.merge(one.isin().code() + one.currency(), one, VendorPrices::better));
        return new ArrayList<>(held.values());
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                new Isin(row.getString("isin")),
                row.getString("symbol"),
                row.getString("exchange"),
                new CurrencyCode(row.getString("currency")));
    }

    private static Held better(Held one, Held other) {
        return one.exchange() == null && other.exchange() != null ? other : one;
    }
}
