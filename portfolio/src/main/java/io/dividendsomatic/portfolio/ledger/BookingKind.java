package io.dividendsomatic.portfolio.ledger;

import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;

/** The kinds of rows that book something, by the names that the REST contract gives them. */
public enum BookingKind {
    TRADE,
    DIVIDEND,
    PAYMENT_IN_LIEU,
    WITHHOLDING_TAX,
    INTEREST,
    FEE,
    DEPOSIT,
    WITHDRAWAL,
    FX_CONVERSION,
    TRANSFER,
    CORPORATE_ACTION;

    /** Throws IllegalArgumentException for a row that books nothing, such as a position. */
    public static BookingKind of(StatementRow row) {
        return switch (row) {
            case Trade trade -> TRADE;
            case CashDividend dividend -> DIVIDEND;
            case PaymentInLieu payment -> PAYMENT_IN_LIEU;
            case WithholdingTax tax -> WITHHOLDING_TAX;
            case Interest interest -> INTEREST;
            case Fee fee -> FEE;
            case Deposit deposit -> DEPOSIT;
            case Withdrawal withdrawal -> WITHDRAWAL;
            case FxConversion conversion -> FX_CONVERSION;
            case Transfer transfer -> TRANSFER;
            case CorporateAction action -> CORPORATE_ACTION;
            default ->
                throw new IllegalArgumentException(
                        "books nothing: " + row.getClass().getSimpleName());
        };
    }
}
