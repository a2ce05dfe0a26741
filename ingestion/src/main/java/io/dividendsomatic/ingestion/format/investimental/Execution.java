package io.dividendsomatic.ingestion.format.investimental;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an order. Its row states volume and fee of what remains of the order afterwards; when the last part is
 * executed, the order is inactive and the volume is that part. So what was executed is what the row before it had more,
 * and so is its fee. The price is the order's limit, which the log gives for its executions too.
 */
final class Execution {
    private static final Broker BROKER = new Broker("investimental");
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd");
    /** The currency stands behind the owner's name: {@code SOME NAME [RON]}. */
    private static final Pattern CURRENCY = Pattern.compile("\\[([A-Z]{3})]");

    private final Cells cells;
    private final @Nullable Cells before;

    Execution(CsvRow row, @Nullable CsvRow before, Header header) {
        this.cells = new Cells(row, header, NumberStyle.DOT, DATES);
        this.before = before == null ? null : new Cells(before, header, NumberStyle.DOT, DATES);
    }

    Fact fact() {
        CurrencyUnit unit = unit();
        Instrument instrument = new Instrument(
                cells.required("Symbol"), null, null, null, null, null, cells.text("Exchange"), null, null);
        Trade trade = new Trade(
                new TradeTime(cells.date("Update Time"), time(), null),
                instrument,
                new Quantity(isSale() ? units().negate() : units()),
                unit.currency(),
                cells.price("Price", unit),
                null,
                new Costs(fee(unit), null),
                null,
                null,
                null,
                null,
                Trade.Level.EXECUTION,
                List.of(),
                null,
                new References(null, cells.text("Last Trade Ticket"), cells.text("Order ID"), null));
        return Fact.of(cells.account(BROKER, "Account ID"), trade);
    }

    private boolean isSale() {
        return switch (cells.required("Side").toLowerCase(Locale.ROOT)) {
            case "buy" -> false;
            case "sell" -> true;
            default -> throw cells.refused("Side", ProblemCode.UNKNOWN_TYPE, "neither Buy nor Sell");
        };
    }

    private BigDecimal units() {
        BigDecimal volume = cells.quantity("Volume").value();
        if (isDone()) {
            return volume;
        }
        if (before == null) {
            throw cells.refused(
                    "Volume", ProblemCode.MISSING_VALUE, "what remained of the order before it stands in no row");
        }
        BigDecimal executed = before.quantity("Volume").value().subtract(volume);
        if (executed.signum() <= 0) {
            throw cells.refused("Volume", ProblemCode.BAD_NUMBER, "no less remains of the order than before");
        }
        return executed;
    }

    private @Nullable Money fee(CurrencyUnit unit) {
        Amount remaining = cells.amount("Fee", unit);
        Amount earlier = before == null ? null : before.amount("Fee", unit);
        if (earlier == null) {
            return null;
        }
        BigDecimal left = isDone() || remaining == null ? BigDecimal.ZERO : remaining.value();
        return new Money(new Amount(left.subtract(earlier.value())), unit.currency());
    }

    /** Whether nothing remains of the order. */
    private boolean isDone() {
        return "Inactive".equalsIgnoreCase(cells.text("Status"));
    }

    private CurrencyUnit unit() {
        Matcher matcher = CURRENCY.matcher(cells.required("Account Name"));
        return Optional.of(matcher)
                .filter(Matcher::find)
                .flatMap(found -> CurrencyUnit.find(found.group(1)))
                .orElseThrow(() ->
                        cells.refused("Account Name", ProblemCode.UNKNOWN_CURRENCY, "names no currency in brackets"));
    }

    private @Nullable LocalTime time() {
        String text = cells.required("Update Time");
        try {
            return text.length() > 11 ? LocalTime.parse(text.substring(11)) : null;
        } catch (DateTimeParseException e) {
            throw cells.refused("Update Time", ProblemCode.BAD_DATE, "not a time of day");
        }
    }
}
