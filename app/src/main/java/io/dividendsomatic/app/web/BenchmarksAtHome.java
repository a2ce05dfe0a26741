package io.dividendsomatic.app.web;

import io.dividendsomatic.app.config.Home;
import io.dividendsomatic.reporting.performance.Benchmark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Reads what to compare with from {@code DIVIDENDSOMATIC_HOME/benchmarks/NAME.csv}: a day and a level on each line,
 * {@code 2031-01-31,1023.45}, after a head line if the first cell of it is no day. UTF-8; read anew for each question.
 */
@Component
public class BenchmarksAtHome {
    /** A name is no path. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    /** A century of days, and what tells a list of levels from something else. */
    private static final int MAX_LINES = 40_000;

    private final Path folder;

    BenchmarksAtHome(Home home) {
        this.folder = home.folder().resolve("benchmarks");
    }

    /** Those that there are, by name. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".csv"))
                    .map(file -> file.substring(0, file.length() - ".csv".length()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws ApiProblem where there is no such file, or a line of it is no day with a level. */
    public Benchmark read(String name) {
        Path file = folder.resolve(name + ".csv");
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw new ApiProblem(
                    HttpStatus.NOT_FOUND,
                    "UNKNOWN_BENCHMARK",
                    "Under benchmarks in the program's folder there is no file of that name with the ending .csv");
        }
        try {
            return new Benchmark(name, levels(Files.readAllLines(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NavigableMap<LocalDate, BigDecimal> levels(List<String> lines) {
        if (lines.size() > MAX_LINES) {
            throw bad(MAX_LINES + 1);
        }
        NavigableMap<LocalDate, BigDecimal> levels = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean head = i == 0 && !line.isEmpty() && !Character.isDigit(line.charAt(0));
            if (!line.isEmpty() && !head) {
                add(levels, line, i + 1);
            }
        }
        return levels;
    }

    private static void add(NavigableMap<LocalDate, BigDecimal> levels, String line, int number) {
        String[] cells = line.split("[,;\t]", -1);
        try {
            BigDecimal level = new BigDecimal(cells.length < 2 ? "" : cells[1].strip());
            if (level.signum() <= 0) {
                throw bad(number);
            }
            levels.put(LocalDate.parse(cells[0].strip()), level);
        } catch (DateTimeException | NumberFormatException e) {
            throw bad(number);
        }
    }

    private static ApiProblem bad(int line) {
        return new ApiProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "BAD_BENCHMARK",
                "Line " + line + " of the benchmark is no day with a level above zero, such as 2031-01-31,1023.45");
    }
}
