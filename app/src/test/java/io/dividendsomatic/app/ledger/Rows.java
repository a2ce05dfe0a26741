package io.dividendsomatic.app.ledger;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Words for tests: what files tell of transactions. */
final class Rows {
    static final Instrument ALFA = instrument("ALFA", "US000000AA16");
    static final Instrument BETA = instrument("BETA", "US000000BB22");
    private static final CurrencyCode USD = new CurrencyCode("USD");

    private Rows() {}

    /** Counted on into April, and back into February from 0. */
    static LocalDate day(int ofMarch) {
        return LocalDate.of(2031, 3, 1).plusDays(ofMarch - 1L);
    }

    /** A file of that name about an account, made by the broker so many hours after the first of April. */
    static ToldFile file(AccountId account, String name, int hours, StatementRow... rows) {
        List<StatementLine> lines = new ArrayList<>();
        for (StatementRow row : rows) {
            lines.add(new StatementLine(lines.size() + 2, row));
        }
        Edition edition = new Edition(Instant.parse("2031-04-01T00:00:00Z").plusSeconds(3600L * hours), 10);
        return new ToldFile(account, name, edition, lines);
    }

    /** In dollars, under a number of the broker; negative when sold; for a fee of one dollar. */
    static Trade trade(int ofMarch, Instrument instrument, String number, String quantity, String price) {
        UnitPrice each = UnitPrice.of(price);
        Quantity units = Quantity.of(quantity);
        return new Trade(
                TradeTime.on(day(ofMarch)),
                instrument,
                units,
                USD,
                each,
                new Amount(each.value().multiply(units.value()).negate()),
                new Costs(Money.of("-1", "USD"), null),
                null,
                null,
                null,
                null,
                Level.EXECUTION,
                List.of(),
                null,
                new References(null, number, null, null));
    }

    /** Without a number of the broker. */
    static CashDividend dividend(int ofMarch, Instrument instrument, String amount) {
        return new CashDividend(
                new CashMovement(day(ofMarch), Money.of(amount, "USD"), null, null, "Cash Dividend", References.NONE),
                instrument,
                null,
                null,
                null);
    }

    static Transfer transfer(int ofMarch, Instrument instrument, String quantity) {
        return new Transfer(
                day(ofMarch), instrument, Quantity.of(quantity), null, null, null, null, null, References.NONE);
    }

    /** In dollars at 9, for a cost in all. */
    static OpenPosition position(int ofMarch, Instrument instrument, String quantity, String cost) {
        return new OpenPosition(
                day(ofMarch),
                instrument,
                OpenPosition.Detail.SUMMARY,
                USD,
                Quantity.of(quantity),
                UnitPrice.of("9"),
                null,
                null,
                Amount.of(cost),
                null,
                null);
    }

    static CashBalance balance(int ofMarch, At at, String amount) {
        return new CashBalance(day(ofMarch), USD, false, at, Amount.of(amount));
    }

    private static Instrument instrument(String symbol, String isin) {
        return new Instrument(symbol, new Isin(isin), symbol + " TRUST", null, null, null, null, "STK", null);
    }
}
