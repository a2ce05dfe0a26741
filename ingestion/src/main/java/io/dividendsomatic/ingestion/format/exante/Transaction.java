package io.dividendsomatic.ingestion.format.exante;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row of the transactions: an asset that came or went, which is money in a currency, or units of a security. */
final class Transaction {
    /** What stands in a cell without a value. */
    private static final Set<String> NONE = Set.of("N/A", "None", "null");

    private final CsvRow row;
    private final Cells cells;

    Transaction(CsvRow row, Cells cells) {
        this.row = row;
        this.cells = cells;
    }

    int line() {
        return row.line();
    }

    /** The broker's word, in capital letters. */
    String type() {
        return cells.required("Operation type").toUpperCase(Locale.ROOT);
    }

    /** What the legs of one trade share. */
    String trade() {
        return account() + " " + symbolId() + " " + cells.required("When");
    }

    boolean isTrade() {
        return type().equals("TRADE");
    }

    boolean isCommission() {
        return type().equals("COMMISSION");
    }

    @Nullable
    AccountId account() {
        return cells.account(ExanteReport.BROKER, "Account");
    }

    /** Nothing when the asset is a security. */
    Optional<Money> cash() {
        return CurrencyUnit.find(cells.required("Asset"))
                .map(unit -> new Money(cells.required("Amount", cells.amount("Amount", unit)), unit.currency()));
    }

    Fact fact() {
        return Fact.of(account(), cash().map(this::ofMoney).orElseGet(this::ofUnits));
    }

    /** The trade of which this is the security's leg. */
    Fact tradeFor(Money cash, @Nullable Money commission) {
        return Fact.of(
                account(),
                new Trade(
                        when(),
                        instrument(),
                        cells.quantity("Amount"),
                        cash.currency(),
                        null,
                        cash.amount(),
                        new Costs(commission, null),
                        null,
                        null,
                        null,
                        null,
                        Trade.Level.EXECUTION,
                        List.of(),
                        text("Comment"),
                        references()));
    }

    private StatementRow ofMoney(Money money) {
        CashMovement movement = new CashMovement(date(), money, null, null, description(), references());
        String type = type();
        return switch (type) {
            case "TRADE", "AUTOCONVERSION", "CONVERSION", "FX" ->
                new FxConversion(when(), money, null, null, null, Trade.Level.EXECUTION, description(), references());
            case "DIVIDEND" -> new CashDividend(movement, instrument(), null, null, null);
            case "TAX", "US TAX", "DIVIDEND TAX", "WITHHOLDING TAX" ->
                new WithholdingTax(movement, hasInstrument() ? instrument() : null, null);
            case "INTEREST", "ROLLOVER", "COUPON", "COUPON PAYMENT" ->
                new Interest(movement, hasInstrument() ? instrument() : null);
            case "FUNDING/WITHDRAWAL", "DEPOSIT", "WITHDRAWAL", "FUNDING" ->
                money.amount().value().signum() < 0 ? new Withdrawal(movement) : new Deposit(movement);
            case "SUBACCOUNT TRANSFER", "INTERNAL TRANSFER", "TRANSFER" ->
                new Transfer(date(), null, null, money, null, null, null, description(), references());
            case "CORPORATE ACTION", "STOCK SPLIT", "SPLIT", "SPIN-OFF", "MERGER", "REDEMPTION" ->
                action(BigDecimal.ZERO, money);
            case "COMMISSION",
                    "FEE",
                    "BANK CHARGE",
                    "BONUS",
                    "CHARGE",
                    "COMPENSATION",
                    "EXCESS MARGIN FEE",
                    "SERVICE FEE" -> new Fee(movement, type, hasInstrument() ? instrument() : null);
            default -> throw unknown();
        };
    }

    private StatementRow ofUnits() {
        return switch (type()) {
            case "CORPORATE ACTION", "STOCK SPLIT", "SPLIT", "SPIN-OFF", "MERGER", "REDEMPTION", "DIVIDEND" ->
                action(cells.quantity("Amount").value(), null);
            case "TRADE", "FUNDING/WITHDRAWAL", "SUBACCOUNT TRANSFER", "INTERNAL TRANSFER", "TRANSFER", "BONUS" ->
                new Transfer(
                        date(),
                        instrument(),
                        cells.quantity("Amount"),
                        null,
                        null,
                        null,
                        null,
                        description(),
                        references());
            default -> throw unknown();
        };
    }

    private CorporateAction action(BigDecimal units, @Nullable Money cash) {
        CorporateAction.Kind kind = switch (type()) {
            case "STOCK SPLIT", "SPLIT" -> CorporateAction.Kind.SPLIT;
            case "SPIN-OFF" -> CorporateAction.Kind.SPIN_OFF;
            case "MERGER" -> CorporateAction.Kind.MERGER;
            case "REDEMPTION" -> CorporateAction.Kind.REDEMPTION;
            case "DIVIDEND" -> CorporateAction.Kind.STOCK_DIVIDEND;
            default -> CorporateAction.Kind.OTHER;
        };
        return new CorporateAction(
                date(),
                when().time(),
                null,
                kind,
                type(),
                instrument(),
                new Quantity(units),
                cash,
                null,
                null,
                null,
                null,
                false,
                description(),
                references());
    }

    private LocalDate date() {
        return cells.date("When");
    }

    private TradeTime when() {
        String text = cells.required("When");
        try {
            return new TradeTime(date(), text.length() > 11 ? LocalTime.parse(text.substring(11)) : null, null);
        } catch (DateTimeParseException e) {
            throw cells.refused("When", ProblemCode.BAD_DATE, "not a time of day");
        }
    }

    private boolean hasInstrument() {
        String symbol = symbolId();
        return text("ISIN") != null
                || (symbol != null && CurrencyUnit.find(symbol).isEmpty());
    }

    /** {@code ALFA.NYSE} is the symbol with its exchange. */
    private Instrument instrument() {
        String id = hasInstrument() ? symbolId() : null;
        String code = text("ISIN");
        Isin isin = code == null ? null : Isin.find(code).orElse(null);
        if (id == null && isin == null) {
            throw cells.refused("Symbol ID", ProblemCode.MISSING_VALUE, "a row needs this value");
        }
        int dot = id == null ? -1 : id.lastIndexOf('.');
        String symbol = id != null && dot > 0 ? id.substring(0, dot) : id;
        String exchange = id != null && dot > 0 ? id.substring(dot + 1) : null;
        return new Instrument(symbol, isin, null, null, null, null, exchange, null, null);
    }

    private @Nullable String symbolId() {
        return text("Symbol ID");
    }

    private String description() {
        String comment = text("Comment");
        return comment != null ? comment : type();
    }

    private References references() {
        return References.ofTransaction(text("Transaction ID"));
    }

    private @Nullable String text(String column) {
        String text = cells.text(column);
        return text == null || NONE.contains(text) ? null : text;
    }

    /** A figure whose currency the table does not name. */
    static @Nullable Amount amount(Cells cells, String column) {
        BigDecimal figure = cells.number(column);
        return figure == null ? null : new Amount(figure);
    }

    private RefusedRow unknown() {
        return cells.refused("Operation type", ProblemCode.UNKNOWN_TYPE, "not a known kind of operation");
    }
}
