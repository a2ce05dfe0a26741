package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.holdings.Valuing.Basis;
import io.dividendsomatic.portfolio.transactions.Cash;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was held at the end of a day, in positions and in money. */
public record Standing(Holdings holdings, List<Cash> cash) {

    public Standing {
        cash = List.copyOf(cash);
    }

    /** Of the worst position, and with {@code cash} of the worst balance. */
    public Quality quality(boolean withCash) {
        Quality worst = Quality.ACTUAL;
        for (Holding holding : holdings.items()) {
            for (HeldIn part : holding.accounts()) {
                worst = worst.worse(quality(part, holdings.asOf()));
            }
        }
        boolean missing = withCash
                && cash.stream()
                        .anyMatch(balance -> balance.inReportingCurrency().balance() == null);
        return missing ? worst.worse(Quality.FX_MISSING) : worst;
    }

    /** Of the worst part. */
    public static Quality quality(Holding holding, LocalDate asOf) {
        return holding.accounts().stream().map(part -> quality(part, asOf)).reduce(Quality.ACTUAL, Quality::worse);
    }

    /** Of what one account holds. */
    public static Quality quality(HeldIn part, LocalDate asOf) {
        if (part.fx().status() == Fx.Status.MISSING) {
            return Quality.FX_MISSING;
        }
        if (part.marketValue() == null || part.costBasis() == null) {
            return Quality.NOT_STATED;
        }
        Basis basis = part.basis();
        if (basis != null && basis.source().equals(PositionValue.COST)) {
            return Quality.ESTIMATED;
        }
        LocalDate pricedOn = basis == null ? part.asOf() : basis.day();
        if (pricedOn.plusDays(Quality.STALE_AFTER_DAYS).isBefore(asOf)) {
            return Quality.STALE_PRICE;
        }
        return part.origin() == Origin.DERIVED ? Quality.RECONSTRUCTED : Quality.ACTUAL;
    }

    /** What a sum of that figure leaves out. */
    public List<Missing> unresolved(String figure, boolean withCash) {
        List<Missing> missing = new ArrayList<>(holdings.unresolved().stream()
                .filter(holding -> holding.figures().contains(figure))
                .map(Missing::of)
                .toList());
        if (withCash) {
            missing.addAll(Missing.ofCash(cash));
        }
        return missing;
    }
}
