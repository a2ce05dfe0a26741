package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.HeadedRow;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.NumberProof;
import io.dividendsomatic.ingestion.format.NumberStyle;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What only the file as a whole tells about its rows.
 *
 * @param numbers how they are written
 * @param currencies in which each account's rows are booked
 */
record Bookings(NumberStyle numbers, Map<String, SortedSet<CurrencyCode>> currencies) {

    /**
     * Throws RefusedFile where the numbers contradict each other.
     *
     * @param groupsByDots whether a thousand may be {@code 1.000}
     */
    static Bookings of(Iterable<HeadedRow> rows, boolean groupsByDots) {
        NumberProof numbers = new NumberProof();
        Map<String, SortedSet<CurrencyCode>> currencies = new HashMap<>();
        for (HeadedRow headed : rows) {
            CsvRow row = headed.row();
            Header header = headed.header();
            TransactionColumns.NUMBERS.forEach(column -> numbers.look(row, header.cell(row, column)));
            CurrencyCode.find(header.cell(row, currencyColumn(header)))
                    .ifPresent(currency -> currencies
                            .computeIfAbsent(header.cell(row, "Account"), account -> new TreeSet<>())
                            .add(currency));
        }
        return new Bookings(numbers.style(groupsByDots), currencies);
    }

    /**
     * The column with the currency of amount and balance. Layouts without one of its own have a single currency column,
     * beside another sum.
     */
    static String currencyColumn(Header header) {
        return Stream.of("AmountCurrency", "CostsCurrency", "CommissionCurrency", "Currency")
                .filter(column -> header.has(column))
                .findFirst()
                .orElse("AmountCurrency");
    }

    /** The only currency in which the file books rows of that account, for a row that says none. */
    Optional<CurrencyCode> onlyCurrency(String account) {
        SortedSet<CurrencyCode> all = currencies.getOrDefault(account, new TreeSet<>());
        return all.size() == 1 ? Optional.of(all.first()) : Optional.empty();
    }
}
