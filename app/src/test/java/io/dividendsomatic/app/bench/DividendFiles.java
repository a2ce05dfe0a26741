package io.dividendsomatic.app.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented Activity Statements of many accounts over twenty years: 25 instruments an account, of 200 in all, each of which
 * pays four times a year with tax withheld; half of them in dollars, for which a central bank's file has a rate a day.
 *
 * @param accounts each with 2,000 payments
 */
record DividendFiles(int accounts) {
    static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final int YEARS_A_FILE = 5;
    private static final int INSTRUMENTS = 200;
    private static final int HELD = 25;
    private static final int QUARTERS = 4;
    private static final int SHARES = 100;

    int payments() {
        return accounts * HELD * QUARTERS * (LAST.getYear() - FIRST.getYear() + 1);
    }

    static String account(int number) {
        return "ibkr:U%07d".formatted(number + 1);
    }

    static String isin(int instrument) {
        String body = "%s00000%04d".formatted(instrument % 2 == 0 ? "US" : "FI", instrument);
        return body + checkDigit(body);
    }

    /** ISO 6166: the digits of letters are their place in the alphabet and nine. */
    private static int checkDigit(String body) {
        StringBuilder digits = new StringBuilder();
        body.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }

    byte[] rates() {
        StringBuilder csv = new StringBuilder("Date,USD\n");
        for (LocalDate day = LAST; !day.isBefore(FIRST); day = day.minusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            csv.append(weekend ? "" : day + "," + BigDecimal.valueOf(11_000 + day.getDayOfYear(), 4) + "\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    Stream<byte[]> statements() {
        return IntStream.range(0, accounts)
                .boxed()
                .flatMap(account -> IntStream.iterate(
                                FIRST.getYear(), year -> year <= LAST.getYear(), year -> year + YEARS_A_FILE)
                        .mapToObj(year -> statement(account, year)));
    }

    /** A file of one account with one payment that no other tells. */
    byte[] oneMore(int account) {
        int instrument = held(account).getFirst();
        return (head(account, LAST.getYear(), LAST.getYear()) + instrument(instrument)
                        + "Dividends,Header,Currency,Date,Description,Amount\n"
                        + "Dividends,Data,%1$s,%2$s,%3$s Cash Dividend %1$s 0.01 per Share (Special Dividend),1\n"
                                .formatted(currency(instrument), LAST.minusDays(1), name(instrument)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String head(int account, int firstYear, int lastYear) {
        return """
                Statement,Header,Field Name,Field Value
                Statement,Data,Title,Activity Statement
                Statement,Data,Period,"January 1, %d - December 31, %d"
                Account Information,Header,Field Name,Field Value
                Account Information,Data,Account,%s
                Account Information,Data,Base Currency,EUR
                Financial Instrument Information,Header,Asset Category,Symbol,Description,Conid,Security ID,Multiplier
                """.formatted(firstYear, lastYear, account(account).substring(5));
    }

    private static String instrument(int n) {
        return "Financial Instrument Information,Data,Stocks,SYM%d,SYM %d,%d,%s,1\n"
                .formatted(n, n, 900_000 + n, isin(n));
    }

    private static String name(int n) {
        return "SYM%d(%s)".formatted(n, isin(n));
    }

    private static List<Integer> held(int account) {
        return IntStream.range(0, HELD)
                .mapToObj(n -> (account * 7 + n * 8 + n % 2) % INSTRUMENTS)
                .distinct()
                .toList();
    }

    private static byte[] statement(int account, int firstYear) {
        StringBuilder csv = new StringBuilder(head(account, firstYear, firstYear + YEARS_A_FILE - 1));
        List<Integer> held = held(account);
        held.forEach(n -> csv.append(instrument(n)));
        csv.append("Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,"
                + "Cost Basis,Close Price,Value,Unrealized P/L,Code\n");
        held.forEach(n -> csv.append("Open Positions,Data,Summary,Stocks,%s,SYM%d,%d,1,8,800,10,1000,200,\n"
                .formatted(currency(n), n, SHARES)));
        csv.append("Dividends,Header,Currency,Date,Description,Amount\n");
        rows(
                csv,
                held,
                firstYear,
                "Dividends,Data,%1$s,%2$s,%3$s Cash Dividend %1$s %4$s per Share (Ordinary" + " Dividend),%5$s\n");
        csv.append("Withholding Tax,Header,Currency,Date,Description,Amount,Code\n");
        rows(
                csv,
                held,
                firstYear,
                "Withholding Tax,Data,%1$s,%2$s,%3$s Cash Dividend %1$s %4$s per Share - %6$s" + " Tax,-%7$s,\n");
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void rows(StringBuilder csv, List<Integer> held, int firstYear, String row) {
        for (int year = firstYear; year < firstYear + YEARS_A_FILE; year++) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                for (int n : held) {
                    LocalDate day = LocalDate.of(year, 1 + quarter * 3 + n % 3, 1 + n % 28);
                    BigDecimal rate = BigDecimal.valueOf(20 + year - FIRST.getYear() + n % 50, 2);
                    BigDecimal gross = rate.multiply(BigDecimal.valueOf(SHARES));
                    csv.append(row.formatted(
                            currency(n),
                            day,
                            name(n),
                            rate,
                            gross,
                            isin(n).substring(0, 2),
                            gross.multiply(new BigDecimal("0.15"))));
                }
            }
        }
    }

    private static String currency(int instrument) {
        return instrument % 2 == 0 ? "USD" : "EUR";
    }
}
