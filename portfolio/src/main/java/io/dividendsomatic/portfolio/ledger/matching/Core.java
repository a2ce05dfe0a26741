package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What makes rows of two files one fact, kind by kind: the day and the kind (they stand in the bucket), the instrument,
 * the quantity or the money, and whatever else both of them state. Descriptions may differ: brokers word one fact
 * otherwise in each report.
 */
final class Core {
    private final InstrumentAgreement instruments;

    Core(Function<Instrument, InstrumentKey> identify) {
        this.instruments = new InstrumentAgreement(identify);
    }

    /** Rows of two buckets are never one fact; the figure stands for what must be equal to the last digit. */
    record Bucket(BookingKind kind, LocalDate date, String figure) {}

    static Bucket bucket(Fact fact) {
        return new Bucket(fact.view().kind(), fact.view().date(), figure(fact.row(), fact.view()));
    }

    private static String figure(StatementRow row, RowView view) {
        return switch (row) {
            case Trade t -> t.level() + " " + t.quantity();
            case FxConversion f -> f.level() + (f.counterAmount() == null ? " leg" : " whole");
            case Transfer t -> t.quantity() == null ? "money" : t.quantity().toString();
            case CorporateAction a ->
                (a.cancelled() ? "cancelled " : "") + (a.quantity() == null ? "money" : a.quantity());
            case CashDividend d when d.saysAfterTax() -> CashDividend.AFTER_TAX; // no gross that a twin could have
            default -> {
                CashMovement movement = Objects.requireNonNull(view.movement());
                yield switch (movement.amount().amount().value().signum()) {
                    case 1 -> "in";
                    case -1 -> "out";
                    default -> "nothing";
                };
            }
        };
    }

    /** Whether two facts of one bucket agree. */
    boolean agree(Fact one, Fact other) {
        return compatible(one, other) && tellTheSameMoney(one, other);
    }

    /** Whether nothing that two facts of one bucket both state is different; money of two currencies is never. */
    boolean compatible(Fact one, Fact other) {
        if (!agreeOnReferences(one.view(), other.view())
                || !agreeOnTime(one.view().time(), other.view().time())) {
            return false;
        }
        Instrument instrument = one.view().instrument();
        Instrument otherInstrument = other.view().instrument();
        return switch (one.row()) {
            case Trade t -> instruments.agree(instrument, otherInstrument) && compatible(t, (Trade) other.row());
            case FxConversion f -> agree(f, (FxConversion) other.row());
            case Transfer t ->
                instruments.agree(instrument, otherInstrument)
                        && MoneyAgreement.compatible(t.cash(), ((Transfer) other.row()).cash());
            case CorporateAction a ->
                instruments.agree(instrument, otherInstrument)
                        && MoneyAgreement.compatible(a.cash(), ((CorporateAction) other.row()).cash());
            default -> compatibleMovements(one, other);
        };
    }

    /** Whether two facts of one bucket tell their money in one currency; of conversions and actions nothing else can be. */
    static boolean inOneCurrency(Fact one, Fact other) {
        if (one.row() instanceof Trade t) {
            return t.currency().equals(((Trade) other.row()).currency());
        }
        CashMovement movement = one.view().movement();
        return movement == null
                || movement.amount().currency().equals(movement(other).amount().currency());
    }

    /** In one currency that of compatible facts is; of two currencies one tells what the other comes to. */
    private static boolean tellTheSameMoney(Fact one, Fact other) {
        if (inOneCurrency(one, other)) {
            return true;
        }
        return one.row() instanceof Trade t
                ? t.price() != null && ((Trade) other.row()).price() != null
                : MoneyAgreement.same(movement(one), movement(other));
    }

    private static CashMovement movement(Fact fact) {
        return Objects.requireNonNull(fact.view().movement());
    }

    /** Of two possible partners the one with the higher number is likelier the same row. */
    int likeness(Fact one, Fact other) {
        RowView a = one.view();
        RowView b = other.view();
        return (said(a.references().transaction(), b.references().transaction()) ? 16 : 0)
                + (said(a.time(), b.time()) ? 8 : 0)
                + (said(a.description(), b.description()) ? 4 : 0)
                + (said(perShare(one.row()), perShare(other.row())) ? 2 : 0);
    }

    InstrumentAgreement instruments() {
        return instruments;
    }

    private static boolean compatible(Trade one, Trade other) {
        return FigureAgreement.compatible(one.price(), other.price())
                && (!one.currency().equals(other.currency())
                        || FigureAgreement.compatible(one.proceeds(), other.proceeds()));
    }

    private static boolean agree(FxConversion one, FxConversion other) {
        return agreeAsTold(one, other) || agreeAsTold(one, swapped(other));
    }

    private static boolean agreeAsTold(FxConversion one, FxConversion other) {
        return MoneyAgreement.same(one.amount(), other.amount())
                && MoneyAgreement.compatible(one.counterAmount(), other.counterAmount());
    }

    /** The same conversion told from its other leg; itself where it has one leg only. */
    private static FxConversion swapped(FxConversion row) {
        return row.counterAmount() == null
                ? row
                : new FxConversion(
                        row.when(),
                        row.counterAmount(),
                        row.amount(),
                        null,
                        row.fee(),
                        row.level(),
                        row.description(),
                        row.references());
    }

    private boolean compatibleMovements(Fact one, Fact other) {
        return instruments.compatible(one.view().instrument(), other.view().instrument())
                && (!inOneCurrency(one, other) || MoneyAgreement.same(movement(one), movement(other)))
                && FigureAgreement.compatible(perShare(one.row()), perShare(other.row()))
                && !contradict(exDate(one.row()), exDate(other.row()))
                && !(one.row() instanceof Fee
                        && contradict(
                                one.view().references().order(),
                                other.view().references().order()));
    }

    /** A broker's number is unique for all time, so two numbers are two facts. */
    private static boolean agreeOnReferences(RowView one, RowView other) {
        return !contradict(one.references().transaction(), other.references().transaction())
                && !contradict(one.references().trade(), other.references().trade());
    }

    /** A time without seconds is one that the file gives to the minute. */
    static boolean agreeOnTime(@Nullable LocalTime one, @Nullable LocalTime other) {
        if (one == null || other == null) {
            return true;
        }
        boolean toTheMinute = one.getSecond() == 0 || other.getSecond() == 0;
        return toTheMinute
                ? one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES))
                : one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
    }

    private static @Nullable UnitPrice perShare(StatementRow row) {
        return row instanceof CashDividend d ? d.perShare() : row instanceof PaymentInLieu p ? p.perShare() : null;
    }

    private static @Nullable LocalDate exDate(StatementRow row) {
        return row instanceof CashDividend d ? d.exDate() : row instanceof PaymentInLieu p ? p.exDate() : null;
    }

    private static boolean contradict(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }

    private static boolean said(@Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other);
    }
}
