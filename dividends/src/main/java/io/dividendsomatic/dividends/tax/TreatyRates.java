package io.dividendsomatic.dividends.tax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Treaty rates in order; of two that are valid the later one counts, so that a user's own file comes last. The file is
 * YAML of one form only, an entry a line, which is read here without a library for the whole language:
 * {@code - {residence: FI, country: US, percent: 15, source: vero.fi, stated: 2019-07-05}}.
 */
public record TreatyRates(List<TreatyRate> all) {
    private static final String BUILT_IN = "treaty-rates.yaml";
    private static final Pattern ENTRY = Pattern.compile("-\\s*\\{(.*)}\\s*(?:#.*)?");
    private static final Set<String> REQUIRED = Set.of("residence", "country", "percent", "source", "stated");
    private static final Set<String> ALLOWED =
            Set.of("residence", "country", "percent", "from", "to", "source", "stated");

    public TreatyRates {
        all = List.copyOf(all);
    }

    /** The rates that come with the program. */
    public static TreatyRates builtIn() {
        try (InputStream file = TreatyRates.class.getResourceAsStream(BUILT_IN)) {
            if (file == null) {
                throw new IllegalStateException("the table of treaty rates is not on the class path");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws IllegalArgumentException that names the first line which is not an entry. */
    public static TreatyRates read(String yaml) {
        List<String> lines = yaml.lines().toList();
        return new TreatyRates(IntStream.range(0, lines.size())
                .filter(n -> !lines.get(n).isBlank() && !lines.get(n).strip().startsWith("#"))
                .mapToObj(n -> rate(n + 1, lines.get(n).strip()))
                .toList());
    }

    /** These, and then others that count more. */
    public TreatyRates extendedBy(TreatyRates others) {
        return new TreatyRates(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    /** The rate for a dividend from a country to a resident of another, paid that day. */
    public Optional<TreatyRate> of(String residence, String country, LocalDate payDate) {
        return all.stream()
                .filter(rate ->
                        rate.residence().equals(residence) && rate.country().equals(country))
                .filter(rate -> rate.isValidOn(payDate))
                .reduce((earlier, later) -> later);
    }

    private static TreatyRate rate(int line, String text) {
        Matcher entry = ENTRY.matcher(text);
        if (!entry.matches()) {
            throw new IllegalArgumentException("line " + line + " is no entry: " + text);
        }
        Map<String, String> cells = new LinkedHashMap<>();
        Arrays.stream(entry.group(1).split(",", -1))
                .map(pair -> pair.split(":", 2))
                .forEach(pair -> cells.put(pair[0].strip(), pair.length < 2 ? "" : pair[1].strip()));
        if (!cells.keySet().containsAll(REQUIRED) || !ALLOWED.containsAll(cells.keySet())) {
            throw new IllegalArgumentException(
                    "line " + line + " needs " + REQUIRED + " and may have from, to: " + text);
        }
        try {
            return new TreatyRate(
                    cells.getOrDefault("residence", ""),
                    cells.getOrDefault("country", ""),
                    new BigDecimal(cells.getOrDefault("percent", "")).movePointLeft(2),
                    day(cells.get("from")),
                    day(cells.get("to")),
                    cells.getOrDefault("source", ""),
                    LocalDate.parse(cells.getOrDefault("stated", "")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("line " + line + " has a value that cannot be read: " + text, e);
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
