package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the rates of one generation as they were known at an instant. */
final class StoredFx {
    private static final String READ_MODEL = "holdings";

    private final JdbcClient jdbc;
    private final int generation;
    private final OffsetDateTime knownAt;

    StoredFx(JdbcClient jdbc, int generation, Instant knownAt) {
        this.jdbc = jdbc;
        this.generation = generation;
        this.knownAt = (knownAt.isBefore(Standpoints.WHATEVER_IS_KNOWN) ? knownAt : Standpoints.WHATEVER_IS_KNOWN)
                .atOffset(ZoneOffset.UTC);
    }

    Map<AccountId, CurrencyCode> bases() {
        return Standpoint.once(List.of(StoredFx.class, generation, knownAt), this::basesNow);
    }

    private Map<AccountId, CurrencyCode> basesNow() {
        Map<AccountId, CurrencyCode> bases = new TreeMap<>();
        accounts().forEach(account -> base(account).ifPresent(base -> bases.put(account, base)));
        return Collections.unmodifiableMap(bases);
    }

    List<AccountId> accounts() {
        return jdbc.sql("SELECT account FROM holdings_account WHERE generation = ? AND recorded_at <= ?")
                .params(generation, knownAt)
                .query((row, number) -> AccountId.parse(row.getString("account")))
                .list();
    }

    /** A named base outranks an inferred one, then the greatest edition and file: the end of the key. */
    private Optional<CurrencyCode> base(AccountId account) {
        return jdbc.sql("SELECT currency FROM holdings_base_currency"
                        + " WHERE generation = :generation AND account = :account AND recorded_at <= :knownAt"
                        + Withdrawals.standing(READ_MODEL, "holdings_base_currency")
                        + " ORDER BY generation DESC, account DESC, named DESC, stated_at DESC, precedence DESC,"
                        + " file_id DESC, number DESC LIMIT 1")
                .param("generation", generation)
                .param("account", account.toString())
                .param("knownAt", knownAt)
                .query(String.class)
                .optional()
                .map(CurrencyCode::new);
    }

    /**
     * What accounts state for those days, in ascending order of right: a rate of the day outranks one at which something
     * was booked, then the greatest edition, file and line.
     *
     * @param currencies all without it
     */
    List<StatedFx> stated(LocalDate first, LocalDate last, @Nullable Set<String> currencies) {
        return jdbc.sql("SELECT account, currency, rate_date, rate, base, file_id, line FROM holdings_fx_rate"
                        + " WHERE generation = :generation AND rate_date BETWEEN :first AND :last"
                        + " AND recorded_at <= :knownAt" + (currencies == null ? "" : " AND currency IN (:currencies)")
                        + Withdrawals.standing(READ_MODEL, "holdings_fx_rate")
                        + " ORDER BY booked DESC, stated_at, precedence, file_id, line")
                .param("generation", generation)
                .param("first", first)
                .param("last", last)
                .param("knownAt", knownAt)
                .param("currencies", currencies)
                .query((row, number) -> stated(row))
                .list();
    }

    private static StatedFx stated(ResultSet row) throws SQLException {
        String base = row.getString("base");
        return new StatedFx(
                AccountId.parse(row.getString("account")),
                new CurrencyCode(row.getString("currency")),
                row.getObject("rate_date", LocalDate.class),
                new FxRate(row.getBigDecimal("rate")),
                base == null ? null : new CurrencyCode(base),
                source(row));
    }

    /** What is published for those days and the week before them, in ascending order of right. */
    List<ReferenceFx> published(LocalDate first, LocalDate last, @Nullable Set<String> currencies) {
        Period days = new Period(first.minusDays(ReferenceBook.DAYS_BACK), last);
        List<ReferenceFx> rates = new ArrayList<>(published("publisher = :manual", days, currencies));
        Set<String> all = currencies == null ? null : new TreeSet<>(currencies);
        if (all != null) { // a rate of the user's may lead to any currency
            rates.forEach(rate ->
                    all.addAll(List.of(rate.base().code(), rate.currency().code())));
        }
        rates.addAll(
                published("publisher <> :manual" + (all == null ? "" : " AND currency IN (:currencies)"), days, all));
        Set<FileId> replaced = rates.isEmpty() ? Set.of() : replaced();
        return rates.stream()
                .filter(rate -> !replaced.contains(rate.source().fileId()))
                .toList();
    }

    private List<ReferenceFx> published(String which, Period days, @Nullable Set<String> currencies) {
        return jdbc.sql("SELECT publisher, rate_date, base, currency, rate, file_id, line FROM holdings_reference_rate"
                        + " WHERE generation = :generation AND rate_date BETWEEN :first AND :last"
                        + " AND recorded_at <= :knownAt AND " + which
                        + Withdrawals.standingReference(READ_MODEL, "holdings_reference_rate")
                        + " ORDER BY stated_at, precedence, file_id, line")
                .param("generation", generation)
                .param("first", days.from())
                .param("last", days.to())
                .param("knownAt", knownAt)
                .param("manual", ReferenceFx.MANUAL)
                .param("currencies", currencies)
                .query((row, number) -> published(row))
                .list();
    }

    private static ReferenceFx published(ResultSet row) throws SQLException {
        return new ReferenceFx(
                row.getString("publisher"),
                row.getObject("rate_date", LocalDate.class),
                new CurrencyCode(row.getString("base")),
                new CurrencyCode(row.getString("currency")),
                new FxRate(row.getBigDecimal("rate")),
                source(row));
    }

    /** Files of references that do not count any more, because another version of them took their place. */
    private Set<FileId> replaced() {
        Map<String, Boolean> counts = new HashMap<>();
        jdbc.sql("SELECT file_id, counts FROM holdings_reference_file WHERE generation = ? AND recorded_at <= ?"
                        + " ORDER BY recorded_at, name, number")
                .params(generation, knownAt)
                .query(row -> {
                    counts.put(row.getString("file_id"), row.getBoolean("counts"));
                });
        return counts.entrySet().stream()
                .filter(file -> !file.getValue())
                .map(file -> new FileId(file.getKey()))
                .collect(Collectors.toSet());
    }

    SortedSet<CurrencyCode> currencies(LocalDate day) {
        SortedSet<CurrencyCode> currencies = new TreeSet<>(bases().values());
        Set<FileId> replaced = replaced();
        jdbc.sql("SELECT DISTINCT currency FROM holdings_fx_rate"
                        + " WHERE generation = :generation AND rate_date = :day AND recorded_at <= :knownAt"
                        + Withdrawals.standing(READ_MODEL, "holdings_fx_rate"))
                .param("generation", generation)
                .param("day", day)
                .param("knownAt", knownAt)
                .query(String.class)
                .list()
                .forEach(code -> currencies.add(new CurrencyCode(code)));
        jdbc.sql("SELECT DISTINCT base, currency, file_id FROM holdings_reference_rate"
                        + " WHERE generation = :generation AND rate_date BETWEEN :first AND :last"
                        + " AND recorded_at <= :knownAt"
                        + Withdrawals.standingReference(READ_MODEL, "holdings_reference_rate"))
                .param("generation", generation)
                .param("first", day.minusDays(ReferenceBook.DAYS_BACK))
                .param("last", day)
                .param("knownAt", knownAt)
                .query((row, number) -> replaced.contains(new FileId(row.getString("file_id")))
                        ? List.<String>of()
                        : List.of(row.getString("base"), row.getString("currency")))
                .list()
                .forEach(pair -> pair.forEach(code -> currencies.add(new CurrencyCode(code))));
        return currencies;
    }

    private static SourceRef source(ResultSet row) throws SQLException {
        return new SourceRef(new FileId(row.getString("file_id")), row.getInt("line"));
    }
}
