package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowVerdict;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives every row of a Flex query its verdict, whichever way the query was written. */
final class FlexReading {
    private static final int MAX_SECTION = 80;

    private final Retelling retelling;
    private final Map<String, CurrencyCode> bases = new HashMap<>();

    private FlexReading(List<FlexRecord> records) {
        this.retelling = new Retelling(
                records.stream().filter(r -> r.table().isPresent()).toList());
        records.forEach(this::learnBase);
    }

    static List<RowVerdict> verdicts(List<FlexRecord> records) {
        FlexReading reading = new FlexReading(records);
        Verdicts verdicts = new Verdicts();
        records.forEach(record -> reading.judge(record, verdicts));
        return verdicts.list();
    }

    private void judge(FlexRecord record, Verdicts verdicts) {
        if (record.table().isEmpty()) {
            String name = record.section();
            if (name.isEmpty()) {
                verdicts.reject(record.row(), ProblemCode.UNKNOWN_TYPE, "the row stands outside all sections");
                return;
            }
            Problem damage = record.damage();
            if (damage != null && record.spoilt()) {
                verdicts.reject(record.row(), damage.code(), damage.message());
                return;
            }
            verdicts.ignore(record.row(), "SECTION: " + name.substring(0, Math.min(name.length(), MAX_SECTION)));
            return;
        }
        String reason;
        try {
            reason = reason(record);
        } catch (RefusedRow refused) {
            // The same value refuses the row when it is read.
            reason = null;
        }
        if (reason == null) {
            verdicts.read(record.row(), () -> read(record));
        } else {
            verdicts.ignore(record.row(), reason);
        }
    }

    private @Nullable String reason(FlexRecord record) {
        Cells cells = record.cells();
        String useless = switch (record.table().orElseThrow()) {
            case RATES -> RateRow.useless(cells, String.valueOf(cells.text("Rate")), base(record));
            case FUNDS -> FundsRow.useless(cells);
            case OPTION_EVENTS -> OptionEventRow.useless(cells);
            case NET_DIVIDENDS -> NetDividendRow.useless(cells);
            case ACCOUNT -> record.owner().isEmpty() ? "PERSONAL" : null;
            default -> null;
        };
        return useless != null ? useless : retelling.reason(record);
    }

    private Fact read(FlexRecord record) {
        Problem damage = record.damage();
        if (damage != null && record.spoilt()) {
            throw new RefusedRow(damage);
        }
        Fact fact =
                record.table().orElseThrow().read(record.cells(), record.scope().withBase(base(record)));
        List<Problem> flags = new ArrayList<>(fact.flags());
        if (damage != null) {
            flags.add(damage);
        }
        if (record.cells().has(FlexCells.UNKNOWN_RATE)) {
            flags.add(record.cells()
                    .problem(FlexCells.UNKNOWN_RATE, ProblemCode.MISSING_VALUE, "the broker states no rate to base"));
        }
        return new Fact(fact.account(), fact.rows(), flags);
    }

    /** The account's own base currency, or that of the only account whose base the file states. */
    private @Nullable CurrencyCode base(FlexRecord record) {
        CurrencyCode own = bases.get(record.owner());
        return own == null && bases.size() == 1 ? bases.values().iterator().next() : own;
    }

    /** What an account's own row says; without one, what figures in the base currency say, or to what rates convert. */
    private void learnBase(FlexRecord record) {
        if (record.is(FlexTable.ACCOUNT) || record.is(FlexTable.EQUITY)) {
            String column = record.cells().has("BaseCurrency") ? "BaseCurrency" : "CurrencyPrimary";
            currency(record.cells(), column).ifPresent(code -> bases.put(record.owner(), code));
        } else if (record.level() == FlexLevel.BASE) {
            currency(record.cells(), "CurrencyPrimary").ifPresent(code -> bases.putIfAbsent(record.owner(), code));
        } else if (record.is(FlexTable.RATES)) {
            currency(record.cells(), "ToCurrency").ifPresent(code -> bases.putIfAbsent(record.owner(), code));
        }
    }

    private static Optional<CurrencyCode> currency(Cells cells, String column) {
        try {
            return cells.has(column) ? Optional.of(cells.unit(column)).map(CurrencyUnit::currency) : Optional.empty();
        } catch (RefusedRow wrong) {
            return Optional.empty();
        }
    }
}
