package io.dividendsomatic.dividends.history;

import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.dividends.matching.TaxPart;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.transactions.Conversion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment as it is shown: the ordinary and the in-lieu part of one are two that share {@code paymentEventId}.
 *
 * @param isin by which the instrument is known, whatever its row calls it
 * @param toldIsin of its own row
 * @param withholdingTax positive when withheld
 * @param perShare gross, in the currency of the payment; absent where it is declared in another
 * @param declaredPerShare as it was declared
 * @param reversed whether it and its opposite cancel out
 * @param tax its rows of tax
 * @param candidates payments to which unallocated tax may belong
 * @param sources of the payment and of its tax
 */
public record Dividend(
        FactId factId,
        LocalDate payDate,
        @Nullable LocalDate exDate,
        AccountId account,
        @Nullable Isin isin,
        @Nullable Isin toldIsin,
        @Nullable String symbol,
        @Nullable String name,
        PaymentKind kind,
        FactId paymentEventId,
        CurrencyCode currency,
        Money gross,
        Money withholdingTax,
        Money net,
        @Nullable UnitPrice perShare,
        @Nullable Money declaredPerShare,
        @Nullable Quantity quantity,
        boolean reversed,
        @Nullable String description,
        List<TaxPart> tax,
        List<FactId> candidates,
        Fx fx,
        InReporting inReportingCurrency,
        List<SourceRef> sources) {

    public Dividend {
        tax = List.copyOf(tax);
        candidates = List.copyOf(candidates);
        sources = List.copyOf(sources);
    }

    /** The amounts in the reporting currency; absent without a rate. */
    public record InReporting(
            CurrencyCode currency,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal withholdingTax,
            @Nullable BigDecimal net) {}

    static Dividend of(Payment payment, Conversion conversion) {
        Instrument instrument = payment.instrument();
        Isin told = instrument == null ? null : instrument.isin();
        CurrencyCode currency = payment.currency();
        PerShare rate = payment.terms().perShare();
        Fx fx = conversion.rate(payment.account(), currency, payment.payDate(), payment.fxRateToBase());
        return new Dividend(
                payment.id(),
                payment.payDate(),
                payment.terms().exDate(),
                payment.account(),
                payment.knownIsin().orElse(told),
                told,
                instrument == null ? null : instrument.symbol(),
                instrument == null ? null : instrument.name(),
                payment.kind(),
                payment.paymentEventId(),
                currency,
                new Money(payment.gross(), currency),
                new Money(payment.withholdingTax(), currency),
                new Money(payment.net(), currency),
                rate != null && rate.currency().equals(currency) ? rate.amount() : null,
                rate == null ? null : new Money(new Amount(rate.amount().value()), rate.currency()),
                payment.terms().quantity(),
                payment.reversed(),
                payment.description(),
                payment.tax(),
                payment.candidates(),
                fx,
                new InReporting(
                        conversion.currency(),
                        fx.convert(payment.gross().value()).orElse(null),
                        fx.convert(payment.withholdingTax().value()).orElse(null),
                        fx.convert(payment.net().value()).orElse(null)),
                payment.sources());
    }
}
