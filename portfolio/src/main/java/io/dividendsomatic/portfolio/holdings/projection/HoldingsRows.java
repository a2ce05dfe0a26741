package io.dividendsomatic.portfolio.holdings.projection;

import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.ReferencePricesTold;
import io.dividendsomatic.portfolio.events.ReferenceRatesTold;
import io.dividendsomatic.portfolio.events.ReferencesReplaced;
import io.dividendsomatic.portfolio.events.SnapshotTold;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.projection.BulkInsert;
import io.dividendsomatic.portfolio.projection.PackedLines;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one transaction. They depend on nothing but the events, so that a rebuild gives the same. */
final class HoldingsRows {
    private final int generation;
    private final Map<HoldingsTable, List<@Nullable Object[]>> rows = new EnumMap<>(HoldingsTable.class);

    HoldingsRows(int generation) {
        this.generation = generation;
    }

    void account(AccountOpened event, Instant recordedAt) {
        add(HoldingsTable.ACCOUNT, generation, event.account().toString(), recordedAt);
    }

    void file(StatementRecorded event, long number, Instant recordedAt) {
        add(
                HoldingsTable.FILE,
                generation,
                event.account().toString(),
                event.file().sha256(),
                number,
                recordedAt);
    }

    void baseCurrency(BaseCurrencyStated event, long number, Instant recordedAt) {
        add(
                HoldingsTable.BASE_CURRENCY,
                generation,
                event.account().toString(),
                !event.inferred(),
                event.edition().statedAt(),
                event.edition().precedence(),
                event.file().sha256(),
                number,
                event.currency().code(),
                recordedAt);
    }

    void rates(RatesStated event, long number, Instant recordedAt) {
        for (RatesStated.StatedRate stated : event.rates()) {
            add(
                    HoldingsTable.FX_RATE,
                    generation,
                    event.account().toString(),
                    stated.currency().code(),
                    stated.date(),
                    event.edition().statedAt(),
                    event.edition().precedence(),
                    event.file().sha256(),
                    number,
                    stated.line(),
                    stated.rate().value(),
                    event.base() == null ? null : event.base().code(),
                    stated.occasion() == RatesStated.Occasion.BOOKING,
                    recordedAt);
        }
    }

    void references(ReferenceRatesTold event, long number, Instant recordedAt) {
        for (ReferenceRatesTold.Told told : event.rates()) {
            add(
                    HoldingsTable.REFERENCE_RATE,
                    generation,
                    told.date(),
                    event.publisher(),
                    told.base().code(),
                    told.currency().code(),
                    event.edition().statedAt(),
                    event.edition().precedence(),
                    event.file().sha256(),
                    number,
                    told.line(),
                    told.rate().value(),
                    recordedAt);
        }
    }

    /** Those of an ISIN: by nothing else is a vendor's listing the instrument of an account. */
    void prices(ReferencePricesTold event, Instant recordedAt) {
        for (ReferencePricesTold.Told told : event.prices()) {
            if (told.instrument().isin() != null) {
                add(
                        HoldingsTable.REFERENCE_PRICE,
                        generation,
                        told.instrument().isin().code(),
                        told.date(),
                        event.publisher(),
                        told.currency().code(),
                        event.edition().statedAt(),
                        event.edition().precedence(),
                        event.file().sha256(),
                        told.line(),
                        told.close().value(),
                        told.instrument().symbol(),
                        recordedAt);
            }
        }
    }

    void replaced(ReferencesReplaced event, long number, Instant recordedAt) {
        if (event.replaced() != null) {
            counts(event.name(), number, event.replaced(), false, recordedAt);
        }
        if (event.file() != null) {
            counts(event.name(), number, event.file(), true, recordedAt);
        }
    }

    private void counts(String name, long number, FileId file, boolean counts, Instant recordedAt) {
        add(HoldingsTable.REFERENCE_FILE, generation, name, number, file.sha256(), counts, recordedAt);
    }

    /** A content that no file had told of the day. */
    void snapshot(SnapshotTold event, Origin origin, Instant recordedAt) {
        add(
                HoldingsTable.SNAPSHOT,
                generation,
                event.account().toString(),
                event.asOf(),
                event.version(),
                origin.name(),
                event.positions().size(),
                recordedAt);
    }

    void telling(SnapshotTold event, long number, Instant recordedAt) {
        List<Position> positions = event.positions();
        add(
                HoldingsTable.TELLING,
                generation,
                event.account().toString(),
                event.asOf(),
                event.file().sha256(),
                number,
                event.version(),
                event.edition().statedAt(),
                event.edition().precedence(),
                recordedAt,
                PackedLines.pack(positions.stream().map(Position::lines).toList()));
        for (int ordinal = 0; ordinal < positions.size(); ordinal++) {
            position(event.account(), event.asOf(), number, ordinal, positions.get(ordinal));
        }
    }

    private void position(AccountId account, LocalDate asOf, long telling, int ordinal, Position position) {
        Instrument instrument = position.instrument();
        add(
                HoldingsTable.POSITION,
                generation,
                account.toString(),
                asOf,
                telling,
                ordinal,
                instrument.symbol(),
                instrument.isin() == null ? null : instrument.isin().code(),
                instrument.name(),
                instrument.conid(),
                instrument.figi(),
                instrument.cusip(),
                instrument.exchange(),
                instrument.assetClass(),
                instrument.multiplier(),
                position.currency().code(),
                position.quantity().value(),
                position.markPrice() == null ? null : position.markPrice().value(),
                decimal(position.marketValue()),
                decimal(position.costBasis()),
                decimal(position.unrealizedPnl()),
                position.fxRateToBase() == null ? null : position.fxRateToBase().value());
    }

    private static @Nullable BigDecimal decimal(@Nullable Amount amount) {
        return amount == null ? null : amount.value();
    }

    private void add(HoldingsTable table, @Nullable Object... row) {
        rows.computeIfAbsent(table, first -> new ArrayList<>()).add(row);
    }

    void flush(BulkInsert insert) {
        rows.forEach(insert::insert);
    }
}
