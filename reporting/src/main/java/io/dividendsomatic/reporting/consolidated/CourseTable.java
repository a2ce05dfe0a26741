package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.transactions.settling.PackedSources;
import io.dividendsomatic.portfolio.transactions.settling.SettledColumnsTable;
import io.dividendsomatic.portfolio.transactions.settling.SettledRow;
import io.dividendsomatic.reporting.consolidated.CourseSource.Gathered;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settled tables, and how a course stands in them. */
enum CourseTable implements SettledColumnsTable {
    DAY(
            "valued_on, currency, market_value, estimated, cost_basis, unrealized, positions, unvalued, uncosted, priced_on,"
                    + " reported"),
    CASH("balance_on, currency, balance"),
    FLOW("flow_on, kind, currency, amount, fx_rate_to_base, facts, isin, symbol, quantity, cost_basis,"
            + " priced_on, sources"),
    POSITION("held_from, held_until, reported_on, currency, isin, symbol, name, asset_class, quantity, cost_basis,"
            + " unit_value, market_value, priced_on, price_source");

    private final String own;

    CourseTable(String own) {
        this.own = own;
    }

    @Override
    public String tableName() {
        return switch (this) {
            case DAY -> "reporting_day";
            case CASH -> "reporting_cash";
            case FLOW -> "reporting_flow";
            case POSITION -> "reporting_position";
        };
    }

    @Override
    public String ownColumns() {
        return own;
    }

    Stream<SettledRow> rows(Gathered gathered) {
        AccountCourse course = gathered.course();
        return switch (this) {
            case DAY -> course.values().stream().map(CourseTable::row);
            case CASH -> course.cash().stream().map(CourseTable::row);
            case FLOW -> course.flows().stream().map(CourseTable::row);
            case POSITION -> gathered.spans().stream().map(CourseTable::row);
        };
    }

    private static SettledRow row(ValueDay day) {
        return new SettledRow(
                day.date() + " " + day.currency(),
                Arrays.<@Nullable Object>asList(
                        day.date(),
                        day.currency().code(),
                        day.value(),
                        day.estimated(),
                        day.cost(),
                        day.unrealized(),
                        day.positions(),
                        day.unvalued(),
                        day.uncosted(),
                        day.pricedOn(),
                        day.reported()));
    }

    private static SettledRow row(Balance balance) {
        return new SettledRow(
                balance.date() + " " + balance.currency(),
                Arrays.<@Nullable Object>asList(
                        balance.date(), balance.currency().code(), balance.amount()));
    }

    private static SettledRow row(Flow flow) {
        String rate = flow.own() == null ? "-" : flow.own().value().toPlainString();
        Evidence evidence = flow.evidence();
        return new SettledRow(
                flow.date() + " " + flow.kind() + " " + flow.currency() + " " + rate
                        + (flow.amount() == null ? " unknown" : "")
                        + (evidence == null
                                ? ""
                                : " " + PackedSources.pack(evidence.sources()) + " " + evidence.isin() + " "
                                        + evidence.symbol() + " " + evidence.quantity() + " " + evidence.cost() + " "
                                        + evidence.pricedOn()),
                Arrays.<@Nullable Object>asList(
                        flow.date(),
                        flow.kind().name(),
                        flow.currency() == null ? null : flow.currency().code(),
                        flow.amount(),
                        flow.own() == null ? null : flow.own().value(),
                        flow.facts(),
                        evidence == null || evidence.isin() == null
                                ? null
                                : evidence.isin().code(),
                        evidence == null ? null : evidence.symbol(),
                        evidence == null ? null : evidence.quantity(),
                        evidence == null ? null : evidence.cost(),
                        evidence == null ? null : evidence.pricedOn(),
                        evidence == null ? null : PackedSources.pack(evidence.sources())));
    }

    private static SettledRow row(PositionSpan span) {
        Instrument instrument = span.held().instrument();
        CurrencyCode currency = span.key().currency();
        UnitValue unit = span.unit();
        return new SettledRow(
                span.from() + " " + span.key().instrument() + " " + currency,
                Arrays.<@Nullable Object>asList(
                        span.from(),
                        span.until(),
                        span.reportedOn(),
                        currency == null ? null : currency.code(),
                        instrument.isin() == null ? null : instrument.isin().code(),
                        instrument.symbol(),
                        instrument.name(),
                        instrument.assetClass(),
                        span.held().quantity(),
                        span.held().cost(),
                        unit == null ? null : unit.value(),
                        span.value(),
                        unit == null ? null : unit.day(),
                        unit == null ? null : unit.source()));
    }

    static ValueDay day(AccountId account, ResultSet row) throws SQLException {
        return new ValueDay(
                account,
                row.getObject("valued_on", LocalDate.class),
                new CurrencyCode(row.getString("currency")),
                row.getBigDecimal("market_value"),
                row.getBigDecimal("estimated"),
                row.getBigDecimal("cost_basis"),
                row.getBigDecimal("unrealized"),
                row.getInt("positions"),
                row.getInt("unvalued"),
                row.getInt("uncosted"),
                row.getObject("priced_on", LocalDate.class),
                row.getBoolean("reported"));
    }

    static Balance balance(AccountId account, ResultSet row) throws SQLException {
        return new Balance(
                account,
                row.getObject("balance_on", LocalDate.class),
                new CurrencyCode(row.getString("currency")),
                row.getBigDecimal("balance"));
    }

    static Flow flow(AccountId account, ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal rate = row.getBigDecimal("fx_rate_to_base");
        return new Flow(
                account,
                row.getObject("flow_on", LocalDate.class),
                FlowKind.valueOf(Objects.requireNonNull(row.getString("kind"))),
                currency == null ? null : new CurrencyCode(currency),
                row.getBigDecimal("amount"),
                rate == null ? null : new FxRate(rate),
                row.getInt("facts"),
                evidence(row));
    }

    private static @Nullable Evidence evidence(ResultSet row) throws SQLException {
        String sources = row.getString("sources");
        String isin = row.getString("isin");
        return sources == null
                ? null
                : new Evidence(
                        isin == null ? null : new Isin(isin),
                        row.getString("symbol"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("cost_basis"),
                        row.getObject("priced_on", LocalDate.class),
                        PackedSources.unpack(sources));
    }

    /** The key of the position stands in that of the row, between its first day and its currency. */
    static PositionSpan position(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("held_from", LocalDate.class);
        String currency = row.getString("currency");
        String isin = row.getString("isin");
        BigDecimal unit = row.getBigDecimal("unit_value");
        String key = row.getString("row_key");
        String instrument = key.substring(
                from.toString().length() + 1,
                key.length() - 1 - String.valueOf(currency).length());
        return new PositionSpan(
                new PositionKey(new InstrumentKey(instrument), currency == null ? null : new CurrencyCode(currency)),
                new Held(
                        new Instrument(
                                row.getString("symbol"),
                                isin == null ? null : new Isin(isin),
                                row.getString("name"),
                                null,
                                null,
                                null,
                                null,
                                row.getString("asset_class"),
                                null),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("cost_basis")),
                from,
                row.getObject("held_until", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                unit == null
                        ? null
                        : new UnitValue(
                                row.getObject("priced_on", LocalDate.class), unit, row.getString("price_source")));
    }
}
