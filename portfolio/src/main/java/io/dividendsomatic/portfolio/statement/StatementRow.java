package io.dividendsomatic.portfolio.statement;

/** One fact as a broker's file states it, in the domain's words. File and line stand on the event that carries it. */
public sealed interface StatementRow
        permits OpenPosition,
                Trade,
                CashDividend,
                PaymentInLieu,
                WithholdingTax,
                Interest,
                Fee,
                Deposit,
                Withdrawal,
                FxConversion,
                Transfer,
                CorporateAction,
                DividendAccrual,
                CashBalance,
                HoldingAfter,
                NetAssetValue,
                PrintedTotal,
                StatedGain,
                FxRateToBase,
                InstrumentDetail,
                StatementDetail,
                ReferenceRate,
                ReferenceDividend,
                ReferencePrice {}
