package io.dividendsomatic.app.income;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.dividends.history.projection.DividendsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.projection.Generations;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the read model as text, so that two can be held against each other. */
record IncomeTables(JdbcClient jdbc, Generations generations) {
    private static final List<String> SETTLED = List.of("payment", "expected", "split");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,64}");

    /** The account's settled rows with the names of its files; identities hang on the account's name. */
    Map<String, List<String>> settled(AccountId account, List<ToldFile> told) {
        Map<String, String> names =
                told.stream().collect(Collectors.toMap(file -> file.id().sha256(), ToldFile::name));
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : SETTLED) {
            tables.put(
                    table,
                    rows(table, generations.active(DividendsReadModel.NAME)).stream()
                            .filter(row -> row.contains(account + "|"))
                            .map(row -> row.replaceAll("ROW_HASH=[^|]*", "").replace(account.toString(), ""))
                            .map(row -> HASH.matcher(row)
                                    .replaceAll(hash -> names.getOrDefault(hash.group(), "an identity")))
                            .map(row -> row.replace("SOURCES=", "SOURCES|").replace("TAX=", "TAX|"))
                            .map(row ->
                                    Stream.of(row.split("[|;]", -1)).sorted().collect(Collectors.joining("|")))
                            .sorted()
                            .toList());
        }
        return tables;
    }

    List<String> rows(String table, int generation) {
        return jdbc
                .sql("SELECT * FROM dividends_" + table + " WHERE generation = ?")
                .param(generation)
                .query((row, number) -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String name = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
                        text.append(name.equals("GENERATION") ? "" : name + "=" + cell(row, i) + "|");
                    }
                    return text.toString();
                })
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** Drivers print a number in more than one way. */
    private static @Nullable String cell(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof BigDecimal number ? number.toPlainString() : row.getString(column);
    }
}
