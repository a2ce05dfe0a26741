package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.eventstore.EventJson;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.lots.CostApart;
import io.dividendsomatic.portfolio.ledger.lots.LotUse;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.ledger.lots.RealizedGain.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What sales realized, by every method. */
final class GainTable implements SettledTable {
    /** All but what is long: the lots and the rows. */
    static final String BARE =
            "account, row_key, method, fact, realized_on, isin, symbol, name, instrument, side, quantity,"
                    + " currency, proceeds, cost, gain, reason, missing, allocation_unknown, broker_stated, broker_cost,"
                    + " fx_rate_to_base, costs_apart";

    private static final JsonMapper JSON = EventJson.mapper();
    private static final TypeReference<List<LotUse>> LOTS = new TypeReference<>() {};
    private static final TypeReference<List<CostApart>> APART = new TypeReference<>() {};

    @Override
    public String tableName() {
        return "transactions_gain";
    }

    @Override
    public String ownColumns() {
        return "method, fact, realized_on, isin, symbol, name, instrument, side, quantity, currency, proceeds, cost, gain,"
                + " reason, missing, allocation_unknown, broker_stated, broker_cost, fx_rate_to_base, lots, costs_apart, sources";
    }

    @Override
    public Stream<SettledRow> rows(Settlement settlement) {
        return Arrays.stream(Method.values())
                .flatMap(method -> settlement.gains(method).stream())
                .map(GainTable::row);
    }

    private static SettledRow row(GainLine line) {
        return new SettledRow(
                line.method() + " " + line.fact() + " " + line.ordinal(),
                Arrays.<@Nullable Object>asList(
                        line.method().name(),
                        line.fact().value(),
                        line.date(),
                        Cells.of(line.isin()),
                        line.symbol(),
                        line.name(),
                        line.instrument().value(),
                        line.side().name(),
                        line.quantity().value(),
                        Cells.of(line.currency()),
                        Cells.of(line.proceeds()),
                        Cells.of(line.cost()),
                        Cells.of(line.gain()),
                        line.unknown() == null ? null : line.unknown().name(),
                        line.missing().value(),
                        line.allocationUnknown(),
                        Cells.of(line.brokerStated()),
                        Cells.of(line.brokerCost()),
                        Cells.of(line.rateToBase()),
                        JSON.writeValueAsString(line.lots()),
                        JSON.writeValueAsString(line.costsApart()),
                        PackedSources.pack(line.sources())));
    }

    static GainLine line(ResultSet result) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        return line(result, JSON.readValue(row.required("lots"), LOTS), row.sources());
    }

    /** Of a row that has only the columns {@link #BARE}. */
    static GainLine bare(ResultSet result) throws SQLException {
        return line(result, List.of(), List.of());
    }

    private static GainLine line(ResultSet result, List<LotUse> lots, List<SourceRef> sources) throws SQLException {
        SettledColumns row = new SettledColumns(result);
        String key = row.required("row_key");
        String reason = row.text("reason");
        return new GainLine(
                row.account(),
                Method.valueOf(row.required("method")),
                new FactId(row.required("fact")),
                Integer.parseInt(key.substring(key.lastIndexOf(' ') + 1)),
                row.day("realized_on"),
                row.isin(),
                row.text("symbol"),
                row.text("name"),
                new InstrumentKey(row.required("instrument")),
                Side.valueOf(row.required("side")),
                Objects.requireNonNull(row.quantity("quantity")),
                row.currency("currency"),
                row.amount("proceeds"),
                row.amount("cost"),
                row.amount("gain"),
                reason == null ? null : GainLine.Unknown.valueOf(reason),
                Objects.requireNonNull(row.quantity("missing")),
                result.getBoolean("allocation_unknown"),
                row.amount("broker_stated"),
                row.amount("broker_cost"),
                row.rate("fx_rate_to_base"),
                lots,
                JSON.readValue(row.required("costs_apart"), APART),
                sources);
    }
}
