package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.ibkr.Heading;
import io.dividendsomatic.ingestion.format.ibkr.HeadingField;
import io.dividendsomatic.ingestion.format.ibkr.Wording;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** What a first look over the whole statement shows, and no single row can tell: how its rows depend on others. */
final class Survey {
    private final TradeLevels levels = new TradeLevels();
    private final Set<Section> sections = EnumSet.noneOf(Section.class);
    private final Set<String> accounts = new HashSet<>();
    private boolean headedBySeveral;
    private boolean feesOfTransactionsAreAnItem;
    private boolean borrowFeesAreInterest;

    private Survey() {}

    static Survey of(CsvTable table, Language language, Wording wording) {
        Survey survey = new Survey();
        Context context = new Context(language, wording, survey);
        Tables tables = new Tables(language);
        for (CsvRow row : table) {
            if (tables.begin(row) == null) {
                Tables.Table under = tables.of(row);
                Section section = language.section(row.cell(0)).orElse(null);
                if (section != null && under != null && row.cell(1).equals("Data")) {
                    survey.add(new Line(section, row, under, context));
                }
            }
        }
        return survey;
    }

    private void add(Line line) {
        sections.add(line.section());
        String account = line.cell("ClientAccountID");
        if (!account.isEmpty()) {
            accounts.add(account);
        }
        switch (line.section()) {
            case ACCOUNT -> headedBySeveral |= isListOfAccounts(line);
            case TRADES -> levels.add(line);
            case CASH_REPORT -> lookAtItem(line, line.cell("CashItem"));
            case CHANGE_IN_NAV -> lookAtItem(line, line.cell("FieldName"));
            case INTEREST, FEES ->
                borrowFeesAreInterest |= line.context().wording().isBorrowFee(line.cell("Description"));
            default -> {}
        }
    }

    private static boolean isListOfAccounts(Line line) {
        HeadingField field =
                line.context().language().field(line.cell(Heading.NAME)).orElse(null);
        return field == HeadingField.ACCOUNT && Heading.listsSeveral(line.cell(Heading.VALUE));
    }

    private void lookAtItem(Line line, String label) {
        feesOfTransactionsAreAnItem |=
                line.context().language().section(label).orElse(null) == Section.TRANSACTION_FEES;
    }

    TradeLevels levels() {
        return levels;
    }

    /** Whether the statement has data rows of that section. */
    boolean has(Section section) {
        return sections.contains(section);
    }

    /** Whether it is of several accounts, by its rows or its heading. */
    boolean isConsolidated() {
        return headedBySeveral || accounts.size() > 1;
    }

    /**
     * Whether Cash Report or Change in NAV list transaction fees beside commissions: then they are charged besides, and
     * else the section breaks down what Comm/Fee of the trades holds already. Seen both ways.
     */
    boolean chargesTransactionFees() {
        return feesOfTransactionsAreAnItem;
    }

    /** Whether the fees for borrowed shares are booked among interest or fees, month by month, and are only detailed. */
    boolean booksBorrowFees() {
        return borrowFeesAreInterest;
    }
}
