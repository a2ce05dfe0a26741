package io.dividendsomatic.ingestion.format.ibkr.flex;

import static java.util.Map.entry;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the cash report: one currency, or all of them in the base currency ({@code BASE_SUMMARY} as its currency, or
 * {@code BaseCurrency} as its level). Its first and last figure are balances, all others are printed sums of what moved
 * between them; their parts by segment, month and year are not read.
 */
final class CashReportRow {
    static final String TABLE = "CASH_REPORT";
    static final String BASE = "BASE_SUMMARY";
    private static final String START = "StartingCash";
    private static final String END = "EndingCash";
    private static final String BOTH_WAYS = "Deposits/Withdrawals";

    private static final List<Map.Entry<String, Topic>> ITEMS = List.of(
            entry("Commissions", Topic.COMMISSIONS),
            entry("ForexCommissions", Topic.COMMISSIONS),
            entry("BillableCommissions", Topic.OTHER),
            entry("CommissionCreditsRedemption", Topic.OTHER),
            entry(BOTH_WAYS, Topic.DEPOSITS_AND_WITHDRAWALS),
            entry("Deposits", Topic.DEPOSITS_AND_WITHDRAWALS),
            entry("Withdrawals", Topic.DEPOSITS_AND_WITHDRAWALS),
            entry("AccountTransfers", Topic.TRANSFERS),
            entry("InternalTransfers", Topic.TRANSFERS),
            entry("PaxosTransfers", Topic.TRANSFERS),
            entry("LinkingAdjustments", Topic.OTHER),
            entry("ExcessFundSweep", Topic.OTHER),
            entry("DebitCardActivity", Topic.OTHER),
            entry("BillPay", Topic.OTHER),
            entry("CarbonCredits", Topic.OTHER),
            entry("Donations", Topic.OTHER),
            entry("Dividends", Topic.DIVIDENDS),
            entry("PaymentInLieu", Topic.PAYMENTS_IN_LIEU),
            entry("WithholdingTax", Topic.WITHHOLDING_TAX),
            entry("871mWithholding", Topic.WITHHOLDING_TAX),
            entry("WithholdingTaxCollected", Topic.OTHER),
            entry("BrokerInterest", Topic.INTEREST),
            entry("BondInterest", Topic.INTEREST),
            entry("InsuredDepositInterest", Topic.INTEREST),
            entry("BrokerFees", Topic.FEES),
            entry("OtherFees", Topic.FEES),
            entry("AdvisorFees", Topic.FEES),
            entry("ClientFees", Topic.FEES),
            entry("ReferralFee", Topic.FEES),
            entry("CFDCharges", Topic.FEES),
            entry("FeesReceivables", Topic.OTHER),
            entry("TransactionTax", Topic.TAXES),
            entry("SalesTax", Topic.TAXES),
            entry("BillableSalesTax", Topic.OTHER),
            entry("TaxReceivables", Topic.OTHER),
            entry("NetTradesSales", Topic.SALES),
            entry("NetTradesPurchases", Topic.PURCHASES),
            entry("CashSettlingMtm", Topic.MARK_TO_MARKET),
            entry("RealizedVm", Topic.OTHER),
            entry("RealizedForexVm", Topic.OTHER),
            entry("IpoSubscription", Topic.OTHER),
            entry("FxTranslationGainLoss", Topic.FX_TRANSLATION),
            entry("OtherIncome", Topic.OTHER),
            entry("Other", Topic.OTHER),
            entry("EndingSettledCash", Topic.OTHER));

    private CashReportRow() {}

    static Fact read(Cells cells, FlexScope scope) {
        boolean inBase = isBase(cells);
        Optional<CurrencyUnit> unit = unit(cells, scope, inBase);
        Period period = scope.period(cells);
        List<StatementRow> rows = new ArrayList<>();
        add(rows, START, Topic.STARTING_CASH, cells, unit, period, inBase);
        for (Map.Entry<String, Topic> item : ITEMS) {
            boolean half = item.getKey().equals("Deposits") || item.getKey().equals("Withdrawals");
            Topic topic = half && cells.has(BOTH_WAYS) ? Topic.OTHER : item.getValue();
            add(rows, item.getKey(), topic, cells, unit, period, inBase);
        }
        add(rows, END, Topic.ENDING_CASH, cells, unit, period, inBase);
        if (rows.isEmpty()) {
            cells.required(END, null);
        }
        return new Fact(scope.account(cells), rows, List.of());
    }

    /** A report without any column for the currency has one row, in the base currency. */
    static boolean isBase(Cells cells) {
        String level = cells.text("LevelOfDetail");
        boolean silent = !cells.has("CurrencyPrimary") && level == null;
        return silent
                || BASE.equals(cells.text("CurrencyPrimary"))
                || BASE.equals(level)
                || "BaseCurrency".equalsIgnoreCase(level == null ? "" : level);
    }

    /** The row's currency; of a row over all currencies, the account's base currency where something names it. */
    static Optional<CurrencyUnit> unit(Cells cells, FlexScope scope, boolean inBase) {
        String currency = cells.text("CurrencyPrimary");
        if (currency != null && !currency.equals(BASE)) {
            return Optional.of(cells.unit("CurrencyPrimary"));
        }
        return inBase
                ? Optional.ofNullable(scope.base()).map(base -> new CurrencyUnit(base, 0))
                : Optional.of(cells.unit("CurrencyPrimary"));
    }

    private static void add(
            List<StatementRow> rows,
            String item,
            Topic topic,
            Cells cells,
            Optional<CurrencyUnit> unit,
            @Nullable Period period,
            boolean inBase) {
        Amount amount = amount(cells, item, unit);
        if (amount == null) {
            return;
        }
        CurrencyCode currency = unit.map(CurrencyUnit::currency).orElse(null);
        LocalDate day = period == null ? null : topic == Topic.STARTING_CASH ? period.from() : period.to();
        boolean balance = topic == Topic.STARTING_CASH || topic == Topic.ENDING_CASH;
        rows.add(
                balance && currency != null && day != null
                        ? new CashBalance(
                                day,
                                currency,
                                inBase,
                                topic == Topic.STARTING_CASH ? At.START_OF_DAY : At.END_OF_DAY,
                                amount,
                                cells.digits(item))
                        : new PrintedTotal(
                                topic, TABLE, item, null, currency, inBase, period, amount, cells.digits(item)));
    }

    private static @Nullable Amount amount(Cells cells, String item, Optional<CurrencyUnit> unit) {
        return unit.isPresent()
                ? cells.amount(item, unit.get())
                : Optional.ofNullable(cells.number(item)).map(Amount::new).orElse(null);
    }
}
