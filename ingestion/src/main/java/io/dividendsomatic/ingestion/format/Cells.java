package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row under its header: each value by the name of its column and strictly typed. A value that is there and wrong
 * throws RefusedRow with column and raw text, even where the value is optional; absent ({@code ""}, {@code -},
 * {@code --}) is never zero.
 */
public final class Cells {
    /** Characters of a name or a code; the longest name of an instrument seen has some 60. */
    static final int MAX_TEXT = 250;

    private final SourceRow row;
    private final NamedCells cells;
    private final NumberStyle numbers;
    private final DateStyle dates;

    public Cells(SourceRow row, NamedCells cells, NumberStyle numbers, DateStyle dates) {
        this.row = row;
        this.cells = cells;
        this.numbers = numbers;
        this.dates = dates;
    }

    /** Throws RefusedFile when the file ends inside this row, and RefusedRow when its cells do not fit the columns. */
    public Cells(CsvRow row, Header header, NumberStyle numbers, DateStyle dates) {
        this((SourceRow) row, header.cellsOf(row), numbers, dates);
        header.refuseCut(row);
        if (header.isRagged(row)) {
            throw ragged(row);
        }
    }

    /** As the constructor, of a broker that leaves off empty cells at the end of a row. */
    public static Cells ofShort(CsvRow row, Header header, NumberStyle numbers, DateStyle dates) {
        header.refuseCut(row);
        if (header.isLong(row)) {
            throw ragged(row);
        }
        return new Cells((SourceRow) row, header.cellsOf(row), numbers, dates);
    }

    private static RefusedRow ragged(CsvRow row) {
        return new RefusedRow(
                new Problem(row.line(), null, ProblemCode.RAGGED_ROW, "the cells do not fit the columns", row.raw()));
    }

    public boolean has(String column) {
        return cells.has(column);
    }

    /** The text of a cell, or null where it is absent or the table has no such column. */
    public @Nullable String text(String column) {
        String text = cell(column);
        if (text != null && text.length() > MAX_TEXT) {
            throw refused(column, ProblemCode.TOO_LARGE, "a text has at most " + MAX_TEXT + " characters");
        }
        return text;
    }

    public String required(String column) {
        return required(column, text(column));
    }

    /** The cell's value, required in every row. */
    public LocalDate date(String column) {
        String text = required(column);
        return dates.find(text).orElseThrow(() -> refused(column, ProblemCode.BAD_DATE, "not a date"));
    }

    /** The cell's value, or null where it is absent. */
    public @Nullable LocalDate dateIfAny(String column) {
        return text(column) == null ? null : date(column);
    }

    public Quantity quantity(String column) {
        return required(column, number(column, Quantity::new));
    }

    public @Nullable BigDecimal number(String column) {
        return number(column, Function.identity());
    }

    /** Digits of a figure after its point, where zeros are its last, which no figure keeps; else null. */
    public @Nullable Integer digits(String column) {
        String text = cell(column);
        return text == null ? null : numbers.digitsWithZeros(text);
    }

    /** The currency of the row's figures, or the hundredth of one in which it states them. */
    public CurrencyUnit unit(String column) {
        String text = required(column);
        return CurrencyUnit.find(text)
                .orElseThrow(() -> refused(column, ProblemCode.UNKNOWN_CURRENCY, "not a currency"));
    }

    public @Nullable UnitPrice price(String column, CurrencyUnit unit) {
        return number(column, figure -> new UnitPrice(unit.inCurrency(figure)));
    }

    public @Nullable Amount amount(String column, CurrencyUnit unit) {
        return number(column, figure -> new Amount(unit.inCurrency(figure)));
    }

    public @Nullable FxRate rate(String column, CurrencyUnit unit) {
        return number(column, figure -> new FxRate(unit.rateOfCurrency(figure)));
    }

    public @Nullable AccountId account(Broker broker, String column) {
        String text = text(column);
        try {
            return text == null ? null : new AccountId(broker, text);
        } catch (IllegalArgumentException e) {
            throw refused(column, ProblemCode.BAD_ACCOUNT, "not an account number");
        }
    }

    public <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw refused(column, ProblemCode.MISSING_VALUE, "a row needs this value");
        }
        return value;
    }

    public RefusedRow refused(String column, ProblemCode code, String message) {
        return new RefusedRow(problem(column, code, message));
    }

    public Problem problem(String column, ProblemCode code, String message) {
        return new Problem(row.line(), cells.label(column), code, message, cells.cell(column));
    }

    private @Nullable String cell(String column) {
        String text = cells.cell(column);
        return NumberStyle.isAbsent(text) ? null : text;
    }

    private <T> @Nullable T number(String column, Function<BigDecimal, T> type) {
        String text = cell(column);
        if (text == null) {
            return null;
        }
        try {
            return numbers.parse(text).map(type).orElse(null);
        } catch (NumberFormatException | ArithmeticException e) {
            throw refused(column, ProblemCode.BAD_NUMBER, String.valueOf(e.getMessage()));
        }
    }
}
