package io.dividendsomatic.dividends;

import io.dividendsomatic.dividends.matching.AccountPayments;
import io.dividendsomatic.dividends.matching.ExpectedPayment;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PrintedAccrual;
import io.dividendsomatic.dividends.matching.TaxPart;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.DividendAccrual.Change;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as a table, one row a line: {@code name | kind | date | instrument | amount currency | text | key=value …}.
 * Kinds are DIVIDEND, IN_LIEU and TAX, and for accruals POSTED, REVERSED and OPEN (whose date is the pay date and whose
 * amount is the gross). Keys: {@code event, line, ex, qty, rate, tax, on, fx,
 * file}.
 */
public final class Table {
    public static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");
    private static final Map<String, String> ISINS = Map.of(
            "ALFA", "US000000AA16",
            "BETA", "US000000BB22",
            "KUUSI", "FI0000000011",
            "GRANA", "SE0000000028",
            "WRLD", "IE00000CC038",
            "DRIL.UN", "CA000000DD53");

    private final Map<FactId, String> names = new LinkedHashMap<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<PrintedAccrual> accruals = new ArrayList<>();

    public static Table of(String rows) {
        Table table = new Table();
        rows.lines().filter(line -> !line.isBlank()).forEach(table::read);
        return table;
    }

    public List<Booking> bookings() {
        return new ArrayList<>(bookings);
    }

    public List<PrintedAccrual> accruals() {
        return new ArrayList<>(accruals);
    }

    public List<Payment> payments() {
        return payments(ACCOUNT);
    }

    /** As if the rows were of that account. */
    public List<Payment> payments(AccountId account) {
        return read(account).payments();
    }

    public List<ExpectedPayment> expected() {
        return read(ACCOUNT).expected();
    }

    private AccountPayments read(AccountId account) {
        return AccountPayments.of(account, bookings, accruals, Instrument::key);
    }

    /** The name in the table of the fact of that identity. */
    public String name(FactId id) {
        return names.getOrDefault(id, id.value());
    }

    /** One line a payment: {@code name kind gross - tax = net currency} and what else is not usual. */
    public List<String> told() {
        return told(payments());
    }

    /** The same of payments that were made of these rows otherwise. */
    public List<String> told(List<Payment> payments) {
        return payments.stream().map(this::told).toList();
    }

    private String told(Payment payment) {
        StringBuilder line = new StringBuilder("%s %s - %s = %s %s"
                .formatted(
                        name(payment.id()),
                        payment.gross(),
                        payment.withholdingTax(),
                        payment.net(),
                        payment.currency()));
        if (payment.isTaxOnly()) {
            line.append(" unallocated");
        }
        if (payment.reversed()) {
            line.append(" reversed");
        }
        if (!payment.isTaxOnly() && !payment.tax().isEmpty()) {
            line.append(" by ")
                    .append(names(payment.tax().stream().map(TaxPart::id).toList()));
        }
        if (!payment.candidates().isEmpty()) {
            line.append(" or ").append(names(payment.candidates()));
        }
        return line.toString();
    }

    private String names(List<FactId> ids) {
        return String.join(",", ids.stream().map(this::name).sorted().toList());
    }

    private void read(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        Map<String, String> keys = new LinkedHashMap<>();
        if (cells.size() > 6 && !cells.get(6).isEmpty()) {
            for (String pair : cells.get(6).split(" +", -1)) {
                String[] parts = pair.split("=", 2);
                keys.put(parts[0], parts[1]);
            }
        }
        String name = cells.get(0);
        SourceRef source = new SourceRef(
                FileId.of(keys.getOrDefault("file", "table").getBytes(StandardCharsets.UTF_8)),
                Integer.parseInt(keys.getOrDefault("line", String.valueOf(1000 + names.size()))));
        FactId id = FactId.of(name);
        names.put(id, name);
        String[] money = cells.get(4).split(" ", 2);
        if (List.of("POSTED", "REVERSED", "OPEN").contains(cells.get(1))) {
            accruals.add(new PrintedAccrual(accrual(cells, keys, money), source));
        } else {
            bookings.add(new Booking(id, row(cells, keys, money), List.of(source), List.of(id)));
        }
    }

    private static StatementRow row(List<String> cells, Map<String, String> keys, String[] money) {
        CashMovement movement = new CashMovement(
                LocalDate.parse(cells.get(2)),
                Money.of(money[0], money[1]),
                null,
                keys.containsKey("fx") ? FxRate.of(keys.get("fx")) : null,
                cells.get(5).isEmpty() ? null : cells.get(5),
                new References(null, null, null, keys.get("event")));
        Instrument instrument = cells.get(3).isEmpty() ? null : instrument(cells.get(3));
        return switch (cells.get(1)) {
            case "DIVIDEND" ->
                new CashDividend(movement, some(instrument), day(keys, "ex"), rate(keys), quantity(keys));
            case "IN_LIEU" ->
                new PaymentInLieu(movement, some(instrument), day(keys, "ex"), rate(keys), quantity(keys));
            case "TAX" -> new WithholdingTax(movement, instrument, day(keys, "ex"));
            default -> throw new IllegalArgumentException("no kind of row: " + cells.get(1));
        };
    }

    private static DividendAccrual accrual(List<String> cells, Map<String, String> keys, String[] money) {
        String tax = keys.get("tax");
        return new DividendAccrual(
                Change.valueOf(cells.get(1)),
                day(keys, "on"),
                instrument(cells.get(3)),
                new CurrencyCode(money[1]),
                day(keys, "ex"),
                LocalDate.parse(cells.get(2)),
                quantity(keys),
                rate(keys),
                Amount.of(money[0]),
                tax == null ? null : Amount.of(tax),
                null,
                null,
                null,
                List.of(),
                References.NONE);
    }

    private static Instrument some(@Nullable Instrument instrument) {
        if (instrument == null) {
            throw new IllegalArgumentException("a payment has an instrument");
        }
        return instrument;
    }

    /** By its symbol; {@code bare ALFA} is one of which only the symbol is known. */
    public static Instrument instrument(String symbol) {
        String isin = ISINS.get(symbol);
        String bare = symbol.startsWith("bare ") ? symbol.substring(5) : symbol;
        return new Instrument(bare, isin == null ? null : new Isin(isin), null, null, null, null, null, "STK", null);
    }

    private static @Nullable LocalDate day(Map<String, String> keys, String key) {
        String value = keys.get(key);
        return value == null ? null : LocalDate.parse(value);
    }

    private static @Nullable UnitPrice rate(Map<String, String> keys) {
        String value = keys.get("rate");
        return value == null ? null : UnitPrice.of(value);
    }

    private static @Nullable Quantity quantity(Map<String, String> keys) {
        String value = keys.get("qty");
        return value == null ? null : Quantity.of(value);
    }
}
