package io.dividendsomatic.app.bench;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Invented daily position files in the shape of a Flex query: accounts × weekdays × positions, quantities and prices
 * that move from day to day, always the same for the same sizes.
 */
public record Portfolios(int accounts, int years, int positions) {
    static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final String HEADER =
            "\"ClientAccountID\",\"ReportDate\",\"CurrencyPrimary\",\"Symbol\",\"Description\","
                    + "\"Quantity\",\"MarkPrice\",\"PositionValue\",\"CostBasisPrice\",\"CostBasisMoney\",\"FifoPnlUnrealized\","
                    + "\"ListingExchange\",\"AssetClass\",\"FXRateToBase\",\"ISIN\",\"FIGI\"\n";

    public Stream<LocalDate> days() {
        return FIRST.datesUntil(FIRST.plusYears(years))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    public LocalDate lastDay() {
        return days().reduce((first, second) -> second).orElseThrow();
    }

    public long files() {
        return days().count() * accounts;
    }

    public long rows() {
        return files() * positions;
    }

    static String account(int number) {
        return "ibkr:U%07d".formatted(number + 1);
    }

    /** The files in the order of their days, as they would arrive over the years. */
    public Stream<byte[]> contents() {
        return days().flatMap(day ->
                Stream.iterate(0, account -> account + 1).limit(accounts).map(account -> content(account, day)));
    }

    private byte[] content(int account, LocalDate day) {
        StringBuilder csv = new StringBuilder(HEADER.length() + positions * 220).append(HEADER);
        for (int position = 0; position < positions; position++) {
            append(csv, account, day, position);
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder csv, int account, LocalDate day, int position) {
        long age = day.toEpochDay() - FIRST.toEpochDay();
        BigDecimal quantity = BigDecimal.valueOf(100 + position + account * 10L + age / 30);
        BigDecimal price = BigDecimal.valueOf(1000 + (age * 7 + position * 31L) % 900, 2);
        BigDecimal cost = BigDecimal.valueOf(950 + position, 2);
        boolean dollar = position % 3 != 0;
        Object[] cells = {
            "U%07d".formatted(account + 1),
            day,
            dollar ? "USD" : "EUR",
            "SYM" + position,
            "INSTRUMENT NUMBER " + position,
            quantity,
            price,
            quantity.multiply(price),
            cost,
            quantity.multiply(cost),
            quantity.multiply(price.subtract(cost)),
            dollar ? "NYSE" : "IBIS",
            "STK",
            dollar ? BigDecimal.valueOf(8400 + age % 300, 4) : BigDecimal.ONE,
            isin(dollar ? "US" : "DE", position),
            "BBG%09d".formatted(position)
        };
        for (int i = 0; i < cells.length; i++) {
            csv.append(i == 0 ? "\"" : ",\"").append(cells[i]).append('"');
        }
        csv.append('\n');
    }

    static String currency(int position) {
        return position % 3 != 0 ? "USD" : "EUR";
    }

    static String isinOf(int position) {
        return isin(position % 3 != 0 ? "US" : "DE", position);
    }

    /** The files of one more day. */
    public List<byte[]> contents(LocalDate day) {
        return Stream.iterate(0, account -> account + 1)
                .limit(accounts)
                .map(account -> content(account, day))
                .toList();
    }

    private static String isin(String country, int number) {
        String body = "%s%09d".formatted(country, number);
        return Stream.iterate(0, digit -> digit + 1)
                .limit(10)
                .map(digit -> io.dividendsomatic.portfolio.kernel.Isin.find(body + digit))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElseThrow()
                .code();
    }
}
