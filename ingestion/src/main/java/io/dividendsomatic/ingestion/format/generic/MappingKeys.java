package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.generic.Mapping.Fx;
import io.dividendsomatic.ingestion.format.generic.Mapping.Log;
import io.dividendsomatic.ingestion.format.generic.Mapping.Recognise;
import io.dividendsomatic.ingestion.format.generic.Mapping.Shape;
import io.dividendsomatic.portfolio.kernel.Broker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a mapping as its file has them, or of one of its tables, which takes from the mapping what it does not say
 * itself.
 *
 * @param tables of a file that has several; columns, rules and how it is recognised are then said of each
 * @param titles wordings of the only filled cell of a row between tables
 */
record MappingKeys(
        @Nullable String name,
        @Nullable Integer version,
        @Nullable String broker,
        @Nullable Boolean general,
        @Nullable List<Source> account,
        @Nullable Shape file,
        @Nullable Recognise recognise,
        @Nullable Numbers numbers,
        @Nullable Dates dates,
        @Nullable Signs signs,
        @Nullable Fx fx,
        @Nullable List<Wording> absent,
        @Nullable Map<String, List<Source>> columns,
        @Nullable List<Wording> otherColumns,
        @Nullable List<String> optionalColumns,
        @Nullable List<Rule> rows,
        @Nullable List<String> group,
        @Nullable Log log,
        @Nullable Layouts layouts,
        @Nullable List<Wording> trailer,
        @Nullable List<Wording> titles,
        @Nullable List<MappingKeys> tables) {

    @JsonCreator
    static MappingKeys of(
            @Nullable String name,
            @Nullable Integer version,
            @Nullable String broker,
            @Nullable Boolean general,
            @Nullable List<Source> account,
            @Nullable Shape file,
            @Nullable Recognise recognise,
            @Nullable Numbers numbers,
            @Nullable Dates dates,
            @Nullable Signs signs,
            @Nullable Fx fx,
            @Nullable List<Wording> absent,
            @Nullable Map<String, List<Source>> columns,
            @Nullable List<Wording> otherColumns,
            @Nullable List<String> optionalColumns,
            @Nullable List<Rule> rows,
            @Nullable List<String> group,
            @Nullable Log log,
            @Nullable Layouts layouts,
            @Nullable List<Wording> trailer,
            @Nullable List<Wording> titles,
            @Nullable List<MappingKeys> tables,
            @JsonAnySetter @Nullable Map<String, Object> unknown) {
        UnknownKey.refuse(unknown, MappingKeys.class);
        return new MappingKeys(
                name,
                version,
                broker,
                general,
                account,
                file,
                recognise,
                numbers,
                dates,
                signs,
                fx,
                absent,
                columns,
                otherColumns,
                optionalColumns,
                rows,
                group,
                log,
                layouts,
                trailer,
                titles,
                tables);
    }

    /** Throws IllegalArgumentException for what is missing or contradicts itself. */
    MappedFile toFile() {
        if (tables == null) {
            return new MappedFile(List.of(table("", this)), Mapping.orNone(titles));
        }
        if (Stream.of(recognise, columns, rows, log, group, layouts).anyMatch(Objects::nonNull)) {
            throw new IllegalArgumentException(
                    "recognise, columns, rows, group, log and layouts of a mapping with tables stand in each table");
        }
        return new MappedFile(tables.stream().map(this::named).toList(), Mapping.orNone(titles));
    }

    /** One of the tables. Throws IllegalArgumentException for keys that only the whole mapping has. */
    private Mapping named(MappingKeys keys) {
        String table = keys.name == null ? "" : keys.name;
        if (table.isEmpty()
                || Stream.of(keys.version, keys.broker, keys.general, keys.file, keys.titles, keys.tables)
                        .anyMatch(Objects::nonNull)) {
            throw new IllegalArgumentException(
                    "a table has a name of its own; version, broker, general, file and titles"
                            + " are said of the whole mapping");
        }
        try {
            return keys.table(table, this);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("table " + table + ": " + e.getMessage(), e);
        }
    }

    private Mapping table(String table, MappingKeys whole) {
        Signs common = whole.signs == null ? Signs.BY_KIND : whole.signs.or(Signs.BY_KIND);
        Mapping mapping = new Mapping(
                needed("name", whole.name),
                table,
                needed("version", whole.version),
                new Broker(needed("broker", whole.broker)),
                whole.general != null && whole.general,
                Mapping.orNone(account != null ? account : whole.account),
                whole.file == null ? new Shape(null, null, null) : whole.file,
                needed("recognise", recognise),
                needed("numbers", numbers != null ? numbers : whole.numbers),
                needed("dates", dates != null ? dates : whole.dates),
                signs == null ? common : signs.or(common),
                fx != null ? fx : whole.fx != null ? whole.fx : Fx.MULTIPLY,
                Mapping.orNone(absent != null ? absent : whole.absent),
                needed("columns", columns),
                Mapping.orNone(otherColumns),
                Mapping.orNone(optionalColumns),
                needed("rows", rows),
                Mapping.orNone(group),
                log,
                layouts == null ? Layouts.NONE : layouts,
                Mapping.orNone(trailer != null ? trailer : whole.trailer));
        mapping.check();
        return mapping;
    }

    private static <T> T needed(String key, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a mapping needs '" + key + "'");
        }
        return value;
    }
}
