package io.dividendsomatic.app.dashboard;

import io.dividendsomatic.app.web.ImportRow;
import io.dividendsomatic.app.web.ImportedRows;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the lines of files from which a figure comes. */
@Component
class Lines {
    /** A drawer shows so many; of a figure over years there can be thousands. */
    private static final int SHOWN = 40;

    private final ImportJournal journal;
    private final ImportedRows rows;

    Lines(ImportJournal journal, ImportedRows rows) {
        this.journal = journal;
        this.rows = rows;
    }

    /**
     * Lines of one file.
     *
     * @param entry absent when the journal does not know the file
     * @param rows what stands there; empty where no row begins on such a line
     */
    record OfFile(FileId file, @Nullable ImportEntry entry, List<Integer> numbers, List<ImportRow> rows) {}

    /** @param total of lines, also those that are not shown */
    record Found(List<OfFile> files, long total, long shown) {}

    Found of(Collection<SourceRef> sources) {
        Map<FileId, List<Integer>> numbers = sources.stream()
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.groupingBy(
                        SourceRef::fileId,
                        LinkedHashMap::new,
                        Collectors.mapping(SourceRef::line, Collectors.toList())));
        List<OfFile> files = new ArrayList<>();
        numbers.forEach((file, lines) -> {
            ImportEntry entry = journal.find(file).orElse(null);
            files.add(new OfFile(file, entry, lines, entry == null ? List.of() : rows.on(lines, entry)));
        });
        return new Found(List.copyOf(files), sources.size(), Math.min(sources.size(), SHOWN));
    }
}
