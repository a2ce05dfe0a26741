package io.dividendsomatic.ingestion.format.generic;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dividendsomatic.ingestion.format.CsvRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping as a whole: the tables that its files may have, in any order and any number.
 *
 * @param tables at least one
 * @param titles wordings of the only filled cell of a row between tables
 */
record MappedFile(List<Mapping> tables, List<Wording> titles) {
    MappedFile {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a mapping needs a table");
        }
        if (tables.size() > 1
                && tables.stream().anyMatch(table -> !table.recognise().cells().isEmpty())) {
            throw new IllegalArgumentException("of several tables each needs a header");
        }
        if (tables.size() == 1 && tables.getFirst().recognise().common()) {
            throw new IllegalArgumentException("the only table of a mapping cannot be common: no file would be known");
        }
    }

    /** Throws IllegalArgumentException for keys that are missing or contradict each other. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MappedFile of(MappingKeys keys) {
        return keys.toFile();
    }

    /** What is the same in all tables. */
    Mapping common() {
        return tables.getFirst();
    }

    /** The table whose header a record of these words is; the first of several. */
    Optional<Mapping> headedBy(Set<String> words) {
        return tables.stream().filter(table -> Columns.isHeader(table, words)).findFirst();
    }

    /** Whether records of these words make a file one of this mapping. */
    boolean isHeadedIn(List<Set<String>> records) {
        List<Mapping> found = records.stream()
                .flatMap(words -> headedBy(words).stream())
                .distinct()
                .toList();
        return found.size() > 1
                || found.stream().anyMatch(table -> !table.recognise().common());
    }

    /** The tables that make a file one of this mapping by themselves. */
    List<Mapping> telling() {
        return tables.stream().filter(table -> !table.recognise().common()).toList();
    }

    /** Whether the row has one filled cell, which is a title. */
    boolean isTitle(CsvRow row) {
        List<String> filled =
                row.cells().stream().filter(cell -> !cell.isBlank()).toList();
        return filled.size() == 1 && titles.stream().anyMatch(title -> title.fits(filled.getFirst()));
    }
}
