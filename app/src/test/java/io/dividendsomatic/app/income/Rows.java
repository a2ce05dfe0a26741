package io.dividendsomatic.app.income;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Words for tests: what files tell of dividends. */
final class Rows {
    static final Instrument ALFA = instrument("ALFA", "US000000AA16");
    static final Instrument BETA = instrument("BETA", "US000000BB22");

    private Rows() {}

    static LocalDate day(int month, int day) {
        return LocalDate.of(2031, month, day);
    }

    /** A file of that name about an account, made by the broker so many hours after the first of May. */
    static ToldFile file(AccountId account, String name, int hours, StatementRow... rows) {
        List<StatementLine> lines = new ArrayList<>();
        for (StatementRow row : rows) {
            lines.add(new StatementLine(lines.size() + 2, row));
        }
        Edition edition = new Edition(Instant.parse("2031-05-01T00:00:00Z").plusSeconds(3600L * hours), 10);
        return new ToldFile(account, name, edition, lines);
    }

    static CashDividend dividend(LocalDate day, Instrument instrument, String perShare, String amount) {
        return new CashDividend(
                movement(day, amount, "Cash Dividend USD " + perShare + " per Share"), instrument, null, null, null);
    }

    static PaymentInLieu inLieu(LocalDate day, Instrument instrument, String perShare, String amount) {
        return new PaymentInLieu(
                movement(day, amount, "Payment in Lieu of Dividend USD " + perShare + " per Share"),
                instrument,
                null,
                null,
                null);
    }

    static WithholdingTax tax(LocalDate day, Instrument instrument, String text, String amount) {
        return new WithholdingTax(movement(day, amount, text), instrument, null);
    }

    static DividendAccrual accrual(
            LocalDate date, Instrument instrument, LocalDate exDate, LocalDate payDate, String rate, String quantity) {
        UnitPrice each = UnitPrice.of(rate);
        Quantity units = Quantity.of(quantity);
        return new DividendAccrual(
                DividendAccrual.Change.POSTED,
                date,
                instrument,
                new CurrencyCode("USD"),
                exDate,
                payDate,
                units,
                each,
                new Amount(each.value().multiply(units.value())),
                Amount.of("0"),
                Amount.of("0"),
                null,
                null,
                List.of("Po"),
                References.NONE);
    }

    private static CashMovement movement(LocalDate day, String amount, String text) {
        return new CashMovement(day, Money.of(amount, "USD"), null, null, text, References.NONE);
    }

    private static Instrument instrument(String symbol, String isin) {
        return new Instrument(symbol, new Isin(isin), symbol + " TRUST", null, null, null, null, "STK", null);
    }
}
