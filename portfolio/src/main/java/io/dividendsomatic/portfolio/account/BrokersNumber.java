package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The broker's own number of a booking, where the row has one: of a trade or a conversion that of the execution, else
 * that of the row; of others that of the row. It counts within a family of kinds, because one row may tell a dividend and
 * its tax under one number; dividends and payments in lieu are one family, and so are deposits and withdrawals, because
 * one file may call a thing this and the next one that.
 */
record BrokersNumber(String family, String of, String number) {

    static Optional<BrokersNumber> of(StatementRow row) {
        return switch (row) {
            case Trade trade -> ofExecution("TRADE", trade.references());
            case FxConversion conversion -> ofExecution("FX_CONVERSION", conversion.references());
            case CashDividend paid -> ofRow("DISTRIBUTION", paid.movement().references());
            case PaymentInLieu paid -> ofRow("DISTRIBUTION", paid.movement().references());
            case WithholdingTax tax -> ofRow("WITHHOLDING_TAX", tax.movement().references());
            case Interest interest -> ofRow("INTEREST", interest.movement().references());
            case Fee fee -> ofRow("FEE", fee.movement().references());
            case Deposit deposit -> ofRow("OWNERS_MONEY", deposit.movement().references());
            case Withdrawal withdrawal ->
                ofRow("OWNERS_MONEY", withdrawal.movement().references());
            case Transfer transfer -> ofRow("TRANSFER", transfer.references());
            case CorporateAction action -> ofRow("CORPORATE_ACTION", action.references());
            default -> Optional.empty();
        };
    }

    private static Optional<BrokersNumber> ofExecution(String family, References references) {
        return number(family, "trade", references.trade()).or(() -> ofRow(family, references));
    }

    private static Optional<BrokersNumber> ofRow(String family, References references) {
        return number(family, "transaction", references.transaction());
    }

    private static Optional<BrokersNumber> number(String family, String of, @Nullable String number) {
        return number == null || number.isBlank()
                ? Optional.empty()
                : Optional.of(new BrokersNumber(family, of, number.strip()));
    }

    String text() {
        return CanonicalText.of("family", family).words(of, number).toString();
    }
}
