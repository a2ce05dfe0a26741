package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.ibkr.DividendText;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sections of money that came or went, all of one shape: currency, date, description, amount. The description names
 * the instrument ({@link DividendText}). Negative dividends and positive taxes take earlier ones back and stay as stated.
 */
final class CashSection {
    private static final String AMOUNT = "Amount";

    private CashSection() {}

    static Fact dividend(Line line, Cells cells) {
        DividendText text = text(line, cells);
        Instrument instrument = cells.required("Description", instrument(line, cells, text));
        CashMovement movement = movement(line, cells, AMOUNT);
        UnitPrice perShare = perShare(text, movement);
        boolean inLieu = line.section() == Section.PAYMENTS_IN_LIEU
                || line.context().wording().isInLieu(line.cell("Description"));
        return line.fact(
                cells,
                inLieu
                        ? new PaymentInLieu(movement, instrument, null, perShare, null)
                        : new CashDividend(movement, instrument, null, perShare, null));
    }

    /** Tax on interest names no instrument. */
    static Fact tax(Line line, Cells cells) {
        Instrument instrument = instrument(line, cells, text(line, cells));
        return line.fact(cells, new WithholdingTax(movement(line, cells, AMOUNT), instrument, null));
    }

    static Fact interest(Line line, Cells cells) {
        Instrument bond = instrument(line, cells, text(line, cells));
        return line.fact(cells, new Interest(movement(line, cells, AMOUNT), bond));
    }

    static Fact deposit(Line line, Cells cells) {
        CashMovement movement = movement(line, cells, AMOUNT);
        boolean out = movement.amount().amount().value().signum() < 0;
        return line.fact(cells, out ? new Withdrawal(movement) : new Deposit(movement));
    }

    /** A fee, by the category that its subtitle names, or else its own column or its section. */
    static Fact fee(Line line, Cells cells) {
        return fee(line, cells, AMOUNT);
    }

    static Fact borrowFee(Line line, Cells cells) {
        return fee(line, cells, line.has("BorrowFee") ? "BorrowFee" : AMOUNT);
    }

    static Fact salesTax(Line line, Cells cells) {
        return fee(line, cells, line.has("SalesTax") ? "SalesTax" : AMOUNT);
    }

    static @Nullable String passTransactionFee(Line line) {
        return line.context().survey().chargesTransactionFees() ? null : "BREAKDOWN: part of the trade's commission";
    }

    static @Nullable String passBorrowFee(Line line) {
        return line.context().survey().booksBorrowFees() ? "BREAKDOWN: booked among interest or fees" : null;
    }

    private static Fact fee(Line line, Cells cells, String amount) {
        String subtitle = cells.text("Subtitle");
        Instrument instrument = instrument(line, cells, text(line, cells));
        String named = amount.equals(AMOUNT) ? line.sectionName() : line.label(amount);
        String category = subtitle != null ? subtitle : named;
        return line.fact(cells, new Fee(movement(line, cells, amount), category, instrument));
    }

    private static CashMovement movement(Line line, Cells cells, String amount) {
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        return new CashMovement(
                line.day(cells),
                new Money(cells.required(amount, cells.amount(amount, unit)), unit.currency()),
                null,
                null,
                cells.text("Description"),
                Line.references(cells));
    }

    private static @Nullable DividendText text(Line line, Cells cells) {
        return DividendText.find(cells.text("Description"), line.context().wording())
                .orElse(null);
    }

    private static @Nullable Instrument instrument(Line line, Cells cells, @Nullable DividendText text) {
        Instrument bySymbol = line.symbol(cells);
        if (text == null) {
            return bySymbol;
        }
        return bySymbol == null ? text.instrument() : bySymbol.completedBy(text.instrument());
    }

    /** A rate in another currency than the payment's is none of this payment. */
    private static @Nullable UnitPrice perShare(@Nullable DividendText text, CashMovement movement) {
        return Optional.ofNullable(text)
                .filter(told -> told.currency() == null
                        || told.currency().equals(movement.amount().currency()))
                .map(DividendText::perShare)
                .orElse(null);
    }
}
