package io.dividendsomatic.dividends.outlook;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.dividends.income.InstrumentIncome;
import io.dividendsomatic.dividends.income.ReportingRates;
import io.dividendsomatic.dividends.income.SharesHeld;
import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.dividends.income.ToldUntil;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Words for tests of what is to come: one position of one account as a table. */
final class Outlook {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final ReportingRates RATES = new ReportingRates(
            EUR,
            Map.of(Table.ACCOUNT, EUR),
            (currency, day) -> currency.code().equals("USD") ? FxRate.of("0.8") : null);

    private final Table table;
    private final LocalDate asOf;
    private final Quantity shares;

    private Outlook(Table table, LocalDate asOf, Quantity shares) {
        this.table = table;
        this.asOf = asOf;
        this.shares = shares;
    }

    static Outlook of(String asOf, String shares, String rows) {
        return new Outlook(Table.of(rows), LocalDate.parse(asOf), Quantity.of(shares));
    }

    Position position() {
        var payments = table.payments();
        var expected = table.expected();
        InstrumentIncome income = InstrumentIncome.of(
                new InstrumentIncome.Known(
                        payments, expected, List.of(), Splits.NONE, SharesHeld.UNKNOWN, null, ToldUntil.UNKNOWN),
                RATES,
                asOf);
        Instrument alfa = Table.instrument("ALFA");
        return new Position(alfa, alfa.key(), Map.of(Table.ACCOUNT, shares), payments, expected, income);
    }

    List<String> calendar(String from, String to) {
        Period period = new Period(LocalDate.parse(from), LocalDate.parse(to));
        return DividendCalendar.of(List.of(position()), period, asOf).stream()
                .map(entry -> "%s %s %s %s %s"
                        .formatted(entry.payDate(), entry.certainty(), entry.gross(), entry.net(), entry.currency()))
                .toList();
    }

    List<String> forecast(int months) {
        List<CalendarEntry> entries = DividendCalendar.of(List.of(position()), Forecast.period(months, asOf), asOf);
        return Forecast.of(entries, months, RATES, asOf).stream()
                .map(line -> "%s %s %s %s %s"
                        .formatted(
                                line.month(),
                                line.certainty(),
                                line.gross(),
                                line.currency(),
                                line.reporting().value()))
                .toList();
    }

    /** The files tell until that day; the account always held the shares. */
    List<String> missing(String toldUntil) {
        SharesHeld held = (account, key, day) -> shares;
        Knowledge knowledge = new Knowledge(held, Map.of(Table.ACCOUNT, LocalDate.parse(toldUntil)), asOf);
        return Missing.of(List.of(position()), knowledge, Patience.USUAL).stream()
                .map(finding -> "%s %s by %s: %s of %s %s [%s]"
                        .formatted(
                                finding.date(),
                                finding.kind(),
                                finding.basis(),
                                finding.received(),
                                finding.expected(),
                                finding.currency(),
                                String.join(
                                        ",",
                                        finding.payments().stream()
                                                .map(table::name)
                                                .sorted()
                                                .toList())))
                .toList();
    }
}
