package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes cells of values, shown as a person reads them. */
record Cells(Shown shown) {

    Cell text(@Nullable Object value) {
        return value == null ? Cell.other(Shown.UNKNOWN, null) : Cell.of(value.toString());
    }

    Cell amount(@Nullable BigDecimal value) {
        return Cell.number(shown.amount(value), value);
    }

    Cell amount(@Nullable Amount value) {
        return amount(value == null ? null : value.value());
    }

    Cell money(@Nullable Money value) {
        return Cell.number(
                        shown.money(value),
                        value == null ? null : value.amount().value())
                .telling(value == null ? null : value.currency());
    }

    /** Green above zero and red below. */
    Cell signed(@Nullable BigDecimal value) {
        return amount(value).marked(shown.sign(value));
    }

    Cell quantity(@Nullable Quantity value) {
        BigDecimal decimal = value == null ? null : value.value();
        return Cell.number(shown.quantity(decimal), decimal);
    }

    Cell price(@Nullable UnitPrice value) {
        BigDecimal decimal = value == null ? null : value.value();
        return Cell.number(shown.exact(decimal), decimal);
    }

    Cell percent(@Nullable BigDecimal share) {
        return Cell.number(shown.percent(share), share);
    }

    Cell percents(@Nullable BigDecimal percent) {
        return Cell.number(shown.percents(percent), percent);
    }

    Cell count(long number) {
        return Cell.number(shown.count(number), number);
    }

    Cell date(@Nullable LocalDate day) {
        return Cell.other(shown.date(day), day).marked("day");
    }

    Cell time(@Nullable Instant instant) {
        return Cell.other(shown.time(instant), instant);
    }
}
