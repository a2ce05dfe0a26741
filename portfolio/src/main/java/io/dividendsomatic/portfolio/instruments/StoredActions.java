package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.projection.Withdrawals;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the corporate actions, each as the file of the greatest edition tells it. */
final class StoredActions {

    private StoredActions() {}

    static List<InstrumentAction> read(JdbcClient jdbc, int generation, Instant knownAt) {
        Map<FactId, List<InstrumentAction>> tellings = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT * FROM holdings_instrument_action WHERE generation = :generation AND recorded_at <= :knownAt"
                                + Withdrawals.standing("holdings", "holdings_instrument_action")
                                + " ORDER BY action_date, account, fact_id, stated_at DESC, precedence DESC, file_id DESC, line")
                .param("generation", generation)
                .param("knownAt", knownAt.atOffset(ZoneOffset.UTC))
                .query((row, number) -> action(row))
                .list()
                .forEach(action -> tellings.computeIfAbsent(action.factId(), first -> new ArrayList<>())
                        .add(action));
        return tellings.values().stream().map(StoredActions::merged).toList();
    }

    private static InstrumentAction merged(List<InstrumentAction> tellings) {
        InstrumentAction right = tellings.getFirst();
        List<SourceRef> sources = tellings.stream()
                .flatMap(telling -> telling.sources().stream())
                .distinct()
                .sorted()
                .toList();
        return new InstrumentAction(
                right.factId(),
                right.account(),
                right.date(),
                right.kind(),
                right.brokerType(),
                right.instrument(),
                right.quantity(),
                right.other(),
                right.cancelled(),
                right.description(),
                sources);
    }

    private static InstrumentAction action(ResultSet row) throws SQLException {
        Instrument instrument = instrument(row, "");
        if (instrument == null) {
            throw new IllegalStateException("an action is about an instrument");
        }
        BigDecimal quantity = row.getBigDecimal("quantity");
        return new InstrumentAction(
                new FactId(row.getString("fact_id")),
                AccountId.parse(row.getString("account")),
                row.getObject("action_date", LocalDate.class),
                CorporateAction.Kind.valueOf(row.getString("action")),
                row.getString("broker_type"),
                instrument,
                quantity == null ? null : new Quantity(quantity),
                instrument(row, "other_"),
                row.getBoolean("cancelled"),
                row.getString("description"),
                List.of(new SourceRef(new FileId(row.getString("file_id")), row.getInt("line"))));
    }

    private static @Nullable Instrument instrument(ResultSet row, String prefix) throws SQLException {
        String symbol = row.getString(prefix + "symbol");
        String isin = row.getString(prefix + "isin");
        String name = row.getString(prefix + "name");
        String conid = row.getString(prefix + "conid");
        return symbol == null && isin == null && name == null && conid == null
                ? null
                : new Instrument(
                        symbol, isin == null ? null : new Isin(isin), name, conid, null, null, null, null, null);
    }
}
