package io.dividendsomatic.portfolio.fx;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A book for each stretch of days in which a fact lies, fetched when the first of them is asked for: of what is known now
 * the one that is kept of its month.
 */
final class LazyBooks implements FxLookup {
    private final KeptBooks kept;
    private final Instant knownAt;
    private final StoredFx stored;
    private final UnaryOperator<LocalDate> first;
    private final UnaryOperator<LocalDate> last;
    private final Map<LocalDate, FxBook> books = new HashMap<>();
    private @Nullable Map<AccountId, CurrencyCode> bases;
    private boolean isPlaced;
    private KeptBooks.@Nullable Place place;

    /**
     * @param first day of the stretch in which a day lies
     * @param last day of it
     */
    LazyBooks(
            KeptBooks kept,
            Instant knownAt,
            StoredFx stored,
            UnaryOperator<LocalDate> first,
            UnaryOperator<LocalDate> last) {
        this.kept = kept;
        this.knownAt = knownAt;
        this.stored = stored;
        this.first = first;
        this.last = last;
    }

    @Override
    public ResolvedFx resolve(
            @Nullable AccountId account, CurrencyCode from, CurrencyCode to, LocalDate day, @Nullable FxRate own) {
        if (from.equals(to)) {
            return new ResolvedFx(Fx.identity(day), Step.IDENTITY, List.of());
        }
        return books.computeIfAbsent(first.apply(day), begin -> book(begin, last.apply(begin)))
                .resolve(account, from, to, day, own);
    }

    private FxBook book(LocalDate begin, LocalDate end) {
        if (!isPlaced) {
            place = kept.at(knownAt).orElse(null);
            isPlaced = true;
        }
        LocalDate month = KeptBooks.month(begin);
        return place == null
                ? told(begin, end).book()
                : kept.book(place, month, () -> told(month, month.plusMonths(1).minusDays(1)));
    }

    private ToldFx told(LocalDate begin, LocalDate end) {
        if (bases == null) {
            bases = stored.bases();
        }
        return new ToldFx(bases, stored.stated(begin, end, null), stored.published(begin, end, null));
    }
}
