package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The instrument list of one statement. It stands after the facts in the file, so it is read first. A conid decides;
 * else a symbol does, unless the list has it for several instruments: then nothing is guessed.
 */
final class InstrumentList {
    private final Map<String, Instrument> byConid = new HashMap<>();
    private final Map<String, List<Instrument>> bySymbol = new HashMap<>();

    @SafeVarargs
    InstrumentList(List<StatementLine>... parts) {
        for (List<StatementLine> rows : parts) {
            for (StatementLine line : rows) {
                if (line.row() instanceof InstrumentDetail detail) {
                    add(detail.instrument());
                }
            }
        }
    }

    private void add(Instrument instrument) {
        if (instrument.conid() != null) {
            byConid.putIfAbsent(instrument.conid(), instrument);
        }
        if (instrument.symbol() != null) {
            bySymbol.merge(instrument.symbol(), List.of(instrument), InstrumentList::distinct);
        }
    }

    private static List<Instrument> distinct(List<Instrument> known, List<Instrument> more) {
        return known.containsAll(more)
                ? known
                : Stream.concat(known.stream(), more.stream()).toList();
    }

    /** The instrument with what the list tells of it. */
    Instrument complete(Instrument instrument) {
        Instrument listed = find(instrument);
        return listed == null ? instrument : instrument.completedBy(listed);
    }

    /** The row with what the list tells of its instruments. */
    StatementRow complete(StatementRow row) {
        return RowInstruments.map(row, this::complete);
    }

    private @Nullable Instrument find(Instrument instrument) {
        if (instrument.conid() != null && byConid.containsKey(instrument.conid())) {
            return byConid.get(instrument.conid());
        }
        if (instrument.symbol() == null) {
            return null;
        }
        List<Instrument> candidates = bySymbol.getOrDefault(instrument.symbol(), List.of()).stream()
                .filter(listed -> agree(listed.conid(), instrument.conid()))
                .filter(listed -> agree(listed.isin(), instrument.isin()))
                .filter(listed -> agree(listed.assetClass(), instrument.assetClass()))
                .toList();
        return candidates.size() == 1 ? candidates.getFirst() : null;
    }

    private static boolean agree(@Nullable Object one, @Nullable Object other) {
        return one == null || other == null || Objects.equals(one, other);
    }
}
