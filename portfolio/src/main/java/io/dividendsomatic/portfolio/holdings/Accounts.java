package io.dividendsomatic.portfolio.holdings;

import static io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel.NAME;

import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.Standpoint;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers which accounts there are, and how far their statements reach. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Accounts {
    private final OpenedAccounts opened;
    private final JdbcClient jdbc;
    private final Generations generations;
    private final FxRates rates;

    Accounts(OpenedAccounts opened, JdbcClient jdbc, Generations generations, FxRates rates) {
        this.rates = rates;
        this.opened = opened;
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /**
     * An account as far as it is known.
     *
     * @param baseCurrency absent when no file told it
     * @param firstDate of its snapshots and bookings; absent when it has none
     * @param files that told something of it
     */
    public record Summary(
            AccountId account,
            Broker broker,
            String number,
            @Nullable CurrencyCode baseCurrency,
            @Nullable LocalDate firstDate,
            @Nullable LocalDate lastDate,
            long files) {

        Summary covering(Period more) {
            LocalDate first = more.from();
            LocalDate last = more.to();
            return new Summary(
                    account,
                    broker,
                    number,
                    baseCurrency,
                    firstDate == null || first.isBefore(firstDate) ? first : firstDate,
                    lastDate == null || last.isAfter(lastDate) ? last : lastDate,
                    files);
        }
    }

    /** Whether any file ever named it, also one that was taken back. */
    public boolean exists(AccountId account) {
        return opened.existsById(new OpenedAccount.Id(generations.active(NAME), account.toString()));
    }

    /** In the order of their names; without those of which every file was taken back. */
    public List<AccountId> known(Instant knownAt) {
        return Standpoint.once(List.of(Accounts.class, knownAt), () -> knownNow(knownAt));
    }

    private List<AccountId> knownNow(Instant knownAt) {
        int generation = generations.active(NAME);
        Set<String> silent = silent(generation, knownAt);
        return opened.findByIdGenerationAndRecordedAtLessThanEqual(generation, knownAt).stream()
                .filter(account -> !silent.contains(account.account()))
                .map(account -> AccountId.parse(account.account()))
                .sorted()
                .toList();
    }

    private Set<String> silent(int generation, Instant knownAt) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT account FROM holdings_withdrawal w WHERE generation = :generation"
                        + " AND account <> '' AND NOT EXISTS (SELECT 1 FROM holdings_file"
                        + " WHERE holdings_file.generation = w.generation AND holdings_file.account = w.account"
                        + " AND holdings_file.recorded_at <= :knownAt" + Withdrawals.standing(NAME, "holdings_file")
                        + ")")
                .param("generation", generation)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list());
    }

    /** With snapshots that were reported up to a day, in the order of their names. */
    public List<Summary> summaries(LocalDate asOf, Instant knownAt) {
        int generation = generations.active(NAME);
        List<AccountId> accounts = known(knownAt);
        Map<AccountId, CurrencyCode> bases = rates.bases(knownAt);
        return accounts.stream()
                .map(account -> jdbc.sql("SELECT MIN(as_of) AS first_date, MAX(as_of) AS last_date,"
                                + " (SELECT COUNT(*) FROM holdings_file WHERE generation = :generation"
                                + " AND account = :account AND recorded_at <= :knownAt"
                                + Withdrawals.standing(NAME, "holdings_file") + ") AS files"
                                + " FROM holdings_telling WHERE generation = :generation AND account = :account"
                                + " AND as_of <= :asOf AND recorded_at <= :knownAt"
                                + Withdrawals.standing(NAME, "holdings_telling"))
                        .param("generation", generation)
                        .param("account", account.toString())
                        .param("asOf", asOf)
                        .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                        .query((row, number) -> summary(account, bases.get(account), row))
                        .single())
                .toList();
    }

    private static Summary summary(AccountId account, @Nullable CurrencyCode base, ResultSet row) throws SQLException {
        return new Summary(
                account,
                account.broker(),
                account.number(),
                base,
                row.getObject("first_date", LocalDate.class),
                row.getObject("last_date", LocalDate.class),
                row.getLong("files"));
    }
}
