package io.dividendsomatic.app.admin;

import io.dividendsomatic.app.admin.GenerationDiff.Change;
import io.dividendsomatic.app.admin.GenerationDiff.Sample;
import io.dividendsomatic.portfolio.projection.ReadModel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Compares two generations of a read model row by row, inside the database. */
@Component
class Differences {
    private static final int MOST_SAMPLES = 20;

    /** Enough to see what differs; the tables have the whole. */
    private static final int MOST_CHARACTERS = 200;

    private final JdbcTemplate jdbc;

    Differences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table.
     *
     * @param key columns of its primary key but the generation; empty where a row is known by all that it says
     * @param columns all but the generation
     */
    private record Shape(String table, List<String> key, List<String> columns) {

        /** The rows of a generation that another one has not, or not so. */
        String only(int of, int notOf) {
            String all = String.join(", ", columns);
            return "(SELECT " + all + " FROM " + table + " WHERE generation = " + of + " EXCEPT SELECT " + all
                    + " FROM " + table + " WHERE generation = " + notOf + ")";
        }

        String of(int generation) {
            return table + " a WHERE a.generation = " + generation;
        }

        /** Rows of one key, the rebuilt one first. */
        String both(int answering, int rebuilt) {
            return table + " a JOIN " + table + " b ON b.generation = " + answering + " AND " + sameKey("a", "b")
                    + " WHERE a.generation = " + rebuilt;
        }

        String differs() {
            return columns.stream()
                    .filter(column -> !key.contains(column))
                    .map(column -> "a." + column + " IS DISTINCT FROM b." + column)
                    .reduce((one, more) -> one + " OR " + more)
                    .map(any -> " AND (" + any + ")")
                    .orElse(" AND 1 = 0");
        }

        String unlessIn(int other) {
            return " AND NOT EXISTS (SELECT 1 FROM " + table + " o WHERE o.generation = " + other + " AND "
                    + sameKey("o", "a") + ")";
        }

        private String sameKey(String one, String other) {
            return key.stream()
                    .map(column -> one + "." + column + " = " + other + "." + column)
                    .collect(Collectors.joining(" AND "));
        }
    }

    GenerationDiff between(ReadModel model, int answering, int rebuilt) {
        GenerationDiff all = GenerationDiff.NONE;
        for (String table : model.comparedTables()) {
            GenerationDiff one = between(
                    shape(table),
                    answering,
                    rebuilt,
                    MOST_SAMPLES - all.samples().size());
            List<Sample> samples = new ArrayList<>(all.samples());
            samples.addAll(one.samples());
            all = new GenerationDiff(
                    all.added() + one.added(), all.removed() + one.removed(), all.changed() + one.changed(), samples);
        }
        return all;
    }

    private GenerationDiff between(Shape shape, int answering, int rebuilt, int most) {
        return shape.key().isEmpty()
                ? byContent(shape, answering, rebuilt, most)
                : byKey(shape, answering, rebuilt, most);
    }

    /** One pass along the key, several times as fast as to look for equal rows. */
    private GenerationDiff byKey(Shape shape, int answering, int rebuilt, int most) {
        String both = shape.both(answering, rebuilt);
        long common = count(both);
        long changed = count(both + shape.differs());
        long added = count(shape.of(rebuilt)) - common;
        long removed = count(shape.of(answering)) - common;
        List<Sample> samples = new ArrayList<>();
        if (changed > 0) {
            samples.addAll(changed(shape, both + shape.differs(), most));
        }
        if (added > 0) {
            String alone = shape.of(rebuilt) + shape.unlessIn(answering);
            samples.addAll(alone(shape, Change.ADDED, alone, most - samples.size()));
        }
        if (removed > 0) {
            String alone = shape.of(answering) + shape.unlessIn(rebuilt);
            samples.addAll(alone(shape, Change.REMOVED, alone, most - samples.size()));
        }
        return new GenerationDiff(added, removed, changed, samples);
    }

    private GenerationDiff byContent(Shape shape, int answering, int rebuilt, int most) {
        String fresh = shape.only(rebuilt, answering) + " a";
        String gone = shape.only(answering, rebuilt) + " a";
        List<Sample> samples = new ArrayList<>(alone(shape, Change.ADDED, fresh, most));
        samples.addAll(alone(shape, Change.REMOVED, gone, most - samples.size()));
        return new GenerationDiff(count(fresh), count(gone), 0, samples);
    }

    private long count(String from) {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT COUNT(*) FROM " + from, Long.class));
    }

    private List<Sample> changed(Shape shape, String both, int most) {
        String columns = "a." + String.join(", a.", shape.columns()) + ", b." + String.join(", b.", shape.columns());
        return jdbc.query("SELECT " + columns + " FROM " + both + " LIMIT " + most, (row, number) -> {
            Map<String, @Nullable String> after = cells(shape, row, 0);
            Map<String, @Nullable String> before =
                    cells(shape, row, shape.columns().size());
            Map<String, @Nullable String> key = key(shape, after);
            after.entrySet().removeIf(cell -> Objects.equals(cell.getValue(), before.get(cell.getKey())));
            before.keySet().retainAll(after.keySet());
            return new Sample(shape.table(), Change.CHANGED, key, before, after);
        });
    }

    private List<Sample> alone(Shape shape, Change change, String rows, int most) {
        if (most <= 0) {
            return List.of();
        }
        String columns = "a." + String.join(", a.", shape.columns());
        return jdbc.query("SELECT " + columns + " FROM " + rows + " LIMIT " + most, (row, number) -> {
            Map<String, @Nullable String> cells = cells(shape, row, 0);
            Map<String, @Nullable String> key = key(shape, cells);
            cells.keySet().removeAll(key.keySet());
            return change == Change.ADDED
                    ? new Sample(shape.table(), change, key, null, cells)
                    : new Sample(shape.table(), change, key, cells, null);
        });
    }

    private static Map<String, @Nullable String> key(Shape shape, Map<String, @Nullable String> cells) {
        Map<String, @Nullable String> key = new LinkedHashMap<>(cells);
        key.keySet().retainAll(shape.key());
        return key;
    }

    private static Map<String, @Nullable String> cells(Shape shape, ResultSet row, int before) throws SQLException {
        Map<String, @Nullable String> cells = new LinkedHashMap<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            String cell = row.getString(before + i + 1);
            cells.put(
                    shape.columns().get(i),
                    cell == null || cell.length() <= MOST_CHARACTERS ? cell : cell.substring(0, MOST_CHARACTERS) + "…");
        }
        return cells;
    }

    private Shape shape(String table) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Shape>)
                connection -> new Shape(table, key(connection, table), columns(connection, table))));
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT * FROM " + table + " WHERE 1 = 0")) {
            var columns = statement.getMetaData();
            return IntStream.rangeClosed(1, columns.getColumnCount())
                    .mapToObj(number -> name(columns, number))
                    .filter(name -> !name.equals("generation"))
                    .toList();
        }
    }

    private static String name(ResultSetMetaData columns, int number) {
        try {
            return columns.getColumnName(number).toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("no name of a column", e);
        }
    }

    private static List<String> key(Connection connection, String table) throws SQLException {
        var database = connection.getMetaData();
        String stored = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        List<String> key = new ArrayList<>();
        try (ResultSet columns = database.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), stored)) {
            while (columns.next()) {
                key.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        key.remove("generation");
        return key;
    }
}
