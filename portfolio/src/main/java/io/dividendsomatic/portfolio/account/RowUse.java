package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.HoldingAfter;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatedGain;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.List;

/** What an account does with a row of a statement. */
enum RowUse {
    /** It changes the account, and is booked. */
    BOOKS,
    /** It checks what is booked, and is kept as printed. */
    CHECKS,
    /** It tells a position, a rate, an instrument or a line of the heading. */
    DESCRIBES,
    /** It belongs to no account. */
    REFERS;

    static RowUse of(StatementRow row) {
        return switch (row) {
            case Trade r -> BOOKS;
            case CashDividend r -> BOOKS;
            case PaymentInLieu r -> BOOKS;
            case WithholdingTax r -> BOOKS;
            case Interest r -> BOOKS;
            case Fee r -> BOOKS;
            case Deposit r -> BOOKS;
            case Withdrawal r -> BOOKS;
            case FxConversion r -> BOOKS;
            case Transfer r -> BOOKS;
            case CorporateAction r -> BOOKS;
            case PrintedTotal r -> CHECKS;
            case CashBalance r -> CHECKS;
            case HoldingAfter r -> CHECKS;
            case NetAssetValue r -> CHECKS;
            case StatedGain r -> CHECKS;
            case DividendAccrual r -> CHECKS;
            case OpenPosition r -> DESCRIBES;
            case FxRateToBase r -> DESCRIBES;
            case InstrumentDetail r -> DESCRIBES;
            case StatementDetail r -> DESCRIBES;
            case ReferenceRate r -> REFERS;
            case ReferenceDividend r -> REFERS;
            case ReferencePrice r -> REFERS;
        };
    }

    static List<StatementLine> select(RowUse use, List<StatementLine> rows) {
        return rows.stream().filter(line -> of(line.row()) == use).toList();
    }
}
