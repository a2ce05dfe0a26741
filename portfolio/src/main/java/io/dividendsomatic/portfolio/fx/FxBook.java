package io.dividendsomatic.portfolio.fx;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rate that converts a fact, in this order:
 *
 * <ol>
 *   <li>the fact's own rate
 *   <li>what its account states for that day
 *   <li>what another account states for that day; of several, the first in order
 *   <li>what the user states for that day, or last before it within 7 days
 *   <li>what a central bank published for that day, or last before it within 7 days
 * </ol>
 *
 * Else it is missing. A rate that leads to the account's base currency only is completed by the first that leads on from
 * there. Everything is in memory, so that thousands of facts can be asked for; a book serves any number of threads.
 */
public final class FxBook implements FxLookup {
    private final AccountBook accounts;
    private final ReferenceBook manual;
    private final List<ReferenceBook> references;
    private final Map<Asked, Optional<Leg>> found = new ConcurrentHashMap<>();

    /**
     * @param bases the accounts' base currencies, where they are known
     * @param stated in ascending order of right: of those for one account, day and currency the last counts
     * @param published likewise, of those of one publisher for one day and pair
     */
    public FxBook(Map<AccountId, CurrencyCode> bases, List<StatedFx> stated, List<ReferenceFx> published) {
        this.accounts = new AccountBook(bases, stated);
        Map<String, List<ReferenceFx>> byPublisher = new TreeMap<>();
        published.forEach(rate -> byPublisher
                .computeIfAbsent(rate.publisher(), first -> new ArrayList<>())
                .add(rate));
        List<ReferenceFx> users = byPublisher.remove(ReferenceFx.MANUAL);
        this.manual = new ReferenceBook(Step.MANUAL, users == null ? List.of() : users);
        this.references = byPublisher.values().stream()
                .map(rates -> new ReferenceBook(Step.REFERENCE, rates))
                .toList();
    }

    private record Asked(@Nullable AccountId account, CurrencyCode from, CurrencyCode to, LocalDate day, Step step) {}

    @Override
    public ResolvedFx resolve(
            @Nullable AccountId account, CurrencyCode from, CurrencyCode to, LocalDate day, @Nullable FxRate own) {
        if (from.equals(to)) {
            return new ResolvedFx(Fx.identity(day), Step.IDENTITY, List.of());
        }
        Leg leg = own(account, from, to, day, own)
                .or(() -> find(new Asked(account, from, to, day, Step.SAME_ACCOUNT)))
                .orElse(null);
        return leg == null ? ResolvedFx.MISSING : leg.resolved();
    }

    /**
     * The rate of a fact of any of those accounts that has none of its own: the best, and of equal ones the first.
     *
     * @param accounts without any, every account is another
     */
    public ResolvedFx resolve(Collection<AccountId> accounts, CurrencyCode from, CurrencyCode to, LocalDate day) {
        return accounts.stream()
                .map(account -> resolve(account, from, to, day, null))
                .filter(found -> found.step() != null)
                .min(comparing(found -> requireNonNull(found.step())))
                .orElseGet(() -> resolve(null, from, to, day, null));
    }

    /** Without the account's base currency nobody knows where its own rate leads. */
    private Optional<Leg> own(
            @Nullable AccountId account, CurrencyCode from, CurrencyCode to, LocalDate day, @Nullable FxRate own) {
        CurrencyCode base = account == null ? null : accounts.base(account);
        if (account == null || own == null || base == null || base.equals(from)) {
            return Optional.empty();
        }
        Leg leg = Leg.of(own.value(), day, Step.OWN, account.toString(), null);
        return completed(leg, new Asked(account, base, to, day, Step.SAME_ACCOUNT));
    }

    /** The way, and the first that leads on from its end. */
    private Optional<Leg> completed(Leg leg, Asked rest) {
        return rest.from.equals(rest.to) ? Optional.of(leg) : find(rest).map(leg::then);
    }

    /** Memory of what was asked before; {@code computeIfAbsent} forbids asking for more meanwhile. */
    private Optional<Leg> find(Asked asked) {
        Optional<Leg> known = found.get(asked);
        if (known == null) {
            known = search(asked);
            found.put(asked, known);
        }
        return known;
    }

    private Optional<Leg> search(Asked asked) {
        return (asked.step.compareTo(Step.SAME_ACCOUNT) <= 0 ? sameAccount(asked) : Optional.<Leg>empty())
                .or(() -> asked.step.compareTo(Step.OTHER_ACCOUNT) <= 0 ? otherAccount(asked) : Optional.empty())
                .or(() -> asked.step.compareTo(Step.MANUAL) <= 0 ? manual(asked) : Optional.empty())
                .or(() -> references.stream()
                        .flatMap(book -> book.leg(asked.from, asked.to, asked.day).stream())
                        .findFirst());
    }

    private Optional<Leg> sameAccount(Asked asked) {
        return asked.account == null
                ? Optional.empty()
                : accounts.within(asked.account, asked.from, asked.to, asked.day, Step.SAME_ACCOUNT)
                        .or(() -> onwards(asked.account, asked, Step.SAME_ACCOUNT, Step.OTHER_ACCOUNT));
    }

    private Optional<Leg> otherAccount(Asked asked) {
        List<AccountId> others = accounts.tellingOn(asked.day).stream()
                .filter(other -> !other.equals(asked.account))
                .toList();
        return others.stream()
                .flatMap(other -> accounts.within(other, asked.from, asked.to, asked.day, Step.OTHER_ACCOUNT).stream())
                .findFirst()
                .or(() -> others.stream()
                        .flatMap(other -> onwards(other, asked, Step.OTHER_ACCOUNT, Step.MANUAL).stream())
                        .findFirst());
    }

    /** What an account tells to its base currency, and those after it from there. */
    private Optional<Leg> onwards(AccountId account, Asked asked, Step step, Step next) {
        AccountBook.ToBase toBase = accounts.toBase(account, asked.from, asked.day, step);
        return toBase == null
                ? Optional.empty()
                : completed(toBase.leg(), new Asked(asked.account, toBase.base(), asked.to, asked.day, next));
    }

    private Optional<Leg> manual(Asked asked) {
        return manual.leg(asked.from, asked.to, asked.day)
                .or(() -> manual.waysFrom(asked.from, asked.day).entrySet().stream()
                        .flatMap(way -> completed(
                                way.getValue(),
                                new Asked(asked.account, way.getKey(), asked.to, asked.day, Step.REFERENCE))
                                .stream())
                        .findFirst());
    }
}
