package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.RefusedRow;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a query tell again what another row of it tells. A query can hold a movement at several levels and in
 * several sections: the finest telling is the fact, and a coarser one is passed over only where a finer one is there.
 */
final class Retelling {
    private final Set<String> executed;
    private final Set<String> orders;
    private final Set<String> detailed;
    private final Set<String> ownCurrency;
    private final Set<String> trades;
    private final Set<String> movements;
    private final Set<String> ids;
    private final Set<String> sections;

    Retelling(List<FlexRecord> records) {
        executed = keys(records, r -> r.isTrade() && r.level() == FlexLevel.FACT, r -> Stream.of(part(r)));
        orders = keys(records, r -> r.isTrade() && r.level() == FlexLevel.FACT, r -> id(r, "OrderID").stream());
        detailed = keys(
                records,
                r -> r.is(FlexTable.CASH) && r.level() == FlexLevel.FACT,
                r -> Stream.of(r.statement() + "", r.statement() + "|" + r.owner()));
        ownCurrency =
                keys(records, r -> r.is(FlexTable.FUNDS) && r.level() == FlexLevel.FACT, r -> Stream.of(r.owner()));
        trades = keys(records, FlexRecord::isTrade, Retelling::tradeKeys);
        movements = keys(records, r -> r.is(FlexTable.CASH), r -> movement(r, "Type").stream());
        ids = keys(
                records,
                r -> r.isTrade() || r.is(FlexTable.CASH) || r.is(FlexTable.ACTIONS),
                r -> Stream.of("TransactionID", "TradeID").flatMap(column -> id(r, column).stream()));
        sections = keys(
                records,
                r -> r.table().isPresent(),
                r -> Stream.of(section(r.owner(), r.table().get())));
    }

    /** Why the row is passed over, or null where it is the one that tells. */
    @Nullable
    String reason(FlexRecord r) {
        FlexLevel level = r.level();
        return switch (r.table().orElseThrow()) {
            case TRADES, CONFIRMS -> trade(r, level);
            case CASH -> (level == FlexLevel.SUMMARY && detailed.contains(detail(r))) ? level(r) : null;
            case FUNDS -> fund(r, level);
            case OPTION_EVENTS -> isToldEvent(r) ? retold() : null;
            case SALES_TAXES -> id(r, "TransactionID").filter(ids::contains).isPresent() ? retold() : null;
            default -> null;
        };
    }

    private @Nullable String trade(FlexRecord r, FlexLevel level) {
        if (level == FlexLevel.EVIDENCE || level == FlexLevel.SUMMARY) {
            return level(r);
        }
        if (level == FlexLevel.ORDER) {
            Optional<String> order = id(r, "OrderID");
            boolean numbered = order.isPresent() && !orders.isEmpty();
            boolean told = numbered ? orders.contains(order.orElseThrow()) : executed.contains(part(r));
            return told ? level(r) : null;
        }
        boolean confirmed = r.is(FlexTable.CONFIRMS)
                && sections.contains(section(r.owner(), FlexTable.TRADES))
                && id(r, "TradeID").filter(trades::contains).isPresent();
        return confirmed ? retold() : null;
    }

    private @Nullable String fund(FlexRecord r, FlexLevel level) {
        if (level == FlexLevel.BASE && ownCurrency.contains(r.owner())) {
            return level(r);
        }
        return isToldFund(r) ? retold() : null;
    }

    /** A summary that names no account sums up those of several. */
    private static String detail(FlexRecord r) {
        return r.text("ClientAccountID") != null ? r.statement() + "|" + r.owner() : r.statement() + "";
    }

    /** By the broker's number, by equal money, or for figures in the base currency by the section that has the own ones. */
    private boolean isToldFund(FlexRecord r) {
        Optional<CashKind> kind = FundsRow.kind(r.text("ActivityCode"));
        if (kind.isEmpty()) {
            return false;
        }
        boolean known = Stream.of("TransactionID", "TradeID")
                .anyMatch(column -> id(r, column).filter(ids::contains).isPresent());
        boolean inBase = r.level() == FlexLevel.BASE;
        return known
                || switch (kind.get()) {
                    case TRADE, CURRENCY ->
                        (inBase && hasTrades(r)) || tradeKeys(r).anyMatch(trades::contains);
                    case ACTION -> sections.contains(section(r.owner(), FlexTable.ACTIONS));
                    default ->
                        (inBase && sections.contains(section(r.owner(), FlexTable.CASH)))
                                || movement(r, "ActivityCode")
                                        .filter(movements::contains)
                                        .isPresent();
                };
    }

    private boolean hasTrades(FlexRecord r) {
        return sections.contains(section(r.owner(), FlexTable.TRADES))
                || sections.contains(section(r.owner(), FlexTable.CONFIRMS));
    }

    private boolean isToldEvent(FlexRecord r) {
        return tradeKeys(r).anyMatch(trades::contains);
    }

    /** The trade's number; and day, instrument and quantity, for sections that do not give the number. */
    private static Stream<String> tradeKeys(FlexRecord r) {
        String instrument = first(r, "Conid", "Symbol");
        String day = first(r, "TradeDate", "Date", "DateTime");
        Optional<BigDecimal> quantity = number(r, "Quantity");
        Stream<String> content = instrument == null || day == null || quantity.isEmpty()
                ? Stream.empty()
                : Stream.of(String.join("|", instrument, day, plain(quantity.get())));
        return Stream.concat(id(r, "TradeID").stream(), content);
    }

    private static @Nullable String first(FlexRecord r, String... columns) {
        return Stream.of(columns)
                .map(r::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> movement(FlexRecord r, String typeColumn) {
        String type = r.text(typeColumn);
        Optional<CashKind> kind = type == null ? Optional.empty() : CashKind.find(type);
        return kind.flatMap(known -> number(r, "Amount")
                .map(amount ->
                        String.join("|", known.name(), String.valueOf(r.text("CurrencyPrimary")), plain(amount))));
    }

    private static Optional<BigDecimal> number(FlexRecord r, String column) {
        try {
            return Optional.ofNullable(r.cells().number(column));
        } catch (RefusedRow wrong) {
            // The row itself is refused with this number when it is read.
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Optional<String> id(FlexRecord r, String column) {
        String id = r.text(column);
        return id == null ? Optional.empty() : Optional.of(r.owner() + "|" + column + "|" + id);
    }

    private static String part(FlexRecord r) {
        return section(r.owner(), r.table().orElseThrow());
    }

    private static String section(String owner, FlexTable table) {
        return owner + "|" + table;
    }

    private static String level(FlexRecord r) {
        return "LEVEL: " + r.text("LevelOfDetail");
    }

    private static String retold() {
        return "RETOLD";
    }

    private static Set<String> keys(
            List<FlexRecord> records, Predicate<FlexRecord> filter, Function<FlexRecord, Stream<String>> keys) {
        return records.stream().filter(filter).flatMap(keys).collect(Collectors.toCollection(HashSet::new));
    }
}
