package io.dividendsomatic.portfolio.transactions;

import static io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel.NAME;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.projection.PackedLines;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows a fact of the ledger back to the events that told it. */
@Component
public class FactTrail {
    private final JdbcClient jdbc;
    private final Generations generations;

    FactTrail(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /**
     * A fact as the ledger has it now.
     *
     * @param booked the day by which it stands in the ledger
     * @param told every identity under which a file told it
     */
    public record Fact(FactId id, AccountId account, LocalDate booked, List<FactId> told) {

        public Fact {
            told = List.copyOf(told);
        }
    }

    /**
     * One event that tells it.
     *
     * @param stream of events, the account's
     * @param number of the event on it
     * @param told {@code BOOKED} the first time, {@code RETOLD} in the same words, {@code RESTATED} in others
     * @param counts whether its file was not taken back or read anew since
     */
    public record Telling(
            String stream,
            long number,
            String type,
            String told,
            FactId under,
            FileId fileId,
            List<Integer> lines,
            Instant recordedAt,
            boolean counts) {

        public Telling {
            lines = List.copyOf(lines);
        }
    }

    /** Of whichever account has it. */
    public Optional<Fact> find(FactId fact) {
        return jdbc
                .sql("SELECT b.account, b.booked_on, b.told FROM transactions_account a JOIN transactions_booking b"
                        + " ON b.generation = a.generation AND b.account = a.account AND b.row_key = ?"
                        + " WHERE a.generation = ? ORDER BY b.account")
                .params(fact.value(), generations.active(NAME))
                .query((row, number) -> new Fact(
                        fact,
                        AccountId.parse(row.getString("account")),
                        row.getObject("booked_on", LocalDate.class),
                        Arrays.stream(row.getString("told").split(",", -1))
                                .map(FactId::new)
                                .toList()))
                .list()
                .stream()
                .findFirst();
    }

    /** In the order in which they were recorded. */
    public List<Telling> tellings(Fact fact, Instant knownAt) {
        int generation = generations.active(NAME);
        Withdrawals withdrawals =
                Withdrawals.read(jdbc, NAME, generation, fact.account()).inForce(Long.MAX_VALUE, knownAt);
        return jdbc.sql("SELECT number, told, fact, file_id, lines, recorded_at FROM transactions_telling"
                        + " WHERE generation = :generation AND account = :account AND fact IN (:facts)"
                        + " AND recorded_at <= :knownAt ORDER BY number, ordinal")
                .param("generation", generation)
                .param("account", fact.account().toString())
                .param("facts", fact.told().stream().map(FactId::value).toList())
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query((row, place) -> {
                    FileId file = new FileId(row.getString("file_id"));
                    long number = row.getLong("number");
                    return new Telling(
                            fact.account().toString(),
                            number,
                            "portfolio.TransactionsBooked",
                            row.getString("told"),
                            new FactId(row.getString("fact")),
                            file,
                            PackedLines.unpack(row.getString("lines")).getFirst(),
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            withdrawals.leave(fact.account(), file, number));
                })
                .list();
    }
}
