package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import java.util.List;
import java.util.Map;

/**
 * Everything that rates of a stretch of days rest on: where two are equal, so is every rate.
 *
 * @param bases the accounts' base currencies, where they are known
 * @param stated in ascending order of right
 * @param published likewise
 */
public record ToldFx(Map<AccountId, CurrencyCode> bases, List<StatedFx> stated, List<ReferenceFx> published) {

    public ToldFx {
        bases = Map.copyOf(bases);
        stated = List.copyOf(stated);
        published = List.copyOf(published);
    }

    public FxBook book() {
        return new FxBook(bases, stated, published);
    }
}
