package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.PlainWords;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.generic.Rule.FactRule;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record of a table with what is known of it before it is read.
 *
 * @param columns under which it stands; absent above the header
 * @param rule that fits it
 * @param ignored why it is passed over, whatever it says
 * @param restOf the row above, of which it is the rest
 */
record MappedRow(
        CsvRow row,
        @Nullable Columns columns,
        @Nullable Rule rule,
        @Nullable String ignored,
        @Nullable CsvRow restOf) {
    private static final Pattern NO_NUMBER = Pattern.compile("[^\\p{L}\\p{N}._*-]+");

    static MappedRow continuation(CsvRow row, MappedRow above) {
        return new MappedRow(row, above.columns, null, null, above.row);
    }

    int line() {
        return row.line();
    }

    /** This row, each cell followed by that of the row below. */
    MappedRow continuedBy(CsvRow below) {
        List<String> cells = new ArrayList<>();
        for (int index = 0; index < Math.max(row.size(), below.size()); index++) {
            cells.add(row.cell(index) + below.cell(index));
        }
        CsvRow whole = new CsvRow(row.source(), row.line(), row.lines(), cells, row.unterminated());
        return new MappedRow(whole, columns, rule, ignored, restOf);
    }

    @Nullable
    AccountId account(Mapping mapping) {
        CellText cell = columns == null ? null : columns.account(row);
        if (cell == null) {
            return null;
        }
        try {
            return new AccountId(mapping.broker(), number(cell.text()));
        } catch (IllegalArgumentException e) {
            throw new RefusedRow(new Problem(
                    row.line(), cell.label(), ProblemCode.BAD_ACCOUNT, "not an account number", cell.raw()));
        }
    }

    /** An account that its owner named freely: what no account number has becomes a hyphen, {@code Min ISK} Min-ISK. */
    private static String number(String name) {
        return NO_NUMBER.matcher(PlainWords.bare(name)).replaceAll("-").replaceAll("^-|-$", "");
    }

    /** The row's facts by its rule. Throws RefusedRow when there is none, or a value is bad. */
    Fact read() {
        if (columns == null || rule == null) {
            throw unknown();
        }
        Mapping mapping = columns.mapping();
        if ((columns.isTooShort(row) && !mapping.file().allowsShort())
                || (columns.isTooLong(row) && !mapping.file().allowsLong())) {
            throw new RefusedRow(new Problem(
                    row.line(), null, ProblemCode.RAGGED_ROW, "the cells do not fit the columns", row.raw()));
        }
        if (rule.reject() != null) {
            throw new RefusedRow(problem(rule.reject()));
        }
        AccountId account = account(mapping);
        List<StatementRow> facts = new ArrayList<>();
        List<Problem> flags = new ArrayList<>();
        if (columns.isAssumed()) {
            flags.add(new Problem(
                    row.line(),
                    null,
                    ProblemCode.RAGGED_ROW,
                    "written under another header of this broker",
                    row.raw()));
        }
        for (FactRule fact : rule.facts()) {
            Fact read = FactReader.read(new Values(row, columns, mapping, fact));
            facts.addAll(read.rows());
            read.flags().stream().filter(flag -> !flags.contains(flag)).forEach(flags::add);
        }
        if (rule.flag() != null) {
            flags.add(problem(rule.flag()));
        }
        columns.unstated(row).map(this::taken).forEach(flags::add);
        if (facts.isEmpty()) {
            throw new RefusedRow(new Problem(
                    row.line(), null, ProblemCode.MISSING_VALUE, "none of the row's figures is there", row.raw()));
        }
        return new Fact(account, facts, flags);
    }

    private Problem taken(CellText unstated) {
        String message = "the file does not say; taken as " + unstated.text() + ", as the mapping says";
        return new Problem(row.line(), unstated.label(), ProblemCode.MISSING_VALUE, message, null);
    }

    private RefusedRow unknown() {
        return new RefusedRow(problem(
                "type",
                ProblemCode.UNKNOWN_TYPE,
                columns == null
                        ? "stands under a title and no header of the mapping's tables"
                        : "no rule of the mapping fits this row"));
    }

    private Problem problem(Rule.Reject said) {
        return problem(said.value(), said.code(), said.message());
    }

    /** By the value that is the reason, where the row has it. */
    private Problem problem(@Nullable String value, ProblemCode code, String message) {
        CellText cell = columns == null || value == null ? null : columns.find(row, value);
        return cell == null
                ? new Problem(row.line(), null, code, message, row.raw())
                : new Problem(row.line(), cell.label(), code, message, cell.raw());
    }
}
