package io.dividendsomatic.ingestion.format.ibkr.activity;

import static io.dividendsomatic.ingestion.format.ibkr.activity.SectionRule.ignored;
import static io.dividendsomatic.ingestion.format.ibkr.activity.SectionRule.read;

import io.dividendsomatic.ingestion.format.ibkr.Heading;
import io.dividendsomatic.ingestion.format.ibkr.InstrumentRow;
import io.dividendsomatic.ingestion.format.ibkr.PositionRow;
import io.dividendsomatic.ingestion.format.ibkr.activity.Totals.Figure;
import io.dividendsomatic.portfolio.statement.PrintedTotal.Topic;
import java.util.Map;
import java.util.Objects;

/** What is declared of each section. */
final class SectionRules {
    private static final Map<Section, SectionRule> RULES = Map.ofEntries(
            Map.entry(Section.STATEMENT, heading()),
            Map.entry(Section.ACCOUNT, heading()),
            Map.entry(
                    Section.NET_ASSET_VALUE,
                    read(BalanceSection::netAssetValue)
                            .passing(BalanceSection::passRateOfReturn)
                            .optional(
                                    "AssetClass PriorTotal CurrentLong CurrentShort CurrentTotal Change RateOfReturn")),
            Map.entry(
                    Section.CHANGE_IN_NAV,
                    read(BalanceSection::changeInNav)
                            .passing(BalanceSection::passBlank)
                            .required("FieldName FieldValue")),
            Map.entry(
                    Section.MARK_TO_MARKET,
                    read(RateSection::marks)
                            .passing(RateSection::passOver)
                            .optional(
                                    "AssetClass Symbol PriorQuantity CurrentQuantity PriorPrice CurrentPrice MarkToMarketGain Code")),
            Map.entry(
                    Section.CASH_REPORT,
                    read(BalanceSection::cash)
                            .passing(BalanceSection::passBlank)
                            .required("CashItem CurrencyPrimary Total")
                            .optional("Securities Futures MonthToDate YearToDate")),
            Map.entry(
                    Section.OPEN_POSITIONS,
                    read(PositionSection::read)
                            .passing(PositionSection::passOver)
                            .required(String.join(" ", PositionRow.REQUIRED))
                            .optional("LevelOfDetail AssetClass Multiplier CostBasisPrice CostBasisMoney MarkPrice"
                                    + " PositionValue FifoPnlUnrealized UnrealizedPercent Open Code")
                            .summing(PositionSection.FIGURES)),
            Map.entry(
                    Section.FOREX_BALANCES,
                    read(BalanceSection::forex)
                            .passing(BalanceSection::passForex)
                            .required("Description Quantity")
                            .optional(
                                    "AssetClass CurrencyPrimary CostBasisPrice CostBasisMoneyIn MarkPrice PositionValueIn"
                                            + " FifoPnlUnrealizedIn Code")
                            .summing()),
            Map.entry(
                    Section.TRADES,
                    read(TradeSection::read)
                            .passing(TradeSection::passOver)
                            .required("CurrencyPrimary Symbol Quantity")
                            .optional(
                                    "LevelOfDetail AssetClass DateTime Date SettleDate Exchange TradePrice ClosePrice MarkPrice"
                                            + " Proceeds NotionalValue Commission CommissionIn Basis RealizedGain RealizedPercent"
                                            + " MarkToMarketGain MarkToMarketGainIn Code Description TransactionID TradeID OrderID")
                            .summing(
                                    new Figure(Topic.PROCEEDS, "Proceeds"),
                                    new Figure(Topic.COMMISSIONS, "Commission"),
                                    new Figure(Topic.COMMISSIONS, "CommissionIn"),
                                    new Figure(Topic.REALIZED_GAIN, "RealizedGain"))),
            Map.entry(
                    Section.TRANSACTION_FEES,
                    cash(CashSection::fee, Topic.FEES)
                            .passing(CashSection::passTransactionFee)
                            .optional("AssetClass DateTime Symbol Quantity TradePrice Price")),
            Map.entry(Section.COMMISSION_ADJUSTMENTS, cash(CashSection::fee, Topic.FEES)),
            Map.entry(
                    Section.CORPORATE_ACTIONS,
                    read(ActionSection::read)
                            .required("CurrencyPrimary Description Quantity")
                            .optional(
                                    "AssetClass ReportDate DateTime Proceeds PositionValue RealizedGain Symbol Code TransactionID")
                            .summing()),
            Map.entry(
                    Section.TRANSFERS,
                    read(TransferSection::read)
                            .required("CurrencyPrimary Date")
                            .optional(
                                    "AssetClass Symbol Type Direction TransferCompany TransferAccount Quantity TransferPrice"
                                            + " PositionValue RealizedGain CashAmount Code TransactionID")
                            .summing()),
            Map.entry(
                    Section.GRANTS,
                    read(TransferSection::grant)
                            .passing(TransferSection::passGrant)
                            .required("Symbol Quantity")
                            .optional("ReportDate Date Description AwardDate VestingDate Price PositionValue")
                            .summing()),
            Map.entry(Section.DEPOSITS_AND_WITHDRAWALS, cash(CashSection::deposit, Topic.DEPOSITS_AND_WITHDRAWALS)),
            Map.entry(Section.FEES, cash(CashSection::fee, Topic.FEES).optional("Subtitle")),
            Map.entry(
                    Section.BORROW_FEES,
                    read(CashSection::borrowFee)
                            .passing(CashSection::passBorrowFee)
                            .required("CurrencyPrimary")
                            .optional(
                                    "ValueDate Date Symbol Quantity Price PositionValue FeeRate BorrowFee Amount Code")
                            .summing(new Figure(Topic.FEES, "BorrowFee"), new Figure(Topic.FEES, "Amount"))),
            Map.entry(
                    Section.SALES_TAX,
                    read(CashSection::salesTax)
                            .required("CurrencyPrimary Date")
                            .optional(
                                    "Description Country TaxType Payer TaxableAmount TaxRate SalesTax Amount Code TransactionID")
                            .summing(new Figure(Topic.TAXES, "SalesTax"), new Figure(Topic.TAXES, "Amount"))),
            Map.entry(Section.DIVIDENDS, cash(CashSection::dividend, Topic.DIVIDENDS)),
            Map.entry(Section.PAYMENTS_IN_LIEU, cash(CashSection::dividend, Topic.PAYMENTS_IN_LIEU)),
            Map.entry(Section.WITHHOLDING_TAX, cash(CashSection::tax, Topic.WITHHOLDING_TAX)),
            Map.entry(Section.INTEREST, cash(CashSection::interest, Topic.INTEREST)),
            Map.entry(
                    Section.INTEREST_ACCRUALS,
                    read(BalanceSection::interestAccrual)
                            .passing(BalanceSection::passBlank)
                            .required("CurrencyPrimary FieldName FieldValue")),
            Map.entry(Section.DIVIDEND_ACCRUALS, accruals(AccrualSection::change)),
            Map.entry(Section.OPEN_ACCRUALS, accruals(AccrualSection::open)),
            Map.entry(Section.RATES, read(RateSection::read).required("CurrencyPrimary FXRateToBase")),
            Map.entry(
                    Section.INSTRUMENTS,
                    read((line, cells) ->
                                    InstrumentRow.detail(cells, line.context().language()::assetClass))
                            .required(String.join(" ", InstrumentRow.REQUIRED))
                            .optional(
                                    "AssetClass Description Conid SecurityID SecurityIDType Underlying ListingExchange Multiplier Type"
                                            + " Expiry DeliveryMonth Strike Issuer Maturity Code")),
            Map.entry(Section.PERFORMANCE, ignored()),
            Map.entry(Section.REMARKS, ignored()));

    private SectionRules() {}

    static SectionRule of(Section section) {
        return Objects.requireNonNull(RULES.get(section));
    }

    private static SectionRule heading() {
        return read((line, cells) -> {
                    throw new IllegalStateException("the heading is read line by line");
                })
                .required(String.join(" ", Heading.REQUIRED));
    }

    private static SectionRule cash(SectionRule.Reader reader, Topic topic) {
        return read(reader)
                .required("CurrencyPrimary Amount")
                .optional("Date SettleDate Description Symbol AssetClass LevelOfDetail Code TransactionID")
                .summing(new Figure(topic, "Amount"));
    }

    private static SectionRule accruals(SectionRule.Reader reader) {
        return read(reader)
                .required("CurrencyPrimary Symbol")
                .optional("AssetClass Date ExDate PayDate Quantity Tax Fee GrossRate GrossAmount NetAmount Code")
                .summing(new Figure(Topic.DIVIDEND_ACCRUALS, "NetAmount"));
    }
}
