package io.dividendsomatic.ingestion.format.ibkr.history;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.DividendText;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a Transaction History.
 *
 * <ul>
 *   <li>Gross Amount, Commission, Net Amount: effect on cash, in the base currency
 *   <li>Price: in Price Currency, or in the base currency where the table has no such column
 *   <li>Exchange Rate: multiply an amount in Price Currency by it to get the base currency
 *   <li>Account: masked in the middle, as in {@code U***00001}, or the owner's name for it
 * </ul>
 */
final class Transaction {
    private static final String GROSS = "GrossAmount";
    private static final String NET = "NetAmount";
    private static final Pattern PAIR = Pattern.compile("([A-Z]{3})[./]([A-Z]{3})");
    private static final Pattern NOT_OF_A_NUMBER = Pattern.compile("[^\\p{L}\\p{N}._*-]+");

    private final Cells cells;
    private final Words words;
    private final @Nullable AccountId heading;
    private final @Nullable CurrencyCode base;

    /**
     * @param heading the account of the whole file, where its heading names one
     * @param base the currency of all amounts, where the file tells it
     */
    Transaction(Cells cells, Words words, @Nullable AccountId heading, @Nullable CurrencyCode base) {
        this.cells = cells;
        this.words = words;
        this.heading = heading;
        this.base = base;
    }

    Fact read() {
        String type = cells.required("TransactionType");
        TransactionKind kind = words.kind(type)
                .orElseThrow(() -> cells.refused("TransactionType", ProblemCode.UNKNOWN_TYPE, "not a known type"));
        return Fact.of(account(), row(kind, type)).ofAccount(heading);
    }

    private StatementRow row(TransactionKind kind, String type) {
        return switch (kind) {
            case BUY, SELL -> trade(List.of());
            case ASSIGNMENT -> trade(List.of("A"));
            case EXERCISE -> trade(List.of("Ex"));
            case EXPIRATION -> trade(List.of("Ep"));
            case DIVIDEND -> dividend(words.wording().isInLieu(description()));
            case IN_LIEU -> dividend(true);
            case TAX -> new WithholdingTax(movement(), instrument(), null);
            case INTEREST -> new Interest(movement(), instrument());
            case DEPOSIT -> new Deposit(movement());
            case WITHDRAWAL -> new Withdrawal(movement());
            case TRANSFER -> transfer();
            case FEE -> new Fee(movement(), type, instrument());
            case ADJUSTMENT ->
                words.wording().isFxTranslation(description())
                        ? translation()
                        : new Fee(movement(), type, instrument());
            case FOREX -> conversion();
        };
    }

    private Trade trade(List<String> codes) {
        CurrencyUnit unit = cells.text("PriceCurrency") == null ? money() : cells.unit("PriceCurrency");
        boolean inBase = unit.equals(money());
        Instrument named = cells.required("Symbol", instrument());
        return new Trade(
                TradeTime.on(date()),
                named.completedBy(described()),
                cells.quantity("Quantity"),
                unit.currency(),
                price(unit),
                inBase ? cells.amount(GROSS, unit) : null,
                new Costs(amount("Commission"), null),
                amount(NET),
                inBase ? null : cells.rate("ExchangeRate", unit),
                null,
                null,
                Trade.Level.ORDER,
                codes,
                cells.text("Description"),
                references());
    }

    /** The price, unless it may be in another currency than the amounts and no column tells. */
    private @Nullable UnitPrice price(CurrencyUnit unit) {
        UnitPrice price = cells.price("Price", unit);
        Money gross = amount(GROSS);
        if (cells.has("PriceCurrency") || price == null || gross == null) {
            return price;
        }
        return UnnamedPrice.isInCurrencyOf(gross.amount(), cells.quantity("Quantity"), price) ? price : null;
    }

    /** What a purchase or a sale tells of its instrument: its description is the whole name. */
    private Instrument described() {
        return new Instrument(
                cells.text("Symbol"),
                null,
                cells.text("Description"),
                null,
                null,
                null,
                null,
                null,
                cells.number("Multiplier"));
    }

    private StatementRow dividend(boolean inLieu) {
        Instrument instrument = cells.required("Description", instrument());
        CashMovement movement = movement();
        UnitPrice perShare = text().filter(told -> movement.amount().currency().equals(told.currency()))
                .map(DividendText::perShare)
                .orElse(null);
        return inLieu
                ? new PaymentInLieu(movement, instrument, null, perShare, null)
                : new CashDividend(movement, instrument, null, perShare, null);
    }

    private Transfer transfer() {
        BigDecimal units = cells.number("Quantity");
        Instrument instrument = units == null ? null : instrument();
        return new Transfer(
                date(),
                instrument,
                instrument == null ? null : new Quantity(cells.required("Quantity", units)),
                instrument == null ? gross() : null,
                null,
                null,
                null,
                cells.text("Description"),
                references());
    }

    /** What balances in other currencies gained by their rates: in the base currency, and no cash. */
    private PrintedTotal translation() {
        Money gained = gross();
        return new PrintedTotal(
                Topic.FX_TRANSLATION,
                "TRANSACTION_HISTORY",
                description(),
                null,
                gained.currency(),
                true,
                new Period(date(), date()),
                gained.amount());
    }

    /**
     * Of a pair {@code GBP.USD}, Quantity is of the first currency and Price in the second; the other leg is their product,
     * which the row does not print. Its amounts are the difference of both legs in the base currency.
     */
    private FxConversion conversion() {
        Matcher pair = PAIR.matcher(cells.required("Symbol"));
        if (!pair.matches()) {
            throw cells.refused("Symbol", ProblemCode.UNKNOWN_CURRENCY, "not a pair of currencies");
        }
        Quantity quantity = cells.quantity("Quantity");
        BigDecimal price = cells.number("Price");
        CurrencyCode counter = currency(pair.group(2));
        return new FxConversion(
                TradeTime.on(date()),
                new Money(new Amount(quantity.value()), currency(pair.group(1))),
                price == null ? null : new Money(product(quantity.value().negate(), price), counter),
                price == null ? null : new UnitPrice(price),
                amount("Commission"),
                Trade.Level.ORDER,
                cells.text("Description"),
                references());
    }

    private Amount product(BigDecimal quantity, BigDecimal price) {
        try {
            return new Amount(quantity.multiply(price));
        } catch (ArithmeticException e) {
            throw cells.refused("Price", ProblemCode.BAD_NUMBER, String.valueOf(e.getMessage()));
        }
    }

    private CurrencyCode currency(String code) {
        return CurrencyCode.find(code)
                .orElseThrow(() -> cells.refused("Symbol", ProblemCode.UNKNOWN_CURRENCY, "not a currency"));
    }

    private CashMovement movement() {
        return new CashMovement(date(), gross(), null, null, cells.text("Description"), references());
    }

    /** What moved before costs, or after them where the row gives only that. */
    private Money gross() {
        Money gross = amount(GROSS);
        return gross != null ? gross : cells.required(NET, amount(NET));
    }

    private @Nullable Money amount(String column) {
        CurrencyUnit unit = money();
        Amount amount = cells.amount(column, unit);
        return amount == null ? null : new Money(amount, unit.currency());
    }

    /** The unit of all amounts. */
    private CurrencyUnit money() {
        if (cells.has("CurrencyPrimary")) {
            return cells.unit("CurrencyPrimary");
        }
        if (base == null) {
            throw cells.refused(NET, ProblemCode.UNKNOWN_CURRENCY, "the file does not tell its base currency");
        }
        return new CurrencyUnit(base, 0);
    }

    private LocalDate date() {
        return cells.date("Date");
    }

    private String description() {
        return Optional.ofNullable(cells.text("Description")).orElse("");
    }

    private Optional<DividendText> text() {
        return DividendText.find(cells.text("Description"), words.wording());
    }

    private @Nullable Instrument instrument() {
        String symbol = cells.text("Symbol");
        Instrument told = text().map(DividendText::instrument).orElse(null);
        if (symbol == null) {
            return told;
        }
        return told == null
                ? Instrument.ofSymbol(symbol)
                : Instrument.ofSymbol(symbol).completedBy(told);
    }

    private References references() {
        return References.ofTransaction(cells.text("TransactionID"));
    }

    /** The account by its masked number; of an owner's name for it, what a number may consist of. */
    private @Nullable AccountId account() {
        String named = cells.text("ClientAccountID");
        if (named == null) {
            return null;
        }
        try {
            return new AccountId(Broker.IBKR, NOT_OF_A_NUMBER.matcher(named).replaceAll("-"));
        } catch (IllegalArgumentException e) {
            throw cells.refused("ClientAccountID", ProblemCode.BAD_ACCOUNT, "not an account number");
        }
    }
}
