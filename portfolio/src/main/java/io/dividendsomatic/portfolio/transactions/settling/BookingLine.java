package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.RowView;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an account's ledger, however many rows and files tell it.
 *
 * @param date of a trade; of cash the day on which it was paid or booked
 * @param instrument its identity, after all that was decided about names
 * @param figures what hangs on its kind
 * @param told every identity under which a file told it
 */
public record BookingLine(
        AccountId account,
        FactId fact,
        BookingKind kind,
        LocalDate date,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable InstrumentKey instrument,
        BookingFigures figures,
        @Nullable String description,
        List<SourceRef> sources,
        List<FactId> told) {

    public BookingLine {
        sources = List.copyOf(sources);
        told = List.copyOf(told);
    }

    static BookingLine of(AccountId account, Booking booking, Function<Instrument, InstrumentKey> identify) {
        RowView view = booking.view();
        Instrument instrument = view.instrument();
        return new BookingLine(
                account,
                booking.id(),
                view.kind(),
                view.date(),
                instrument == null ? null : instrument.isin(),
                instrument == null ? null : instrument.symbol(),
                instrument == null ? null : instrument.name(),
                instrument == null ? null : identify.apply(instrument),
                BookingFigures.of(booking),
                view.description(),
                booking.sources(),
                booking.told());
    }
}
