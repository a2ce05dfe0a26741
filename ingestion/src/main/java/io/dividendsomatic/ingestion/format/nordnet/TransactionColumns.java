package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of transactions under our names, from those of any language and layout. A column of currencies has the
 * name of the money that it belongs to ({@code Kokonaiskulut Valuutta}), or only {@code Valuutta} and stands to the right
 * of it; ours is {@code CostsCurrency}.
 */
final class TransactionColumns {
    /** Without these no row can be read; every layout since 2013 has them. */
    static final List<String> REQUIRED = List.of("Booked", "Type", "Security", "Quantity", "Price", "Amount");
    /** In which numbers stand. */
    static final List<String> NUMBERS = List.of(
            "Quantity",
            "Price",
            "Interest",
            "Costs",
            "Amount",
            "Value",
            "Gain",
            "Holding",
            "Balance",
            "FxRate",
            "Commission",
            "ReferenceRate",
            "LoanRate");

    /** What all layouts have; the others come and go with the years. */
    private static final List<String> COMMON = List.of(
            "Id",
            "Booked",
            "Traded",
            "Settles",
            "Account",
            "Type",
            "Security",
            "ISIN",
            "Quantity",
            "Price",
            "Costs",
            "Amount",
            "AmountCurrency",
            "Balance",
            "FxRate",
            "Text",
            "Cancelled",
            "Confirmation");

    private static final Set<String> MONEY = Set.of("Costs", "Amount", "Value", "Gain", "Commission");
    private static final String DANISH_BOOKED = "BOGFØRINGSDAG";
    private static final Vocabulary WORDS = new Vocabulary("columns.properties");

    private TransactionColumns() {}

    static Header bind(CsvRow row) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String name = row.cell(i);
            boolean ofLeft = i > 0 && isCurrency(name) && MONEY.contains(column(row.cell(i - 1)));
            names.add(ofLeft ? row.cell(i - 1) + " " + name : name);
        }
        CsvRow named = new CsvRow(row.source(), row.line(), row.lines(), names, row.unterminated());
        return Header.of(named, TransactionColumns::column);
    }

    /** How the table differs from what the layouts have in common, and the columns that none of them has. */
    static Optional<Drift> drift(Header header) {
        List<String> known = Stream.concat(
                        COMMON.stream(),
                        WORDS.meanings()
                                .flatMap(column -> Stream.of(column, column + "Currency"))
                                .filter(header::has))
                .distinct()
                .toList();
        return header.drift("transactions", known);
    }

    /** Whether it is a Danish table: there a thousand is {@code 1.000}, elsewhere {@code 1 000}. */
    static boolean groupsByDots(Header header) {
        return Vocabulary.key(header.label("Booked")).equals(DANISH_BOOKED);
    }

    private static String column(String name) {
        return WORDS.meaning(name)
                .or(() -> WORDS.words("Currency").stream()
                        .filter(word -> Vocabulary.key(name).endsWith(" " + word))
                        .flatMap(word -> WORDS.meaning(name.substring(0, name.length() - word.length())).stream())
                        .map(money -> money + "Currency")
                        .findFirst())
                .orElse(name);
    }

    private static boolean isCurrency(String name) {
        return column(name).equals("Currency");
    }
}
