package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether two facts of one kind and day read as one row of which a figure was changed: the same instrument, the same
 * direction, and of units, price and money one that is equal. A payment on an instrument is told by these alone, another
 * one also by its words, whose figures do not count.
 */
record Nearness(InstrumentAgreement instruments) {
    private static final Pattern FIGURES = Pattern.compile("[0-9.,]+");

    boolean near(Fact one, Fact other) {
        return instruments.compatible(one.view().instrument(), other.view().instrument())
                && !(isNumbered(one) && isNumbered(other))
                && switch (one.row()) {
                    case Trade t -> near(t, (Trade) other.row());
                    case FxConversion f -> near(f, (FxConversion) other.row());
                    case Transfer t -> near(t, (Transfer) other.row());
                    case CorporateAction a -> near(a, (CorporateAction) other.row());
                    default -> nearMovement(one, other);
                };
    }

    /**
     * Whether two facts of equal figures read as one row of which the day was changed, or on one day the instrument. Words
     * count for money that moved on no instrument.
     */
    boolean isAllButMoved(Fact one, Fact other, boolean sameDay) {
        boolean sameInstrument =
                instruments.compatible(one.view().instrument(), other.view().instrument());
        boolean ofInstrument = one.view().instrument() != null && other.view().instrument() != null;
        return !(isNumbered(one) && isNumbered(other))
                && sameInstrument != sameDay
                && (ofInstrument || (!sameDay && words(one).equals(words(other))))
                && isAfterTax(one) == isAfterTax(other);
    }

    /** The broker's own number says of two rows whether they are one. */
    private static boolean isNumbered(Fact fact) {
        String transaction = fact.view().references().transaction();
        String trade = fact.view().references().trade();
        return (transaction != null && !transaction.isBlank()) || (trade != null && !trade.isBlank());
    }

    private static boolean near(Trade one, Trade other) {
        return one.level() == other.level()
                && one.currency().equals(other.currency())
                && sameSide(one.quantity(), other.quantity())
                && (one.quantity().equals(other.quantity())
                        || said(one.price(), other.price())
                        || said(one.proceeds(), other.proceeds()));
    }

    private static boolean near(FxConversion one, FxConversion other) {
        return one.level() == other.level()
                && one.amount().currency().equals(other.amount().currency())
                && sameSide(one.amount(), other.amount());
    }

    private static boolean near(Transfer one, Transfer other) {
        return sameSide(one.quantity(), other.quantity())
                && (one.quantity() != null || sameSide(one.cash(), other.cash()));
    }

    private static boolean near(CorporateAction one, CorporateAction other) {
        return one.action() == other.action()
                && one.cancelled() == other.cancelled()
                && sameSide(one.quantity(), other.quantity());
    }

    private static boolean nearMovement(Fact one, Fact other) {
        Money money = amount(one);
        Money otherMoney = amount(other);
        boolean ofInstrument = one.view().instrument() != null && other.view().instrument() != null;
        return sameSide(money, otherMoney)
                && isAfterTax(one) == isAfterTax(other)
                && (ofInstrument || words(one).equals(words(other)));
    }

    private static Money amount(Fact fact) {
        CashMovement movement = Objects.requireNonNull(fact.view().movement());
        return movement.amount();
    }

    private static boolean isAfterTax(Fact fact) {
        return fact.row() instanceof CashDividend dividend && dividend.saysAfterTax();
    }

    private static String words(Fact fact) {
        String text = fact.view().description();
        return text == null ? "" : FIGURES.matcher(text).replaceAll("#");
    }

    private static boolean sameSide(@Nullable Quantity one, @Nullable Quantity other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.value().signum() == other.value().signum();
    }

    private static boolean sameSide(@Nullable Money one, @Nullable Money other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.amount().value().signum() == other.amount().value().signum();
    }

    private static boolean said(@Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other);
    }
}
