package io.dividendsomatic.portfolio.ledger.reconciliation;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.PositionDay;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.ledger.reconciliation.StatementFile.Printed;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What our units of all positions are worth on a day at the broker's prices of that day. Of units that the broker counts
 * as we do it is the value that the broker prints; of others that value in proportion. Units of which we have no count
 * of our own are the broker's; units of ours that the broker does not list have no price.
 */
record PositionsWorth(Ours ours, LocalDate day, CurrencyCode base) {
    /** Settled in cash every day, so that the value of a position is in the balance already; as IBKR names them. */
    private static final Set<String> SETTLED_DAILY = Set.of("fut", "cfd", "futures", "cfds");

    /** Of a share of a printed value, rounded half even. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    Worth of(List<Printed<OpenPosition>> printed) {
        Map<PositionKey, List<Printed<OpenPosition>>> listed = printed.stream()
                .collect(Collectors.groupingBy(
                        row -> PositionLines.key(row.row(), ours), TreeMap::new, Collectors.toList()));
        Stream<Worth> unlisted = ours.lots().positions().values().stream()
                .filter(position -> !listed.containsKey(position.key()))
                .filter(position -> {
                    BigDecimal held = units(position);
                    return held != null && held.signum() != 0;
                })
                .map(position -> Worth.unknown(List.of()));
        return Worth.sum(Stream.concat(
                unlisted,
                listed.entrySet().stream().map(entry -> worth(entry.getKey(), PositionLines.whole(entry.getValue())))));
    }

    private Worth worth(PositionKey key, List<Printed<OpenPosition>> rows) {
        List<SourceRef> sources = rows.stream().map(Printed::source).toList();
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        for (Printed<OpenPosition> row : rows) {
            BigDecimal printed = value(row.row());
            if (printed == null) {
                return Worth.unknown(sources);
            }
            units = units.add(row.row().quantity().value());
            value = value.add(printed);
        }
        BigDecimal held = units(ours.lots().positions().get(key));
        if (held != null && held.compareTo(units) != 0) {
            if (units.signum() == 0) {
                return Worth.unknown(sources);
            }
            value = value.multiply(held).divide(units, DIGITS);
        }
        OpenPosition first = rows.getFirst().row();
        Optional<BigDecimal> converted = ours.rates().convert(value, first.currency(), base, day);
        return Worth.of(converted, sources);
    }

    /** Before our first booking of it we say nothing. */
    private @Nullable BigDecimal units(@Nullable LotPosition position) {
        PositionDay latest = position == null ? null : position.at(day);
        return latest == null ? null : latest.quantity().value();
    }

    private static @Nullable BigDecimal value(OpenPosition row) {
        String assetClass = row.instrument().assetClass();
        if (assetClass != null && SETTLED_DAILY.contains(assetClass.toLowerCase(Locale.ROOT))) {
            return null;
        }
        Amount stated = row.marketValue();
        UnitPrice price = row.markPrice();
        if (stated != null || price == null) {
            return stated == null ? null : stated.value();
        }
        BigDecimal multiplier = row.instrument().multiplier();
        return row.quantity()
                .value()
                .multiply(price.value())
                .multiply(multiplier == null ? BigDecimal.ONE : multiplier);
    }
}
