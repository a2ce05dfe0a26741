package io.dividendsomatic.portfolio.ledger.actions;

import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one corporate action in one account.
 *
 * @param legs in order of their identities
 */
public record ActionEvent(List<Leg> legs) {

    public ActionEvent {
        legs = legs.stream().sorted(Comparator.comparing(Leg::id)).toList();
    }

    /** One row of it. */
    public record Leg(Booking booking, CorporateAction row) {

        FactId id() {
            return booking.id();
        }

        /** 1 where units came, -1 where they went, 0 where none are told. */
        public int sign() {
            return units().signum();
        }

        /** Units that came or, negative, went; none where the row does not count them. */
        public BigDecimal units() {
            Quantity quantity = row.quantity();
            return quantity == null ? BigDecimal.ZERO : quantity.value();
        }
    }

    /** The day on which all its rows have come. */
    public LocalDate date() {
        return legs.stream()
                .map(leg -> leg.row().date())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The latest time that is stated. */
    public @Nullable LocalTime time() {
        return legs.stream()
                .map(leg -> leg.row().time())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The kind of its rows; where they differ the first by our order of kinds, in which {@code OTHER} is last. */
    public Kind kind() {
        return legs.stream()
                .map(leg -> leg.row().action())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public List<Leg> out() {
        return legs.stream().filter(leg -> leg.sign() < 0).toList();
    }

    public List<Leg> in() {
        return legs.stream().filter(leg -> leg.sign() > 0).toList();
    }

    /** What moved of money, each row's own; rows that state zero are left out. */
    public List<Money> cash() {
        return legs.stream()
                .map(leg -> leg.row().cash())
                .filter(Objects::nonNull)
                .filter(money -> money.amount().value().signum() != 0)
                .toList();
    }

    /** The smallest identity, which stands for the event. */
    public FactId id() {
        return legs.getFirst().id();
    }

    public List<FactId> ids() {
        return legs.stream().map(Leg::id).toList();
    }
}
