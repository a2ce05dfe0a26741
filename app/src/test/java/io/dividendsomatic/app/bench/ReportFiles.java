package io.dividendsomatic.app.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented Activity Statements to the daily position files of {@link Portfolios}, one an account and year: each month a
 * trade of every instrument, a deposit, interest and a fee; each quarter a dividend of every instrument with tax.
 */
record ReportFiles(Portfolios portfolios, int accounts, int positions) {
    private static final BigDecimal TAX = new BigDecimal("0.15");
    private static final int MONTHS_A_QUARTER = 3;

    Stream<byte[]> statements() {
        int first = Portfolios.FIRST.getYear();
        int last = portfolios.lastDay().getYear();
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(year -> IntStream.range(0, accounts).mapToObj(account -> statement(account, year)));
    }

    private byte[] statement(int account, int year) {
        StringBuilder csv = new StringBuilder(
                """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Activity Statement
                Statement,Data,Period,"January 1, %1$d - December 31, %1$d"
                Account Information,Header,Field Name,Field Value
                Account Information,Data,Account,%2$s
                Account Information,Data,Base Currency,EUR
                Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
                """.formatted(year, Portfolios.account(account).substring(5)));
        all(position ->
                csv.append("Financial Instrument Information,Data,Stocks,SYM%1$d,INSTRUMENT NUMBER %1$d,%2$d,%3$s,1\n"
                        .formatted(position, 900_000 + position, Portfolios.isinOf(position))));
        csv.append(
                "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,"
                        + "Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code\n");
        months(year, day -> all(position -> trade(csv, day, position)));
        csv.append("Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount\n");
        months(
                year,
                day -> csv.append("Deposits & Withdrawals,Data,EUR,%s,Electronic Fund Transfer,1500\n".formatted(day)));
        csv.append("Interest,Header,Currency,Date,Description,Amount\n");
        months(year, day -> csv.append("Interest,Data,EUR,%s,EUR Debit Interest,-12.34\n".formatted(day)));
        csv.append("Fees,Header,Subtitle,Currency,Date,Description,Amount\n");
        months(year, day -> csv.append("Fees,Data,Other Fees,EUR,%s,Market data,-4.50\n".formatted(day)));
        csv.append("Dividends,Header,Currency,Date,Description,Amount\n");
        dividends(
                csv,
                year,
                "Dividends,Data,%1$s,%2$s,%3$s Cash Dividend %1$s 0.25 per Share (Ordinary Dividend),%4$s\n",
                false);
        csv.append("Withholding Tax,Header,Currency,Date,Description,Amount,Code\n");
        dividends(
                csv,
                year,
                "Withholding Tax,Data,%1$s,%2$s,%3$s Cash Dividend %1$s 0.25 per Share - US Tax,-%4$s,\n",
                true);
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void trade(StringBuilder csv, LocalDate day, int position) {
        boolean sells = day.getMonthValue() % MONTHS_A_QUARTER == 0;
        BigDecimal price = BigDecimal.valueOf(1000 + (day.toEpochDay() * 7 + position * 31L) % 900, 2);
        csv.append("Trades,Data,Order,Stocks,%s,SYM%d,\"%s, 10:30:00\",%s,%s,%s,%s,-0.35,0,0,0,\n"
                .formatted(
                        Portfolios.currency(position),
                        position,
                        day,
                        sells ? "-1" : "2",
                        price,
                        price,
                        sells ? price : price.multiply(BigDecimal.TWO).negate()));
    }

    private void dividends(StringBuilder csv, int year, String row, boolean tax) {
        BigDecimal gross = new BigDecimal("25.00");
        months(
                year,
                day -> all(position -> {
                    if (day.getMonthValue() % MONTHS_A_QUARTER == position % MONTHS_A_QUARTER) {
                        csv.append(row.formatted(
                                Portfolios.currency(position),
                                day.plusDays(5 + position % 15L),
                                "SYM%d(%s)".formatted(position, Portfolios.isinOf(position)),
                                tax ? gross.multiply(TAX) : gross));
                    }
                }));
    }

    private void all(IntConsumer each) {
        IntStream.range(0, positions).forEach(each);
    }

    private static void months(int year, Consumer<LocalDate> each) {
        Stream.of(Month.values()).map(month -> LocalDate.of(year, month, 4)).forEach(each);
    }
}
