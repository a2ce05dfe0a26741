package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.ledger.ToldNames;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an account's ledger, however many rows and files tell it.
 *
 * @param date of a trade; of cash the day on which it was paid or booked
 * @param time at the broker's own clock, where the file tells one
 * @param isin by which the instrument is known, whatever its row calls it
 * @param toldIsin of its own row
 * @param instrument its identity, after all that was decided about names
 * @param figures what hangs on its kind
 * @param told every identity under which a file told it
 */
public record BookingLine(
        AccountId account,
        FactId fact,
        BookingKind kind,
        LocalDate date,
        @Nullable LocalTime time,
        @Nullable Isin isin,
        @Nullable Isin toldIsin,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable InstrumentKey instrument,
        BookingFigures figures,
        @Nullable String description,
        List<SourceRef> sources,
        List<FactId> told) {
    /** As the contract lists them: what brings something before what costs. */
    private static final List<BookingKind> IN_A_DAY = List.of(BookingKind.values());

    public BookingLine {
        sources = List.copyOf(sources);
        told = List.copyOf(told);
    }

    /** Its place in the day: by time, first what has none; then by kind. Digits, which sort alike everywhere. */
    String place() {
        LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
        return "%06d%02d"
                .formatted(at.getHour() * 10_000 + at.getMinute() * 100 + at.getSecond(), IN_A_DAY.indexOf(kind));
    }

    static BookingLine of(
            AccountId account, Booking booking, Function<Instrument, InstrumentKey> identify, ToldNames names) {
        RowView view = booking.view();
        Instrument instrument = view.instrument();
        InstrumentKey key = instrument == null ? null : identify.apply(instrument);
        return new BookingLine(
                account,
                booking.id(),
                view.kind(),
                view.date(),
                view.time(),
                instrument == null || key == null ? null : Identities.isin(key).orElse(instrument.isin()),
                instrument == null ? null : names.of(booking, instrument).isin(),
                instrument == null ? null : instrument.symbol(),
                instrument == null ? null : instrument.name(),
                key,
                BookingFigures.of(booking),
                view.description(),
                booking.sources(),
                booking.told());
    }
}
