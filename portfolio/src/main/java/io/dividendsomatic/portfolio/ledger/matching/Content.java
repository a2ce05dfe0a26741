package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a fact that several files tell under identities of their own: the row in its native currency before one
 * that was converted, then the one that states most, then the greater edition and file. What it leaves open is filled
 * from the others, except figures that belong together: money settled is never mixed with another row's proceeds.
 */
final class Content {

    private Content() {}

    static Fact of(List<Fact> twins) {
        if (twins.size() == 1) {
            return twins.getFirst();
        }
        List<Fact> ranked = twins.stream().sorted(ranking(twins).reversed()).toList();
        StatementRow row = ranked.getFirst().row();
        for (Fact other : ranked.subList(1, ranked.size())) {
            row = completed(row, other.row());
        }
        Fact joined = ranked.getFirst().toldAlsoBy(ranked, row);
        return joined.withId(joined.told().first());
    }

    private static Comparator<Fact> ranking(List<Fact> twins) {
        return Comparator.<Fact>comparingLong(fact -> twins.stream()
                        .filter(other -> MoneyAgreement.isSourceOf(fact.row(), other.row()))
                        .count())
                .thenComparingLong(fact -> stated(fact.row()))
                .thenComparing(Fact::edition)
                .thenComparing(Fact::file)
                .thenComparing(Fact::id);
    }

    private static long stated(StatementRow row) {
        return switch (row) {
            case Trade t ->
                some(t.proceeds(), t.price(), t.costs().fee(), t.costs().tax(), t.statedGain(), t.statedCost());
            case CashDividend d -> some(d.perShare(), d.quantity(), d.exDate());
            case PaymentInLieu p -> some(p.perShare(), p.quantity(), p.exDate());
            case CorporateAction a -> some(a.cash(), a.value(), a.ratio(), a.other(), a.statedGain());
            case Transfer t -> some(t.costBasis(), t.marketValue(), t.cash());
            default -> 0;
        };
    }

    private static long some(@Nullable Object... figures) {
        return Stream.of(figures).filter(Objects::nonNull).count();
    }

    /** Both rows are of one kind: twins stand in one bucket, and an order is of the kind of its execution. */
    static StatementRow completed(StatementRow row, StatementRow other) {
        return switch (row) {
            case Trade t -> completed(t, (Trade) other);
            case CashDividend d -> {
                CashDividend e = (CashDividend) other;
                yield new CashDividend(
                        completed(d.movement(), e.movement()),
                        completed(d.instrument(), e.instrument()),
                        or(d.exDate(), e.exDate()),
                        or(d.perShare(), e.perShare()),
                        or(d.quantity(), e.quantity()));
            }
            case PaymentInLieu p -> {
                PaymentInLieu q = (PaymentInLieu) other;
                yield new PaymentInLieu(
                        completed(p.movement(), q.movement()),
                        completed(p.instrument(), q.instrument()),
                        or(p.exDate(), q.exDate()),
                        or(p.perShare(), q.perShare()),
                        or(p.quantity(), q.quantity()));
            }
            case WithholdingTax w -> {
                WithholdingTax v = (WithholdingTax) other;
                yield new WithholdingTax(
                        completed(w.movement(), v.movement()),
                        or(w.instrument(), v.instrument()),
                        or(w.exDate(), v.exDate()));
            }
            case Interest i -> {
                Interest j = (Interest) other;
                yield new Interest(completed(i.movement(), j.movement()), or(i.instrument(), j.instrument()));
            }
            case Fee f -> {
                Fee g = (Fee) other;
                yield new Fee(
                        completed(f.movement(), g.movement()),
                        or(f.category(), g.category()),
                        or(f.instrument(), g.instrument()));
            }
            case CorporateAction a -> completed(a, (CorporateAction) other);
            default -> row;
        };
    }

    private static Trade completed(Trade t, Trade u) {
        boolean noCosts = t.costs().equals(Costs.NONE);
        boolean comparable = t.currency().equals(u.currency());
        return new Trade(
                new TradeTime(
                        t.when().date(),
                        or(t.when().time(), u.when().time()),
                        or(t.when().settleDate(), u.when().settleDate())),
                completed(t.instrument(), u.instrument()),
                t.quantity(),
                t.currency(),
                t.price(),
                t.proceeds(),
                noCosts && comparable && t.settled() == null ? u.costs() : t.costs(),
                t.settled(),
                comparable ? or(t.fxRateToBase(), u.fxRateToBase()) : t.fxRateToBase(),
                comparable ? or(t.statedCost(), u.statedCost()) : t.statedCost(),
                comparable ? or(t.statedGain(), u.statedGain()) : t.statedGain(),
                t.level(),
                t.codes().isEmpty() ? u.codes() : t.codes(),
                or(t.description(), u.description()),
                completed(t.references(), u.references()));
    }

    private static CorporateAction completed(CorporateAction a, CorporateAction b) {
        return new CorporateAction(
                a.date(),
                or(a.time(), b.time()),
                or(a.reportDate(), b.reportDate()),
                a.action() == CorporateAction.Kind.OTHER ? b.action() : a.action(),
                or(a.brokerType(), b.brokerType()),
                completed(a.instrument(), b.instrument()),
                a.quantity(),
                or(a.cash(), b.cash()),
                or(a.value(), b.value()),
                or(a.statedGain(), b.statedGain()),
                or(a.ratio(), b.ratio()),
                or(a.other(), b.other()),
                a.cancelled(),
                or(a.description(), b.description()),
                completed(a.references(), b.references()),
                or(a.currency(), b.currency()),
                a.currency() == null || a.currency().equals(b.currency())
                        ? or(a.fxRateToBase(), b.fxRateToBase())
                        : a.fxRateToBase());
    }

    private static CashMovement completed(CashMovement one, CashMovement other) {
        boolean comparable = one.amount().currency().equals(other.amount().currency());
        return new CashMovement(
                one.date(),
                one.amount(),
                one.settled(),
                comparable ? or(one.fxRateToBase(), other.fxRateToBase()) : one.fxRateToBase(),
                or(one.description(), other.description()),
                completed(one.references(), other.references()));
    }

    private static References completed(References one, References other) {
        return new References(
                or(one.transaction(), other.transaction()),
                or(one.trade(), other.trade()),
                or(one.order(), other.order()),
                or(one.event(), other.event()));
    }

    private static Instrument completed(Instrument one, Instrument other) {
        return one.completedBy(other);
    }

    private static <T> @Nullable T or(@Nullable T one, @Nullable T other) {
        return one != null ? one : other;
    }
}
