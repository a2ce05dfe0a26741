package io.dividendsomatic.ingestion.format.ibkr.history;

import static io.dividendsomatic.ingestion.format.ibkr.LanguageTable.key;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.ibkr.HeadingField;
import io.dividendsomatic.ingestion.format.ibkr.LanguageTable;
import io.dividendsomatic.ingestion.format.ibkr.Wording;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of Transaction Histories, in every language that has a table at once: few words, and no two that differ. */
final class Words {
    static final Words KNOWN = new Words(LanguageTable.BUILT_IN);

    private final Map<String, String> columns;
    private final Map<String, TransactionKind> kinds;
    private final Map<String, HeadingField> fields;
    private final Map<String, Topic> topics;
    private final Map<String, Integer> months;
    private final Set<String> titles;
    private final Wording wording;

    private Words(List<LanguageTable> tables) {
        this.columns = LanguageTable.merged(tables, "column", Function.identity());
        this.kinds = LanguageTable.merged(tables, "type", TransactionKind::valueOf);
        this.fields = LanguageTable.merged(tables, "field", HeadingField::valueOf);
        this.topics = LanguageTable.merged(tables, "label", Topic::valueOf);
        this.months = LanguageTable.merged(tables, "month", Integer::valueOf);
        this.titles = tables.stream()
                .flatMap(table -> table.names("history"))
                .map(LanguageTable::key)
                .collect(Collectors.toUnmodifiableSet());
        this.wording = new Wording(tables);
    }

    /** The header of the table of transactions, if the file has one. */
    Optional<CsvRow> header(CsvTable table) {
        if (!isHeader(table.first())) {
            return Optional.empty();
        }
        for (CsvRow row : table) {
            if (isHeader(row) && (isTransactions(row) || bind(row).has("TransactionType"))) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Whether at least half of the columns under this header have names that are known. */
    boolean speak(CsvRow header) {
        List<String> names = header.stripped();
        long known = names.stream()
                .skip(2)
                .filter(name -> columns.containsKey(key(name)))
                .count();
        return 2 * known >= names.size() - 2;
    }

    static boolean isHeader(CsvRow row) {
        return row.cell(1).equals("Header");
    }

    boolean isTransactions(CsvRow row) {
        return titles.contains(key(row.cell(0)));
    }

    Header bind(CsvRow row) {
        return Header.of(row, this::column);
    }

    String column(String name) {
        return columns.getOrDefault(key(name), name);
    }

    Optional<TransactionKind> kind(String type) {
        return Optional.ofNullable(kinds.get(key(type)));
    }

    Optional<HeadingField> field(String name) {
        return Optional.ofNullable(fields.get(key(name)));
    }

    Topic topic(String label) {
        return topics.getOrDefault(key(label), Topic.OTHER);
    }

    Optional<Integer> month(String name) {
        return Optional.ofNullable(months.get(key(name)));
    }

    Wording wording() {
        return wording;
    }
}
