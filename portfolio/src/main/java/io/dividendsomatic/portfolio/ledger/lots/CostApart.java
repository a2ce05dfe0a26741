package io.dividendsomatic.portfolio.ledger.lots;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A charge of a trade in another currency than the position's, to which the trade's row states no rate: it is in no
 * lot's cost, travels with the lot, and is not converted here. Likewise what a corporate action paid or took for units
 * in another currency.
 *
 * @param date of the trade, at whose rate it is to be converted
 * @param cost negative when charged, positive when paid out; of a part of a lot its share
 */
public record CostApart(FactId booking, LocalDate date, Money cost) {

    /** Those of a trade; its other charges are part of what it cost or brought. */
    public static List<CostApart> of(Booking booking, Trade trade) {
        return TradeCash.of(booking, trade).apart();
    }

    /** The share of each that a part has in a whole. */
    static List<CostApart> share(List<CostApart> whole, BigDecimal part, BigDecimal of) {
        return whole.stream()
                .map(each -> each.costing(Share.of(each.cost.amount().value(), part, of)))
                .toList();
    }

    /** What stays of each once that share of them is gone. */
    static List<CostApart> less(List<CostApart> whole, List<CostApart> share) {
        List<CostApart> rest = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            CostApart each = whole.get(i);
            rest.add(each.costing(each.cost
                    .amount()
                    .value()
                    .subtract(share.get(i).cost.amount().value())));
        }
        return rest;
    }

    static List<CostApart> both(List<CostApart> some, List<CostApart> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        List<CostApart> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /**
     * Both, for an average that never gets rid of its oldest part: those of a month and currency are one sum, of the day of
     * the first of them.
     */
    static List<CostApart> averaged(List<CostApart> some, List<CostApart> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        Map<String, CostApart> sums = new LinkedHashMap<>();
        Stream.concat(some.stream(), others.stream())
                .forEach(each -> sums.merge(
                        YearMonth.from(each.date) + " " + each.cost.currency(),
                        each,
                        (first, more) -> new CostApart(first.booking, first.date, first.cost.plus(more.cost))));
        return List.copyOf(sums.values());
    }

    private CostApart costing(BigDecimal amount) {
        return new CostApart(booking, date, new Money(new Amount(amount), cost.currency()));
    }
}
