package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.PlainWords;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.generic.Rule.FactRule;
import io.dividendsomatic.ingestion.format.generic.Rule.Term;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row for one of its facts, strictly typed. A value that is there and wrong throws RefusedRow with
 * column and raw text, even where it is optional.
 */
final class Values {
    /** Characters of a name, a code or a note. */
    private static final int MAX_TEXT = 250;
    /** Digits of a rate that the file states the other way round; the domain keeps 18 places. */
    private static final MathContext RATE = new MathContext(18, RoundingMode.HALF_EVEN);

    private final CsvRow row;
    private final Columns columns;
    private final Mapping mapping;
    private final FactRule fact;

    Values(CsvRow row, Columns columns, Mapping mapping, FactRule fact) {
        this.row = row;
        this.columns = columns;
        this.mapping = mapping;
        this.fact = fact;
    }

    FactRule fact() {
        return fact;
    }

    Signs signs() {
        return fact.signs() == null ? mapping.signs() : fact.signs().or(mapping.signs());
    }

    Mapping mapping() {
        return mapping;
    }

    boolean has(String field) {
        return find(field) != null;
    }

    @Nullable
    String text(String field) {
        CellText cell = find(field);
        if (cell != null && cell.text().length() > MAX_TEXT) {
            throw refused(cell, ProblemCode.TOO_LARGE, "a text has at most " + MAX_TEXT + " characters");
        }
        return cell == null ? null : cell.text();
    }

    LocalDate day(String field) {
        return required(field, optionalDay(field));
    }

    @Nullable
    LocalDate optionalDay(String field) {
        CellText cell = find(field);
        return cell == null
                ? null
                : cell.dates().day(cell.text()).orElseThrow(() -> refused(cell, ProblemCode.BAD_DATE, "not a date"));
    }

    /** The time of day, from a cell of its own or from that of the date. */
    @Nullable
    LocalTime time() {
        CellText cell = find("time");
        if (cell == null) {
            CellText date = find("date");
            return date == null ? null : date.dates().time(date.text()).orElse(null);
        }
        return cell.dates()
                .time(cell.text())
                .orElseThrow(() -> refused(cell, ProblemCode.BAD_DATE, "not a time of day"));
    }

    @Nullable
    BigDecimal number(String field) {
        return number(find(field), Function.identity());
    }

    @Nullable
    Quantity optionalQuantity(String field) {
        return number(find(field), Quantity::new);
    }

    Quantity quantity(String field) {
        return required(field, optionalQuantity(field));
    }

    /** The currency of the row's figures. */
    CurrencyUnit unit() {
        return unit(cell("currency"));
    }

    /** Of a figure: its own, else that of its column, else that of the row. */
    CurrencyUnit unit(String field) {
        return unit(field, termOf(field));
    }

    private CurrencyUnit unit(String field, @Nullable Term term) {
        CellText own = fact.fields().containsKey(Fields.currencyOf(field)) ? find(Fields.currencyOf(field)) : null;
        if (own == null) {
            String column = term == null || term.column() == null ? field : term.column();
            own = columns.find(row, Fields.currencyOf(column));
        }
        return own == null ? unit() : unit(own);
    }

    @Nullable
    UnitPrice price(String field) {
        CellText cell = find(field);
        CurrencyUnit unit = cell == null ? null : unit(field);
        return unit == null ? null : number(cell, figure -> new UnitPrice(unit.inCurrency(figure)));
    }

    /** An amount with its currency, its sign as the file has it. */
    @Nullable
    Money money(String field) {
        CellText cell = find(field);
        CurrencyUnit unit = cell == null ? null : unit(field);
        return unit == null
                ? null
                : number(cell, figure -> new Money(new Amount(unit.inCurrency(figure)), unit.currency()));
    }

    /** The effect on cash. */
    @Nullable
    Money cash(String field, int ofKind) {
        Money stated = money(field);
        return stated == null
                ? null
                : with(stated, signs().amount(stated.amount().value(), ofKind));
    }

    /** What a trade cost by all columns of that field: a sum in each currency, as the effect on cash. */
    List<Money> costs(String field) {
        Map<CurrencyCode, Money> sums = new LinkedHashMap<>();
        for (Term term : fact.terms(field)) {
            CellText cell = find(term);
            if (cell != null) {
                CurrencyUnit unit = unit(field, term);
                Money cost = required(
                        field,
                        number(
                                cell,
                                figure ->
                                        new Money(new Amount(signs().cost(unit.inCurrency(figure))), unit.currency())));
                sums.merge(cost.currency(), cost, Money::plus);
            }
        }
        return List.copyOf(sums.values());
    }

    /** Multiply a figure in this currency by it to get the account's base currency; absent for any other's. */
    @Nullable
    FxRate rate(CurrencyCode currency) {
        CellText cell = find("fxRate");
        CellText code = find("currency");
        CurrencyUnit unit = cell == null || code == null ? null : unit(code);
        if (unit == null || !unit.currency().equals(currency)) {
            return null;
        }
        return number(cell, figure -> {
            Mapping.Fx fx = fact.fx() == null ? mapping.fx() : fact.fx();
            BigDecimal rate = fx == Mapping.Fx.MULTIPLY || figure.signum() == 0
                    ? figure
                    : rounded(BigDecimal.ONE.divide(figure, RATE));
            return new FxRate(unit.rateOfCurrency(rate));
        });
    }

    <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new RefusedRow(new Problem(
                    row.line(), label(field), ProblemCode.MISSING_VALUE, "a row needs this value", row.raw()));
        }
        return value;
    }

    RefusedRow refused(String field, ProblemCode code, String message) {
        return new RefusedRow(problem(field, code, message));
    }

    Problem problem(String field, ProblemCode code, String message) {
        CellText cell = find(field);
        return cell == null
                ? new Problem(row.line(), label(field), code, message, row.raw())
                : new Problem(row.line(), cell.label(), code, message, cell.raw());
    }

    /** What a person calls the column that should give the field: the first one named for it. */
    private String label(String field) {
        return columns.label(fact.terms(field).stream()
                .flatMap(term -> Stream.ofNullable(term.column()))
                .findFirst()
                .orElse(field));
    }

    static Money with(Money money, BigDecimal amount) {
        return new Money(new Amount(amount), money.currency());
    }

    @Nullable
    CellText find(String field) {
        Term term = termOf(field);
        return term == null ? null : find(term);
    }

    private @Nullable CellText find(Term term) {
        if (term.value() != null) {
            return new CellText(term.value(), term.value(), term.value(), Numbers.DOT, mapping.dates());
        }
        if (!term.times().isEmpty()) {
            return workedOut(term.times(), BigDecimal::multiply);
        }
        if (!term.minus().isEmpty()) {
            return workedOut(term.minus(), BigDecimal::subtract);
        }
        return term.column() == null ? null : columns.find(row, term.column());
    }

    /** What follows from two figures of the row; nothing where one of them is not there. */
    private @Nullable CellText workedOut(List<String> names, BinaryOperator<BigDecimal> operation) {
        CellText first = columns.find(row, names.getFirst());
        CellText second = columns.find(row, names.getLast());
        BigDecimal one = number(first, Function.identity());
        BigDecimal other = number(second, Function.identity());
        if (first == null || second == null || one == null || other == null) {
            return null;
        }
        String text = rounded(operation.apply(one, other)).toPlainString();
        return new CellText(first.label(), first.raw() + ", " + second.raw(), text, Numbers.DOT, mapping.dates());
    }

    private @Nullable Term termOf(String field) {
        return fact.terms(field).stream()
                .filter(term -> find(term) != null)
                .findFirst()
                .orElse(null);
    }

    private CellText cell(String field) {
        return required(field, find(field));
    }

    private CurrencyUnit unit(CellText cell) {
        String code = PlainWords.bare(cell.text());
        return CurrencyUnit.find(code)
                .or(() -> CurrencyUnit.find(code.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> refused(cell, ProblemCode.UNKNOWN_CURRENCY, "not a currency"));
    }

    private <T> @Nullable T number(@Nullable CellText cell, Function<BigDecimal, T> type) {
        if (cell == null) {
            return null;
        }
        try {
            return cell.numbers().parse(cell.text()).map(type).orElse(null);
        } catch (NumberFormatException | ArithmeticException e) {
            throw refused(cell, ProblemCode.BAD_NUMBER, String.valueOf(e.getMessage()));
        }
    }

    private RefusedRow refused(CellText cell, ProblemCode code, String message) {
        return new RefusedRow(new Problem(row.line(), cell.label(), code, message, cell.raw()));
    }

    private static BigDecimal rounded(BigDecimal figure) {
        return figure.scale() > 18 ? figure.setScale(18, RoundingMode.HALF_EVEN) : figure;
    }
}
