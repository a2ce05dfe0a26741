package io.dividendsomatic.dividends.matching;

import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that an issuer or a borrower of its shares paid to an account, with the tax that was withheld from it; or tax
 * that belongs to no payment for certain. All amounts are in the row's own currency and keep their sign.
 *
 * @param id of the booking
 * @param paymentEventId shared by the ordinary and the in-lieu part of one payment of the issuer
 * @param instrument absent for tax that names none
 * @param key by which this account knows the instrument
 * @param gross negative when an earlier payment is taken back; zero for unallocated tax
 * @param withholdingTax withheld is positive, given back is negative
 * @param reversed whether it and its opposite cancel out
 * @param fxRateToBase multiply by it to get the account's base currency, as the row states
 * @param description as the broker words it
 * @param taxCountry that took the tax, ISO 3166, where the words of its tax name one: {@code - US Tax}
 * @param tax the bookings of tax that are part of it, by date; of unallocated tax its own
 * @param candidates the payments to which unallocated tax may belong
 * @param sources of the booking and of its tax
 */
public record Payment(
        FactId id,
        FactId paymentEventId,
        AccountId account,
        @Nullable Instrument instrument,
        @Nullable InstrumentKey key,
        PaymentKind kind,
        LocalDate payDate,
        CurrencyCode currency,
        Amount gross,
        Amount withholdingTax,
        Terms terms,
        boolean reversed,
        @Nullable FxRate fxRateToBase,
        @Nullable String description,
        @Nullable String taxCountry,
        List<TaxPart> tax,
        List<FactId> candidates,
        List<SourceRef> sources) {
    /** By pay date, then by identity. */
    public static final Comparator<Payment> BY_DATE =
            Comparator.comparing(Payment::payDate).thenComparing(Payment::id);

    public Payment {
        tax = List.copyOf(tax);
        candidates = List.copyOf(candidates);
        sources = List.copyOf(sources);
    }

    /** The same about the same, in other words for its instrument. */
    public Payment of(Instrument told) {
        return new Payment(
                id,
                paymentEventId,
                account,
                told,
                key,
                kind,
                payDate,
                currency,
                gross,
                withholdingTax,
                terms,
                reversed,
                fxRateToBase,
                description,
                taxCountry,
                tax,
                candidates,
                sources);
    }

    /** Of the row, else by which its instrument is known. */
    public @Nullable Isin isin() {
        Isin own = instrument == null ? null : instrument.isin();
        return own != null && !own.isInternal() ? own : knownIsin().orElse(own);
    }

    /** By which the instrument is known now, whatever its row calls it. */
    public Optional<Isin> knownIsin() {
        return key == null ? Optional.empty() : Identities.isin(key);
    }

    /** What reached the account: gross less tax. */
    public Amount net() {
        return new Amount(gross.value().subtract(withholdingTax.value()));
    }

    /** Whether its files tell what came after tax alone, so that neither its gross nor its tax is known. */
    public boolean isAfterTax() {
        return !isTaxOnly() && DividendWords.saysAfterTax(description);
    }

    public boolean isTaxOnly() {
        return kind == PaymentKind.UNALLOCATED_TAX;
    }

    /** Whether it is tax on interest by its words: it names no instrument and could be of no payment. */
    public boolean isTaxOnInterest() {
        return isTaxOnly() && key == null && candidates.isEmpty() && DividendWords.saysInterest(description);
    }

    /** Whether it is income that stands: money paid and not taken back as a whole. */
    public boolean isStanding() {
        return !isTaxOnly() && !reversed;
    }
}
