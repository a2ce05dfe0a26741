package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.CorporateAction.Kind;
import io.dividendsomatic.portfolio.statement.CorporateAction.Ratio;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for tests: what files tell of an account, and bookings that need no file. */
public final class Told {
    public static final LocalDate JANUARY_10 = LocalDate.of(2031, 1, 10);
    public static final CurrencyCode USD = new CurrencyCode("USD");
    public static final CurrencyCode EUR = new CurrencyCode("EUR");
    public static final Instrument ALFA = instrument("ALFA", "US000000AA16");
    public static final Instrument BETA = instrument("BETA", "US000000BB22");
    public static final Instrument KUUSI = instrument("KUUSI", "FI0000000011");
    public static final Instrument GRANA = instrument("GRANA", "SE0000000028");

    private Told() {}

    public static Instrument instrument(@Nullable String symbol, @Nullable String isin) {
        return new Instrument(symbol, isin == null ? null : new Isin(isin), null, null, null, null, null, "STK", null);
    }

    public static FileId file(String name) {
        return FileId.of(name.getBytes(StandardCharsets.UTF_8));
    }

    public static FactId fact(String name) {
        return FactId.of(name);
    }

    /** That the file of that name tells the fact of that name on that line; its edition is the hour that was printed. */
    public static Telling telling(String fact, String file, int hour, int line, StatementRow row) {
        Edition edition = new Edition(Instant.parse("2031-04-01T00:00:00Z").plusSeconds(3600L * hour), 10);
        return new Telling(fact(fact), file(file), edition, List.of(line), row, null);
    }

    public static Telling telling(String fact, String file, StatementRow row) {
        return telling(fact, file, 0, 1, row);
    }

    public static Booking booking(String fact, StatementRow row) {
        return new Booking(fact(fact), row, List.of(new SourceRef(file("any"), 1)), List.of(fact(fact)));
    }

    /** As told by the file of that name alone. */
    public static Booking bookingOf(String file, String fact, StatementRow row) {
        return new Booking(fact(fact), row, List.of(new SourceRef(file(file), 1)), List.of(fact(fact)));
    }

    /** One for each row, told by the same file. */
    public static List<Booking> bookings(StatementRow... rows) {
        List<Booking> bookings = new ArrayList<>();
        for (StatementRow row : rows) {
            bookings.add(booking("row " + bookings.size(), row));
        }
        return bookings;
    }

    /** A trade in dollars with its price; its fee is a positive number here. */
    public static TradeRow trade(LocalDate day, Instrument instrument, String quantity, String price) {
        return new TradeRow(day, instrument, quantity, price);
    }

    /** Builds a trade from what matters to a test. */
    public static final class TradeRow {
        private final LocalDate day;
        private final Instrument instrument;
        private final Quantity quantity;
        private final UnitPrice price;
        private CurrencyCode currency = USD;
        private @Nullable LocalTime time;
        private @Nullable Money fee;
        private @Nullable Money tax;
        private @Nullable Money settled;
        private @Nullable Amount statedGain;
        private Level level = Level.EXECUTION;
        private List<String> codes = List.of();
        private References references = References.NONE;

        private TradeRow(LocalDate day, Instrument instrument, String quantity, String price) {
            this.day = day;
            this.instrument = instrument;
            this.quantity = Quantity.of(quantity);
            this.price = UnitPrice.of(price);
        }

        public TradeRow at(String clock) {
            time = LocalTime.parse(clock);
            return this;
        }

        public TradeRow in(CurrencyCode other) {
            currency = other;
            return this;
        }

        public TradeRow fee(String amount) {
            fee = Money.of("-" + amount, currency.code());
            return this;
        }

        public TradeRow feeIn(String amount, String other) {
            fee = Money.of("-" + amount, other);
            return this;
        }

        public TradeRow tax(String amount) {
            tax = Money.of("-" + amount, currency.code());
            return this;
        }

        public TradeRow settled(String amount, String other) {
            settled = Money.of(amount, other);
            return this;
        }

        public TradeRow stating(String gain) {
            statedGain = Amount.of(gain);
            return this;
        }

        public TradeRow order() {
            level = Level.ORDER;
            return this;
        }

        public TradeRow coded(String... all) {
            codes = List.of(all);
            return this;
        }

        public TradeRow numbered(@Nullable String trade, @Nullable String order) {
            references = new References(null, trade, order, null);
            return this;
        }

        public Trade row() {
            return new Trade(
                    new TradeTime(day, time, null),
                    instrument,
                    quantity,
                    currency,
                    price,
                    new Amount(price.value().multiply(quantity.value()).negate()),
                    new Costs(fee, tax),
                    settled,
                    null,
                    null,
                    statedGain,
                    level,
                    codes,
                    null,
                    references);
        }
    }

    /** A row of what an order cost. */
    public static Fee charge(LocalDate day, String amount, String currency, String order, @Nullable String category) {
        References number = new References(null, null, order, null);
        CashMovement movement = new CashMovement(day, Money.of(amount, currency), null, null, category, number);
        return new Fee(movement, category, ALFA);
    }

    public static CashMovement movement(LocalDate day, String amount, String currency, @Nullable String text) {
        return new CashMovement(day, Money.of(amount, currency), null, null, text, References.NONE);
    }

    public static CashDividend dividend(LocalDate day, Instrument instrument, String amount, @Nullable String text) {
        return new CashDividend(movement(day, amount, "USD", text), instrument, null, null, null);
    }

    public static WithholdingTax tax(LocalDate day, Instrument instrument, String amount) {
        return new WithholdingTax(movement(day, amount, "USD", "US tax"), instrument, null);
    }

    public static Transfer transfer(LocalDate day, Instrument instrument, String quantity, @Nullable Money cost) {
        return new Transfer(day, instrument, Quantity.of(quantity), null, null, cost, null, null, References.NONE);
    }

    /** A row of a corporate action. */
    public static ActionRow action(LocalDate day, Kind kind, Instrument instrument, String quantity) {
        return new ActionRow(day, kind, instrument, quantity);
    }

    /** Builds a corporate action from what matters to a test. */
    public static final class ActionRow {
        private final LocalDate day;
        private final Kind kind;
        private final Instrument instrument;
        private @Nullable Quantity quantity;
        private @Nullable LocalTime time;
        private @Nullable Money cash;
        private @Nullable Money value;
        private @Nullable Ratio ratio;
        private @Nullable Instrument other;
        private @Nullable CurrencyCode currency;
        private boolean cancelled;
        private @Nullable String type;
        private @Nullable String text;
        private @Nullable String note;
        private @Nullable String event;

        private ActionRow(LocalDate day, Kind kind, Instrument instrument, String quantity) {
            this.day = day;
            this.kind = kind;
            this.instrument = instrument;
            this.quantity = Quantity.of(quantity);
        }

        /** Without the number of units. */
        public ActionRow uncounted() {
            quantity = null;
            return this;
        }

        public ActionRow at(String clock) {
            time = LocalTime.parse(clock);
            return this;
        }

        public ActionRow cash(String amount) {
            cash = Money.of(amount, "USD");
            return this;
        }

        public ActionRow cashIn(String amount, String currency) {
            cash = Money.of(amount, currency);
            return this;
        }

        /** The currency of the row. */
        public ActionRow in(CurrencyCode own) {
            currency = own;
            return this;
        }

        /** The security on the other side. */
        public ActionRow of(Instrument security) {
            other = security;
            return this;
        }

        public ActionRow worth(String amount) {
            value = Money.of(amount, "USD");
            return this;
        }

        public ActionRow ratio(String received, String held) {
            ratio = new Ratio(Quantity.of(received), Quantity.of(held));
            return this;
        }

        public ActionRow cancelled() {
            cancelled = true;
            return this;
        }

        public ActionRow saying(String words) {
            text = words;
            return this;
        }

        public ActionRow event(String number) {
            event = number;
            return this;
        }

        public ActionRow typed(String brokersWord) {
            type = brokersWord;
            return this;
        }

        public ActionRow note(String number) {
            note = number;
            return this;
        }

        public CorporateAction row() {
            return new CorporateAction(
                    day,
                    time,
                    null,
                    kind,
                    type,
                    instrument,
                    quantity,
                    cash,
                    value,
                    null,
                    ratio,
                    other,
                    cancelled,
                    text,
                    new References(null, null, note, event),
                    currency,
                    null);
        }
    }
}
