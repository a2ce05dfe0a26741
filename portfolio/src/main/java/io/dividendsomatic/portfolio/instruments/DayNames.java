package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.account.RowInstruments;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.Naming;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.StatedGain;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names an account's rows by their days.
 *
 * @param parts of every wording, bare, that means several in the course of time
 */
record DayNames(AccountId account, Map<Instrument, List<Part>> parts) implements Naming {
    private static final String CONID = "conid:";

    DayNames {
        parts = Map.copyOf(parts);
    }

    @Override
    public Instrument on(LocalDate day, Instrument said) {
        List<Part> known = parts.get(Sighting.bare(said));
        return known == null
                ? said
                : known.stream()
                        .filter(part -> part.contains(day))
                        .findFirst()
                        .map(part -> named(said, part.meaning().key()))
                        .orElse(said);
    }

    /** By a code alone: where the meaning is a symbol or a name, it is that of the row itself. */
    private static Instrument named(Instrument said, InstrumentKey key) {
        Isin isin = Real.isin(key).orElse(null);
        if (isin != null) {
            return with(said, isin, said.conid());
        }
        return key.value().startsWith(CONID)
                ? with(said, said.isin(), key.value().substring(CONID.length()))
                : said;
    }

    private static Instrument with(Instrument i, @Nullable Isin isin, @Nullable String conid) {
        return new Instrument(
                i.symbol(), isin, i.name(), conid, i.figi(), i.cusip(), i.exchange(), i.assetClass(), i.multiplier());
    }

    @Override
    public StatementRow row(StatementRow row) {
        LocalDate day = day(row);
        return day == null ? row : RowInstruments.map(row, said -> on(day, said));
    }

    /** Absent where it can name no instrument. */
    private static @Nullable LocalDate day(StatementRow row) {
        return switch (row) {
            case HoldingAfter holding -> holding.date();
            case StatedGain gain -> gain.sold();
            case DividendAccrual accrual -> accrual.date();
            case PrintedTotal total -> null;
            case CashBalance balance -> null;
            case NetAssetValue value -> null;
            default -> RowView.of(row).date();
        };
    }
}
