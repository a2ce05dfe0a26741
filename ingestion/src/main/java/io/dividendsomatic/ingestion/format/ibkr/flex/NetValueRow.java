package io.dividendsomatic.ingestion.format.ibkr.flex;

import static java.util.Map.entry;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account is worth, and how that changed: a day's value by kind of asset ({@code EquitySummaryInBase}), the
 * change of a period by cause ({@code ChangeInNAV}), and the interest that is accrued. All are printed figures in the
 * base currency.
 */
final class NetValueRow {
    /** Our column and the broker's name of the part; {@code Notes} shares its name with the remarks of a trade. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            entry("Cash", "Cash"),
            entry("Stock", "Stock"),
            entry("Options", "Options"),
            entry("Bonds", "Bonds"),
            entry("Commodities", "Commodities"),
            entry("Codes", "Notes"),
            entry("Funds", "Funds"),
            entry("Crypto", "Crypto"),
            entry("DividendAccruals", "DividendAccruals"),
            entry("InterestAccruals", "InterestAccruals"));

    private static final List<Map.Entry<String, Topic>> CAUSES = List.of(
            entry("StartingValue", Topic.STARTING_VALUE),
            entry("MTM", Topic.MARK_TO_MARKET),
            entry("Realized", Topic.REALIZED_GAIN),
            entry("ChangeInUnrealized", Topic.UNREALIZED_GAIN),
            entry("CostAdjustments", Topic.OTHER),
            entry("TransferredPnlAdjustments", Topic.OTHER),
            entry("Deposits/Withdrawals", Topic.DEPOSITS_AND_WITHDRAWALS),
            entry("InternalCashTransfers", Topic.TRANSFERS),
            entry("PaxosTransfers", Topic.TRANSFERS),
            entry("AssetTransfers", Topic.TRANSFERS),
            entry("LinkingAdjustments", Topic.OTHER),
            entry("ExcessFundSweep", Topic.OTHER),
            entry("DebitCardActivity", Topic.OTHER),
            entry("BillPay", Topic.OTHER),
            entry("GrantActivity", Topic.OTHER),
            entry("CarbonCredits", Topic.OTHER),
            entry("Donations", Topic.OTHER),
            entry("Dividends", Topic.DIVIDENDS),
            entry("PaymentInLieu", Topic.PAYMENTS_IN_LIEU),
            entry("WithholdingTax", Topic.WITHHOLDING_TAX),
            entry("871mWithholding", Topic.WITHHOLDING_TAX),
            entry("WithholdingTaxCollected", Topic.OTHER),
            entry("ChangeInDividendAccruals", Topic.DIVIDEND_ACCRUALS),
            entry("Interest", Topic.INTEREST),
            entry("ChangeInInterestAccruals", Topic.INTEREST_ACCRUALS),
            entry("BrokerFees", Topic.FEES),
            entry("AdvisorFees", Topic.FEES),
            entry("ClientFees", Topic.FEES),
            entry("OtherFees", Topic.FEES),
            entry("ReferralFee", Topic.FEES),
            entry("ChangeInBrokerFeeAccruals", Topic.OTHER),
            entry("FeesReceivables", Topic.OTHER),
            entry("Commissions", Topic.COMMISSIONS),
            entry("ForexCommissions", Topic.COMMISSIONS),
            entry("CommissionCreditsRedemption", Topic.OTHER),
            entry("TransactionTax", Topic.TAXES),
            entry("SalesTax", Topic.TAXES),
            entry("BillableSalesTax", Topic.OTHER),
            entry("TaxReceivables", Topic.OTHER),
            entry("SoftDollars", Topic.OTHER),
            entry("NetFxTrading", Topic.OTHER),
            entry("FxTranslation", Topic.FX_TRANSLATION),
            entry("CorporateActionProceeds", Topic.OTHER),
            entry("OtherIncome", Topic.OTHER),
            entry("Other", Topic.OTHER),
            entry("EndingValue", Topic.ENDING_VALUE));

    private static final List<Map.Entry<String, Topic>> ACCRUED = List.of(
            entry("StartingAccrualBalance", Topic.OTHER),
            entry("InterestAccrued", Topic.INTEREST_ACCRUALS),
            entry("AccrualReversal", Topic.OTHER),
            entry("FxTranslation", Topic.FX_TRANSLATION),
            entry("EndingAccrualBalance", Topic.OTHER));

    private NetValueRow() {}

    /** One day's value. */
    static Fact ofDay(Cells cells, FlexScope scope) {
        LocalDate day = scope.day(cells, "ReportDate", "Date");
        CurrencyCode currency = currency(cells, scope);
        List<StatementRow> rows = new ArrayList<>();
        PARTS.forEach(part -> add(rows, day, part.getValue(), currency, cells.number(part.getKey())));
        add(rows, day, null, currency, cells.required("Total", cells.number("Total")));
        return new Fact(scope.account(cells), rows, List.of());
    }

    /** The change over a period. */
    static Fact change(Cells cells, FlexScope scope) {
        return totals(CAUSES, "NET_ASSET_VALUE_CHANGE", "EndingValue", cells, scope, true);
    }

    /** Interest accrued over a period. */
    static Fact interest(Cells cells, FlexScope scope) {
        return totals(ACCRUED, "INTEREST_ACCRUALS", "EndingAccrualBalance", cells, scope, CashReportRow.isBase(cells));
    }

    private static Fact totals(
            List<Map.Entry<String, Topic>> items,
            String table,
            String needed,
            Cells cells,
            FlexScope scope,
            boolean inBase) {
        cells.required(needed, cells.number(needed));
        CurrencyCode currency = CashReportRow.unit(cells, scope, inBase)
                .map(CurrencyUnit::currency)
                .orElse(null);
        Period period = scope.period(cells);
        List<StatementRow> rows = new ArrayList<>();
        for (Map.Entry<String, Topic> item : items) {
            BigDecimal figure = cells.number(item.getKey());
            if (figure != null) {
                rows.add(new PrintedTotal(
                        item.getValue(), table, item.getKey(), null, currency, inBase, period, new Amount(figure)));
            }
        }
        return new Fact(scope.account(cells), rows, List.of());
    }

    private static void add(
            List<StatementRow> rows,
            LocalDate day,
            @Nullable String part,
            @Nullable CurrencyCode currency,
            @Nullable BigDecimal value) {
        if (value != null) {
            rows.add(new NetAssetValue(day, part, currency, new Amount(value)));
        }
    }

    private static @Nullable CurrencyCode currency(Cells cells, FlexScope scope) {
        return CashReportRow.unit(cells, scope, true)
                .map(CurrencyUnit::currency)
                .orElse(null);
    }
}
