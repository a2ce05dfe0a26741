package io.dividendsomatic.dividends.income;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.CorporateAction.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The splits of one instrument up to a day, and figures per share on the basis of that day. */
public record Splits(List<Split> all) {
    public static final Splits NONE = new Splits(List.of());
    /** More digits than any broker prints of a rate per share. */
    private static final int SCALE = 12;

    public Splits {
        all = all.stream().sorted(Comparator.comparing(Split::date)).toList();
    }

    /** The splits of that instrument that the bookings state with their ratio, each once. */
    public static Splits of(
            Collection<Booking> bookings, InstrumentKey key, Function<Instrument, InstrumentKey> identify) {
        return new Splits(bookings.stream()
                .map(Booking::row)
                .flatMap(row -> row instanceof CorporateAction action ? Stream.of(action) : Stream.empty())
                .filter(action -> action.action() == Kind.SPLIT && !action.cancelled())
                .filter(action -> identify.apply(action.instrument()).equals(key))
                .flatMap(action ->
                        Stream.ofNullable(action.ratio()).map(ratio -> new Split(action.date(), factor(ratio))))
                .distinct()
                .toList());
    }

    private static BigDecimal factor(Ratio ratio) {
        return ratio.received()
                .value()
                .divide(ratio.held().value(), MathContext.DECIMAL64)
                .stripTrailingZeros();
    }

    /** Only what was known on that day. */
    public Splits upTo(LocalDate asOf) {
        return new Splits(
                all.stream().filter(split -> !split.date().isAfter(asOf)).toList());
    }

    /** A price as it was traded before that day, in shares of today: rounded half up to 12 digits. */
    public UnitPrice adjusted(UnitPrice asTraded, LocalDate day) {
        BigDecimal factor = factorSince(day);
        return factor.compareTo(BigDecimal.ONE) == 0
                ? asTraded
                : new UnitPrice(asTraded.value().divide(factor, SCALE, RoundingMode.HALF_UP));
    }

    /** How many shares of today one share of that day has become. */
    public BigDecimal factorSince(LocalDate day) {
        return all.stream()
                .filter(split -> split.date().isAfter(day))
                .map(Split::factor)
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}
