package io.dividendsomatic.portfolio.transactions;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.transactions.settling.BookingFigures;
import io.dividendsomatic.portfolio.transactions.settling.BookingLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact of an account's ledger, however many rows and files tell it.
 *
 * @param tradeDate of cash the day on which it was paid or booked
 * @param isin by which the instrument is known, by what all files show and what was decided
 * @param toldIsin of the row itself
 * @param quantity of a dividend the units on which it was paid
 * @param amount the effect on cash; of a trade with its costs in that currency; absent when it moves none, or when no
 *     file tells how much
 * @param counterAmount the other leg of a conversion
 * @param fee negative when charged, like {@code tax}: what a trade or conversion cost beside its price
 * @param costsApart those of {@code fee} and {@code tax} that are in no cost of a position and in no gain, since the row
 *     states no rate between their currency and the trade's
 * @param statedCost the broker's own cost basis, with the sign that the file gives it
 * @param settled what the broker booked to a balance, where that is another sum than {@code amount}
 */
public record Transaction(
        FactId factId,
        AccountId account,
        BookingKind kind,
        LocalDate tradeDate,
        @Nullable LocalDate settleDate,
        @Nullable Isin isin,
        @Nullable Isin toldIsin,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable Quantity quantity,
        @Nullable UnitPrice price,
        @Nullable Money amount,
        @Nullable Money counterAmount,
        @Nullable Money fee,
        @Nullable Money tax,
        List<Money> costsApart,
        @Nullable Money statedCost,
        @Nullable Money settled,
        @Nullable String description,
        Fx fx,
        InReporting inReportingCurrency,
        List<SourceRef> sources) {

    public Transaction {
        costsApart = List.copyOf(costsApart);
        sources = List.copyOf(sources);
    }

    static Transaction of(BookingLine line, Conversion conversion) {
        BookingFigures figures = line.figures();
        Money amount = figures.amount();
        Fx fx = conversion.rate(
                line.account(), amount == null ? null : amount.currency(), line.date(), figures.rateToBase());
        return new Transaction(
                line.fact(),
                line.account(),
                line.kind(),
                line.date(),
                figures.settleDate(),
                line.isin(),
                line.toldIsin(),
                line.symbol(),
                line.name(),
                figures.quantity(),
                figures.price(),
                amount,
                figures.counterAmount(),
                figures.fee(),
                figures.tax(),
                figures.costsApart(),
                figures.statedCost(),
                figures.settled(),
                line.description(),
                fx,
                new InReporting(
                        conversion.currency(),
                        fx.convert(amount == null ? null : amount.amount().value())
                                .orElse(null)),
                line.sources());
    }

    /** The amount in the reporting currency; absent without amount or rate. */
    public record InReporting(
            CurrencyCode currency, @Nullable BigDecimal amount) {}
}
