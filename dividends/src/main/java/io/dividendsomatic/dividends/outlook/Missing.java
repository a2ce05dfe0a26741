package io.dividendsomatic.dividends.outlook;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** What is missing of the income from these positions, whether they are still held or not. */
public final class Missing {

    private Missing() {}

    /** The findings by date. */
    public static List<MissingMoney> of(Collection<Position> positions, Knowledge knowledge, Patience patience) {
        return positions.stream()
                .flatMap(position -> Stream.concat(
                        new MissingPayments(position, knowledge, patience).all(),
                        new MissingTax(position, knowledge.asOf(), patience).all()))
                .sorted(MissingMoney.BY_DATE)
                .toList();
    }
}
