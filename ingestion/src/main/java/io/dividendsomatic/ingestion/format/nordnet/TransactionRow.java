package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One transaction, from the columns
 *
 * <ul>
 *   <li>Id: unique for all time; Confirmation: shared by a dividend and its taxes
 *   <li>Booked: the day of the booking; Settles: of the payment; Traded: of the trade, of a dividend the ex-day
 *   <li>Security, SecurityType, ISIN; there is no symbol
 *   <li>Quantity: always positive, the type tells the direction; Price: a unit, of a dividend the gross amount a share
 *   <li>Amount: the effect on cash in AmountCurrency, after costs; Balance: the cash of that currency after the row
 *   <li>Holding: units after the row, where units moved
 * </ul>
 *
 * and those of {@link TradeRow} and {@link UnitsRow}.
 */
final class TransactionRow {
    /** In the text of money that moved between two accounts of one owner; in English in every language. */
    private static final Pattern INTERNAL =
            Pattern.compile("\\bInternal (?:from|to) (\\w{1,40})", Pattern.CASE_INSENSITIVE);

    private final Cells cells;
    private final @Nullable CurrencyUnit unit;
    private final String unitColumn;
    private final List<Problem> flags = new ArrayList<>();

    TransactionRow(Cells cells, String unitColumn, Bookings bookings) {
        this.cells = cells;
        this.unitColumn = unitColumn;
        String account = cells.text("Account");
        this.unit = cells.text(unitColumn) != null
                ? cells.unit(unitColumn)
                : bookings.onlyCurrency(account == null ? "" : account)
                        .map(currency -> new CurrencyUnit(currency, 0))
                        .orElse(null);
    }

    Fact read() {
        // a date would have cancelled the row; anything else in that cell makes it untrustworthy
        cells.dateIfAny("Cancelled");
        TransactionType type = TransactionType.find(cells.required("Type"))
                .orElseThrow(
                        () -> cells.refused("Type", ProblemCode.UNKNOWN_TYPE, "this kind of transaction is not known"));
        StatementRow row = row(type);
        return new Fact(cells.account(NordnetFormats.NORDNET, "Account"), List.of(row), flags)
                .and(holding(type))
                .and(balance());
    }

    private StatementRow row(TransactionType type) {
        return switch (type.kind()) {
            case BUY, SELL -> new TradeRow(cells, this).read(type);
            case DIVIDEND -> dividend();
            case TAX -> new WithholdingTax(movement(paid(), typeAndText()), instrumentIfAny(), exDate());
            case INTEREST -> new Interest(movement(booked(), typeAndText()), instrumentIfAny());
            case FEE -> new Fee(movement(booked(), cells.text("Text")), cells.text("Type"), instrumentIfAny());
            case DEPOSIT ->
                internal() != null ? internalTransfer() : new Deposit(movement(booked(), cells.text("Text")));
            case WITHDRAWAL ->
                internal() != null ? internalTransfer() : new Withdrawal(movement(booked(), cells.text("Text")));
            case CONVERSION -> conversion();
            case TRANSFER_IN, TRANSFER_OUT -> new UnitsRow(cells, this).transfer(type);
            case ACTION_IN, ACTION_OUT, ACTION_CASH -> new UnitsRow(cells, this).action(type);
        };
    }

    private CashDividend dividend() {
        CashMovement movement = movement(paid(), typeAndText());
        Quantity quantity = cells.number("Quantity") == null ? null : cells.quantity("Quantity");
        return new CashDividend(movement, instrument(), exDate(), perShare(movement.amount(), quantity), quantity);
    }

    /**
     * The column Price, when it is in the currency of the amount: when it makes it, to the cent. Of a foreign share it is
     * in a currency that the row does not name.
     */
    private @Nullable UnitPrice perShare(Money gross, @Nullable Quantity quantity) {
        BigDecimal price = cells.number("Price");
        if (price == null || quantity == null) {
            return null;
        }
        BigDecimal made = price.multiply(quantity.value()).abs().setScale(2, RoundingMode.HALF_UP);
        return made.compareTo(gross.amount().value().abs()) == 0 ? new UnitPrice(price) : null;
    }

    private FxConversion conversion() {
        return new FxConversion(
                new TradeTime(traded(), null, cells.dateIfAny("Settles")),
                amount(),
                null,
                null,
                null,
                Trade.Level.EXECUTION,
                cells.text("Text"),
                references());
    }

    private Transfer internalTransfer() {
        return new Transfer(booked(), null, null, amount(), null, null, internal(), cells.text("Text"), references());
    }

    private @Nullable String internal() {
        String text = cells.text("Text");
        Matcher matcher = INTERNAL.matcher(text == null ? "" : text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private CashMovement movement(LocalDate date, @Nullable String description) {
        return new CashMovement(date, amount(), null, null, description, references());
    }

    /** Only the type tells tax at home from tax abroad, or a dividend from capital that is paid back. */
    private String typeAndText() {
        String text = cells.text("Text");
        return text == null ? cells.required("Type") : cells.required("Type") + ": " + text;
    }

    private @Nullable CashBalance balance() {
        Amount balance = unit == null ? null : cells.amount("Balance", unit);
        return balance == null || unit == null
                ? null
                : new CashBalance(booked(), unit.currency(), false, CashBalance.At.AFTER_ROW, balance);
    }

    private @Nullable HoldingAfter holding(TransactionType type) {
        BigDecimal holding = cells.number("Holding");
        return holding != null && type.movesUnits() && cells.text("Security") != null
                ? new HoldingAfter(traded(), instrument(), new Quantity(holding))
                : null;
    }

    /** The row's effect on cash. */
    Money amount() {
        return cells.required("Amount", amountIfAny());
    }

    /** As {@link #amount()}, or null where the row has none. */
    @Nullable
    Money amountIfAny() {
        if (cells.number("Amount") == null) {
            return null;
        }
        CurrencyUnit known = cells.required(unitColumn, unit);
        return new Money(cells.required("Amount", cells.amount("Amount", known)), known.currency());
    }

    Instrument instrument() {
        cells.required("Security");
        return cells.required("Security", instrumentIfAny());
    }

    private @Nullable Instrument instrumentIfAny() {
        String name = cells.text("Security");
        String code = cells.text("ISIN");
        if (name == null && code == null) {
            return null;
        }
        Isin isin = code == null ? null : Isin.find(code).orElse(null);
        if (code != null && isin == null && flags.stream().noneMatch(flag -> flag.code() == ProblemCode.BAD_ISIN)) {
            flags.add(cells.problem("ISIN", ProblemCode.BAD_ISIN, "shape or check digit of the ISIN is wrong"));
        }
        return name == null && isin == null
                ? null
                : new Instrument(null, isin, name, null, null, null, null, cells.text("SecurityType"), null);
    }

    /** Notes something that does not keep the row out. */
    void flag(Problem problem) {
        flags.add(problem);
    }

    LocalDate booked() {
        return cells.date("Booked");
    }

    LocalDate traded() {
        LocalDate traded = cells.dateIfAny("Traded");
        return traded != null ? traded : booked();
    }

    private LocalDate paid() {
        LocalDate paid = cells.dateIfAny("Settles");
        return paid != null ? paid : booked();
    }

    /** The trade day, where it is before the payment. */
    private @Nullable LocalDate exDate() {
        LocalDate traded = cells.dateIfAny("Traded");
        return traded != null && traded.isBefore(paid()) ? traded : null;
    }

    References references() {
        return new References(number("Id"), null, null, number("Confirmation"));
    }

    /** Rows without a confirmation have none or a zero there. */
    private @Nullable String number(String column) {
        String number = cells.text(column);
        return "0".equals(number) ? null : number;
    }
}
