package io.dividendsomatic.app.events;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatedGain;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** One of every kind of row that tells of money and shares, with every property filled. */
final class SampleRows {
    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final FxRate RATE = FxRate.of("0.84");
    private static final Instrument ALFA = Instrument.ofSymbol("ALFA");
    private static final References REFERENCES = new References("8000000001", "7000000001", "6000000001", "5000000001");
    private static final TradeTime TIME = new TradeTime(DAY, LocalTime.of(10, 30, 5), DAY.plusDays(2));
    private static final CashMovement MOVEMENT = new CashMovement(
            DAY, Money.of("120", "USD"), Money.of("100.8", "EUR"), RATE, "ALFA Cash Dividend", REFERENCES);

    static final List<StatementRow> ALL = List.of(
            new Trade(
                    TIME,
                    ALFA,
                    Quantity.of("-200"),
                    USD,
                    UnitPrice.of("10.2"),
                    Amount.of("2040"),
                    new Costs(Money.of("-1", "USD"), Money.of("-0.5", "EUR")),
                    Money.of("2038.4", "USD"),
                    RATE,
                    Amount.of("-1960.3"),
                    Amount.of("78.7"),
                    Trade.Level.ORDER,
                    List.of("C", "P"),
                    "a sale",
                    REFERENCES),
            new CashDividend(MOVEMENT, ALFA, DAY.minusDays(9), UnitPrice.of("0.12"), Quantity.of("1000")),
            new PaymentInLieu(MOVEMENT, ALFA, DAY.minusDays(9), UnitPrice.of("0.12"), Quantity.of("1000")),
            new WithholdingTax(MOVEMENT, ALFA, DAY.minusDays(9)),
            new Interest(MOVEMENT, ALFA),
            new Fee(MOVEMENT, "Other Fees", ALFA),
            new Deposit(MOVEMENT),
            new Withdrawal(MOVEMENT),
            new FxConversion(
                    TIME,
                    Money.of("-1000", "EUR"),
                    Money.of("1100", "USD"),
                    UnitPrice.of("1.1"),
                    Money.of("-2", "EUR"),
                    Trade.Level.EXECUTION,
                    "EUR.USD",
                    REFERENCES),
            new Transfer(
                    DAY,
                    ALFA,
                    Quantity.of("10"),
                    Money.of("5", "USD"),
                    Money.of("105", "USD"),
                    Money.of("98", "USD"),
                    "another broker",
                    "a transfer",
                    REFERENCES),
            new CorporateAction(
                    DAY,
                    LocalTime.of(20, 25),
                    DAY.plusDays(1),
                    CorporateAction.Kind.SPLIT,
                    "FS",
                    ALFA,
                    Quantity.of("80"),
                    Money.of("3.2", "USD"),
                    Money.of("800", "USD"),
                    Amount.of("1.1"),
                    new CorporateAction.Ratio(Quantity.of("5"), Quantity.of("1")),
                    Instrument.ofSymbol("ALFA.NEW"),
                    true,
                    "ALFA split 5 for 1",
                    REFERENCES,
                    USD,
                    FxRate.of("0.84")),
            new DividendAccrual(
                    DividendAccrual.Change.POSTED,
                    DAY,
                    ALFA,
                    USD,
                    DAY.plusDays(1),
                    DAY.plusDays(9),
                    Quantity.of("800"),
                    UnitPrice.of("0.12"),
                    Amount.of("96"),
                    Amount.of("14.4"),
                    Amount.of("0"),
                    Amount.of("81.6"),
                    RATE,
                    List.of("Po"),
                    REFERENCES),
            new CashBalance(DAY, USD, true, CashBalance.At.END_OF_DAY, Amount.of("-390")),
            new HoldingAfter(DAY, ALFA, Quantity.of("30")),
            new NetAssetValue(DAY, "Stock", USD, Amount.of("15600")),
            new PrintedTotal(
                    PrintedTotal.Topic.DIVIDENDS,
                    "DIVIDENDS",
                    "Total in EUR",
                    "Stocks",
                    USD,
                    true,
                    new Period(DAY.withDayOfMonth(1), DAY),
                    Amount.of("100.8")),
            new StatedGain(
                    ALFA,
                    Quantity.of("20"),
                    DAY.minusYears(1),
                    DAY,
                    USD,
                    Amount.of("440"),
                    Amount.of("410"),
                    Amount.of("3.6"),
                    Amount.of("9"),
                    Amount.of("88"),
                    Amount.of("17.4")),
            new ReferenceRate(DAY, new CurrencyCode("EUR"), USD, FxRate.of("1.19"), "ECB"),
            new ReferenceDividend(ALFA, DAY, USD, UnitPrice.of("0.12"), "Yahoo"),
            new ReferencePrice(ALFA, DAY, USD, UnitPrice.of("10.5"), "Yahoo"));

    private SampleRows() {}

    static StatementRow of(Class<? extends StatementRow> kind) {
        return ALL.stream().filter(kind::isInstance).findFirst().orElseThrow();
    }
}
