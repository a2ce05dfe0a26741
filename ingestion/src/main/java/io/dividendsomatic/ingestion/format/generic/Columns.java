package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.PlainWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a mapping's values stand in a table: its columns, bound to a header and to the rows above it. */
final class Columns {
    private final Mapping mapping;
    private final @Nullable CsvRow header;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final List<Place> account;
    private final Set<Integer> known = new HashSet<>();
    private final int width;
    private final boolean assumed;
    /** The same values where the broker's other layouts have them. */
    private final List<Columns> others;
    /** The values found in the row that was looked at last: each rule asks for the same ones. */
    private final Map<String, Optional<CellText>> found = new HashMap<>();

    private int foundIn;
    /** Of the line of a row, the row that told of the same thing before it. */
    private Map<Integer, CsvRow> earlier = Map.of();

    private Columns(Mapping mapping, @Nullable CsvRow header, List<CsvRow> preamble, boolean assumed) {
        this.mapping = mapping;
        this.header = header;
        this.width = header == null ? 0 : width(header);
        mapping.columns().forEach((field, sources) -> places.put(field, bind(sources, preamble)));
        this.account = bind(mapping.account(), preamble);
        this.assumed = assumed;
        this.others = header == null || assumed
                ? List.of()
                : mapping.layouts().headers().stream()
                        .map(names -> new CsvRow(header.source(), header.line(), header.lines(), names, false))
                        .map(other -> new Columns(mapping, other, preamble, true))
                        .toList();
    }

    /** Of one place of a value: the cell at an index, or what stands outside the rows. */
    private record Place(Source source, int index, @Nullable String fixed) {}

    /** The columns of a header, or of a table without one. */
    static Columns of(Mapping mapping, @Nullable CsvRow header, List<CsvRow> preamble) {
        return new Columns(mapping, header, preamble, false);
    }

    /** The required columns that a record of these words lacks; it may be the header when it lacks none. */
    static List<String> missing(Mapping mapping, Set<String> words) {
        return mapping.recognise().columns().stream()
                .filter(names -> names.stream().noneMatch(name -> name.fitsOneOf(words)))
                .map(names -> names.getFirst().text())
                .toList();
    }

    static boolean isHeader(Mapping mapping, Set<String> words) {
        return !mapping.recognise().columns().isEmpty()
                && mapping.recognise().columns().stream()
                        .allMatch(names -> names.stream().anyMatch(name -> name.fitsOneOf(words)))
                && mapping.recognise().absent().stream().noneMatch(name -> name.fitsOneOf(words));
    }

    /**
     * Those under which the row was written: these, unless its cells prove that it was not and that it was under one
     * other layout of the broker.
     */
    Columns under(CsvRow row) {
        if (others.isEmpty() || isProvenBy(row)) {
            return this;
        }
        List<Columns> proven =
                others.stream().filter(other -> other.isProvenBy(row)).toList();
        return proven.size() == 1 ? proven.getFirst() : this;
    }

    /** Whether these are not the header's own columns. */
    boolean isAssumed() {
        return assumed;
    }

    private boolean isProvenBy(CsvRow row) {
        return !isTooShort(row) && !isTooLong(row) && mapping.layouts().isProvenBy(field -> find(row, field));
    }

    Mapping mapping() {
        return mapping;
    }

    /** Where a value stands in an earlier row, it is in these, by the line of the row that looks back. */
    void lookBackTo(Map<Integer, CsvRow> rows) {
        this.earlier = rows;
    }

    /** The first of a field's places that has a value in this row. */
    @Nullable
    CellText find(CsvRow row, String field) {
        if (foundIn != row.line()) {
            found.clear();
            foundIn = row.line();
        }
        return found.computeIfAbsent(
                        field, name -> Optional.ofNullable(find(row, places.getOrDefault(name, List.of()), name)))
                .orElse(null);
    }

    /** The values of this row that the mapping supplies and the file does not state. */
    Stream<CellText> unstated(CsvRow row) {
        return mapping.columns().keySet().stream()
                .flatMap(field -> Stream.ofNullable(find(row, field)))
                .filter(cell -> cell.raw().isEmpty());
    }

    @Nullable
    CellText account(CsvRow row) {
        return find(row, account, "account");
    }

    /** What a person calls a field's column. */
    String label(String field) {
        List<Place> bound = places.getOrDefault(field, List.of());
        return bound.isEmpty()
                ? Source.label(mapping.columns().getOrDefault(field, List.of()), field)
                : label(bound.getFirst(), field);
    }

    boolean isTooShort(CsvRow row) {
        return row.size() < width;
    }

    boolean isTooLong(CsvRow row) {
        return header != null
                && row.size() > header.size()
                && row.cells().subList(header.size(), row.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    /** Columns that no value stands in, and values that have no column. */
    Optional<Drift> drift() {
        if (header == null) {
            return Optional.empty();
        }
        List<String> unknown = new ArrayList<>();
        for (int index = 0; index < header.size(); index++) {
            String name = header.cell(index);
            if (!name.isEmpty()
                    && !known.contains(index)
                    && mapping.otherColumns().stream().noneMatch(other -> other.fits(name))) {
                boolean isAgain = header.stripped().indexOf(name) < index;
                unknown.add(isAgain ? Header.again(name) : name);
            }
        }
        List<String> missing = mapping.columns().entrySet().stream()
                .filter(column -> !column.getKey().endsWith("Currency")
                        && !mapping.optionalColumns().contains(column.getKey())
                        && places.getOrDefault(column.getKey(), List.of()).isEmpty())
                .map(column -> Source.label(column.getValue(), column.getKey()))
                .sorted()
                .toList();
        return unknown.isEmpty() && missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drift(mapping.table(), unknown, missing));
    }

    private @Nullable CellText find(CsvRow row, List<Place> bound, String field) {
        for (Place place : bound) {
            String raw = raw(place, row);
            String text = isAbsent(raw) ? "" : place.source.extract(raw);
            if (!isAbsent(text)) {
                return cell(place, field, raw, text);
            }
        }
        return null;
    }

    private String raw(Place place, CsvRow row) {
        if (place.fixed != null) {
            return place.fixed;
        }
        CsvRow read = place.source.earlier() == null ? row : earlier.get(row.line());
        return read == null ? "" : read.cell(place.index);
    }

    private CellText cell(Place place, String field, String raw, String text) {
        Numbers numbers = place.source.numbers();
        Dates dates = place.source.dates();
        return new CellText(
                label(place, field),
                place.source.unstated() ? "" : raw,
                text,
                place.source.value() != null ? Numbers.DOT : numbers != null ? numbers : mapping.numbers(),
                dates != null ? dates : mapping.dates());
    }

    private String label(Place place, String field) {
        String name = header == null || place.index < 0 ? "" : header.cell(place.index);
        return !name.isEmpty() ? name : place.index >= 0 ? "column " + (place.index + 1) : field;
    }

    private boolean isAbsent(String text) {
        String bare = PlainWords.bare(text);
        return bare.isEmpty()
                || bare.equals("-")
                || bare.equals("--")
                || mapping.absent().stream().anyMatch(word -> word.fits(bare));
    }

    private List<Place> bind(List<Source> sources, List<CsvRow> preamble) {
        List<Place> bound = new ArrayList<>();
        for (Source source : sources) {
            int index = index(source);
            if (index >= 0) {
                known.add(index);
            }
            String fixed = fixed(source, index, preamble);
            if (fixed != null) {
                bound.add(new Place(source, -1, fixed));
            } else if (index >= 0) {
                bound.add(new Place(source, index, null));
            }
        }
        return bound;
    }

    private int index(Source source) {
        if (source.position() != null) {
            return source.position() - 1;
        }
        Wording name = source.name();
        if (name == null || header == null) {
            return -1;
        }
        int found = find(plain(header), name, source.occurrence() == null ? 1 : source.occurrence());
        return found < 0 || source.after() == null ? found : found + 1;
    }

    private @Nullable String fixed(Source source, int index, List<CsvRow> preamble) {
        if (source.value() != null) {
            return source.value();
        }
        if (source.heading() != null && source.heading().pattern() != null) {
            return index < 0 || header == null
                    ? null
                    : new Source.Extraction(source.heading().pattern()).in(header.cell(index));
        }
        if (source.preamble() == null) {
            return null;
        }
        return preamble.stream()
                .map(row -> source.preamble().in(row.raw()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static int find(List<String> cells, Wording name, int occurrence) {
        int seen = 0;
        for (int index = 0; index < cells.size(); index++) {
            if (!cells.get(index).isEmpty() && name.fitsPlain(cells.get(index)) && ++seen == occurrence) {
                return index;
            }
        }
        return -1;
    }

    private static List<String> plain(CsvRow row) {
        return row.cells().stream().map(PlainWords::plain).toList();
    }

    private static int width(CsvRow header) {
        int width = header.size();
        while (width > 0 && header.cell(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }
}
