package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Header;
import io.dividendsomatic.ingestion.format.ibkr.InstrumentRow;
import io.dividendsomatic.ingestion.format.ibkr.PositionRow;
import io.dividendsomatic.portfolio.statement.Trade.Level;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The tables of a Flex query that are read: the names that XML and framed CSV give to each, the columns by which a plain
 * CSV shows which it is, and the reader of its rows. Of several that a header fits, the first in this order counts.
 */
enum FlexTable {
    POSITIONS("OpenPositions POST", "MarkPrice PositionValue"),
    FUNDS("StmtFunds STFU", "ActivityCode TransactionID"),
    CASH_REPORT("CashReport CRTT", "StartingCash EndingCash"),
    NAV_CHANGE("ChangeInNAV CNAV", "StartingValue EndingValue"),
    ACCRUALS("ChangeInDividendAccruals CDIV DIVA", "GrossRate NetAmount"),
    OPEN_ACCRUALS("OpenDividendAccruals ODIV DIVO", ""),
    /** An older query: what an instrument paid, after tax. */
    NET_DIVIDENDS("", "Symbol PayDate NetAmount FXRateToBase"),
    CONFIRMS("TradeConfirms TCNF", "Buy/Sell TradePrice ExecID"),
    TRADES("Trades TRNT", "Quantity TradePrice CurrencyPrimary"),
    TRANSFERS("Transfers TRFR TRNF", "Direction PositionAmount"),
    ACTIONS("CorporateActions CORP", "ActionID Quantity Value"),
    CASH("CashTransactions CTRN", "Type Amount CurrencyPrimary"),
    GRANTS("StockGrantActivities SGRT", "AwardDate VestingDate Quantity"),
    RATES("ConversionRates RATE", "FromCurrency ToCurrency Rate"),
    FX_POSITIONS("FxPositions FXPO", "FxCurrency Quantity"),
    EQUITY("EquitySummaryInBase EQUT", "Total Cash Stock"),
    INTEREST("InterestAccruals IACC", "StartingAccrualBalance"),
    INSTRUMENTS("SecuritiesInfo SECU", "Symbol Conid SecurityIDType Issuer"),
    OPTION_EVENTS("OptionEAE OPTT", "TransactionType CommissionsAndTax"),
    SALES_TAXES("SalesTaxes STAX", "SalesTax TaxableDescription"),
    ACCOUNT("AccountInformation ACCT", "ClientAccountID BaseCurrency");

    /** Tables in which Description is the row's own text. */
    private static final Set<FlexTable> TEXTS = EnumSet.of(CASH, ACTIONS);

    /** Sections that tell again what those above tell, or tell nothing of money; no file with one has drifted. */
    private static final Set<String> RETOLD = Set.of(
            "ChangeInPositionValues",
            "ComplexPositions",
            "FIFO",
            "FIFOPerformanceSummaryInBase",
            "MTDYTDPerformanceSummary",
            "MTMP",
            "MTMPerformanceSummaryInBase",
            "MYTD",
            "NETP",
            "NetStockPositionSummary",
            "PPPO",
            "PriorPeriodPositions",
            "RoutingCommissions",
            "TierInterestDetails",
            "UNBC",
            "UnbundledCommissionDetails");

    private static final Map<String, FlexTable> BY_NAME = new HashMap<>();

    static {
        for (FlexTable table : values()) {
            words(table.names).forEach(name -> BY_NAME.put(name, table));
        }
    }

    private final String names;
    private final String columns;

    /** Both with blanks between them. */
    FlexTable(String names, String columns) {
        this.names = names;
        this.columns = columns;
    }

    /** By the name of its XML element or of its section in a framed CSV. */
    static Optional<FlexTable> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether the section of that name is known and needs no reader. */
    static boolean isRetold(String name) {
        return RETOLD.contains(name);
    }

    /** What a file of several tables without names calls this one: the name of its XML element. */
    String title() {
        return words(names).findFirst().orElse(name());
    }

    /** By the columns of a header. */
    static Optional<FlexTable> of(Header header) {
        return Stream.of(values())
                .filter(table ->
                        !table.columns.isEmpty() && table.columns().stream().allMatch(header::has))
                .findFirst();
    }

    /**
     * Whether the columns that tell the table are written as Flex queries write them: other programs have columns such
     * as Currency and Price too. A confirmation's price is {@code Price}.
     */
    boolean isWritten(Header header) {
        return columns().stream()
                .allMatch(column -> header.label(column).equals(column)
                        || (this == CONFIRMS && header.label(column).equals("Price")));
    }

    /** The columns that tell this table from others, and without which it is of no use. */
    List<String> columns() {
        return words(columns).toList();
    }

    /** Throws RefusedRow for a value that is none. */
    Fact read(Cells cells, FlexScope scope) {
        return switch (this) {
            case POSITIONS -> position(cells, scope);
            case FUNDS -> FundsRow.read(cells, scope);
            case CASH_REPORT -> CashReportRow.read(cells, scope);
            case NAV_CHANGE -> NetValueRow.change(cells, scope);
            case ACCRUALS -> AccrualRow.change(cells, scope);
            case OPEN_ACCRUALS -> AccrualRow.open(cells, scope);
            case NET_DIVIDENDS -> NetDividendRow.read(cells, scope);
            case CONFIRMS -> execution(cells, scope);
            case TRADES -> execution(cells, scope);
            case TRANSFERS -> TransferRow.read(cells, scope);
            case ACTIONS -> ActionRow.read(cells, scope);
            case CASH -> CashTransactionRow.read(cells, scope);
            case GRANTS -> TransferRow.grant(cells, scope);
            case RATES -> RateRow.read(cells, scope);
            case FX_POSITIONS -> RateRow.balance(cells, scope);
            case EQUITY -> NetValueRow.ofDay(cells, scope);
            case INTEREST -> NetValueRow.interest(cells, scope);
            case INSTRUMENTS -> instrument(cells);
            case OPTION_EVENTS -> OptionEventRow.read(cells, scope);
            case SALES_TAXES -> OptionEventRow.salesTax(cells, scope);
            case ACCOUNT -> AccountRow.read(cells, scope);
        };
    }

    boolean namesInstrument() {
        return !TEXTS.contains(this);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    private static Fact position(Cells cells, FlexScope scope) {
        return PositionRow.read(cells, scope.to(), UnaryOperator.identity()).ofAccount(scope.account());
    }

    private static Fact instrument(Cells cells) {
        return InstrumentRow.detail(cells, UnaryOperator.identity());
    }

    private static Fact execution(Cells cells, FlexScope scope) {
        return TradeRow.read(
                cells,
                scope,
                FlexLevel.of(cells.text("LevelOfDetail")) == FlexLevel.ORDER ? Level.ORDER : Level.EXECUTION);
    }
}
