package io.dividendsomatic.ingestion.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;
import java.util.Optional;

/** The records of a table as FastCSV reads them; nothing when it refuses the text. */
final class OtherReader {
    private OtherReader() {}

    /** As RFC 4180 has it: nothing stands between the quote that ends a cell and the delimiter. */
    static Optional<List<List<String>>> strict(String text, char delimiter) {
        return records(text, delimiter, false);
    }

    /** With blanks behind a quoted cell, and every cell without the white space around it. */
    static Optional<List<List<String>>> stripped(String text, char delimiter) {
        return records(text, delimiter, true)
                .map(records -> records.stream().map(OtherReader::stripped).toList());
    }

    static List<String> stripped(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    @SuppressWarnings("removal") // what replaces it takes blanks before a quote as well, which belong to the cell
    private static Optional<List<List<String>>> records(String text, char delimiter, boolean blanksBehindQuotes) {
        try {
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(blanksBehindQuotes)
                    .ofCsvRecord(text);
            return Optional.of(reader.stream()
                    .map(CsvRecord::getFields)
                    .filter(fields -> !fields.stream().allMatch(String::isBlank))
                    .toList());
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }
}
