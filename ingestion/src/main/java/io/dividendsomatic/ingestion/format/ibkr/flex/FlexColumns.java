package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Header;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one vocabulary of Flex queries: CSV columns and XML attributes have the same names but for their case and signs
 * ({@code Date/Time} and {@code dateTime}), and a few have others; both come here to our name. The names stand in {@code
 * columns.properties}: ours, and behind it all others of the same column. A query has the columns that its owner ticked,
 * in the owner's order.
 */
final class FlexColumns {
    /** Every cash report and equity row says each of its items again for a part of the account or of time. */
    private static final Pattern PARTS =
            Pattern.compile("(.+?)(Sec|Com|Securities|Commodities|IBUKL|Paxos|MTD|YTD|Long|Short)");

    private static final Map<String, String> NAMES = new HashMap<>();
    /** Names that are known and that nothing reads. */
    private static final Set<String> UNREAD;

    static {
        Properties table = load();
        for (String ours : table.stringPropertyNames()) {
            if (!ours.equals("unread")) {
                Stream.concat(Stream.of(ours), words(table, ours)).forEach(name -> NAMES.put(key(name), ours));
            }
        }
        UNREAD = words(table, "unread").map(FlexColumns::key).collect(Collectors.toUnmodifiableSet());
    }

    /** Names of which no data row holds three; among them some of each table. */
    private static final Set<String> TELLING = Set.of(
            "ClientAccountID",
            "ReportDate",
            "CurrencyPrimary",
            "Symbol",
            "Description",
            "AssetClass",
            "Conid",
            "ISIN",
            "FXRateToBase",
            "Quantity",
            "MarkPrice",
            "PositionValue",
            "GrossRate",
            "ExDate",
            "PayDate",
            "SettleDate",
            "TradeDate",
            "TradePrice",
            "Buy/Sell",
            "NetAmount",
            "Amount",
            "Type",
            "DateTime",
            "TradeID",
            "TransactionID",
            "ActivityCode",
            "StartingCash",
            "EndingCash",
            "FromCurrency",
            "ToCurrency",
            "StartingValue",
            "EndingValue");

    private FlexColumns() {}

    /** Our name of a column or an attribute, or the name itself. */
    static String ours(String name) {
        return NAMES.getOrDefault(key(name), name);
    }

    static boolean isKnown(String name) {
        String key = key(name);
        return NAMES.containsKey(key) || UNREAD.contains(key) || isPart(name);
    }

    private static boolean isPart(String name) {
        var matcher = PARTS.matcher(name);
        return matcher.matches() && isKnown(matcher.group(1));
    }

    static Header bind(CsvRow row) {
        return Header.of(row, FlexColumns::ours);
    }

    /** Whether a record holds column names: the broker repeats them for each account or day, and for each table. */
    static boolean isHeader(CsvRow row) {
        int telling = 0;
        for (String cell : row.cells()) {
            if (isFigure(cell)) {
                return false;
            }
            telling += !cell.isEmpty() && TELLING.contains(ours(cell)) ? 1 : 0;
        }
        return telling >= 3;
    }

    /** The only column whose name begins with a digit is the tax of section 871(m). */
    private static boolean isFigure(String cell) {
        return !cell.isEmpty() && "-0123456789".indexOf(cell.charAt(0)) >= 0 && !cell.startsWith("871");
    }

    /** Lower case, and nothing but letters and digits. */
    private static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.chars().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static Stream<String> words(Properties table, String name) {
        return Stream.of(table.getProperty(name, "").split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static Properties load() {
        try (var resource = FlexColumns.class.getResourceAsStream("columns.properties")) {
            if (resource == null) {
                throw new IllegalStateException("no table of Flex columns");
            }
            Properties table = new Properties();
            table.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
