package io.dividendsomatic.ingestion.format.ibkr;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Of each table the columns without which its rows are no whole facts: who, what, when, how much, at which rate. A file
 * that lacks one is read and told as drifted. All others come and go with what its owner ticked. An account is none of
 * them, for the sender or the statement around the table can name it.
 *
 * @param tables by name; of columns in one list one suffices, and the first is told
 */
public record UsualColumns(Map<String, List<List<String>>> tables) {

    public UsualColumns {
        tables = Map.copyOf(tables);
    }

    /** From {@code usual.properties} beside a class: a table a line, columns with blanks and alternatives with | between. */
    public static UsualColumns beside(Class<?> reader) {
        try (var resource = reader.getResourceAsStream("usual.properties")) {
            if (resource == null) {
                throw new IllegalStateException("no usual columns beside " + reader);
            }
            Properties lines = new Properties();
            lines.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
            Map<String, List<List<String>>> tables = new HashMap<>();
            lines.stringPropertyNames()
                    .forEach(table -> tables.put(
                            table,
                            Stream.of(lines.getProperty(table).split("\\s+"))
                                    .map(names -> List.of(names.split("\\|")))
                                    .toList()));
            return new UsualColumns(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that a table lacks; none of a table that has no usual ones. */
    public List<String> missing(String table, Predicate<String> has) {
        return tables.getOrDefault(table, List.of()).stream()
                .filter(names -> names.stream().noneMatch(has))
                .map(List::getFirst)
                .toList();
    }
}
