package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.history.settling.ToldDividends.Progress;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.projection.OneMoment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The payments of accounts by instrument, read once for all questions that rest on all of them, whatever their day. An
 * account's count while it is settled up to the same event by the same rules, which the moment of the question tells.
 */
@Component
class KeptPayments {
    /** A payment takes one or two kilobytes. The accounts that go beyond it are read each time. */
    private static final int MOST_PAYMENTS = 20_000;

    private final StoredPayments stored;
    private final ToldDividends told;
    private final Map<AccountId, Kept> kept = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();

    KeptPayments(StoredPayments stored, ToldDividends told) {
        this.stored = stored;
        this.told = told;
    }

    /** How far an account is settled; what was told and is not settled yet makes no difference. */
    private record State(int generation, long settled, String rules) {
        static State of(int generation, Progress progress) {
            return new State(generation, progress.settled(), String.valueOf(progress.rules()));
        }
    }

    /** @param byInstrument absent where there are too many */
    private record Kept(State state, int count, @Nullable Map<InstrumentKey, List<Payment>> byInstrument) {}

    private record Asked(KeptPayments of, int generation) {}

    /**
     * Those of the instruments; in no order that counts.
     *
     * @param accounts all when none is named
     */
    List<Payment> of(int generation, List<AccountId> accounts, Collection<InstrumentKey> instruments) {
        List<Payment> payments = new ArrayList<>();
        List<AccountId> others = new ArrayList<>();
        for (Progress progress : progress(generation)) {
            AccountId account = progress.account();
            if (accounts.isEmpty() || accounts.contains(account)) {
                Map<InstrumentKey, List<Payment>> known = kept(account, State.of(generation, progress)).byInstrument;
                if (known == null) {
                    others.add(account);
                } else {
                    instruments.forEach(key -> payments.addAll(known.getOrDefault(key, List.of())));
                }
            }
        }
        if (!others.isEmpty()) {
            payments.addAll(stored.payments(generation, others, instruments));
        }
        return payments;
    }

    private List<Progress> progress(int generation) {
        return OneMoment.once(new Asked(this, generation), () -> told.progress(generation));
    }

    private Kept kept(AccountId account, State state) {
        Kept known = kept.get(account);
        if (known != null && known.state.equals(state)) {
            return known;
        }
        reading.lock();
        try {
            Kept meanwhile = kept.get(account);
            if (meanwhile != null && meanwhile.state.equals(state)) {
                return meanwhile;
            }
            Kept fresh = read(account, state);
            kept.put(account, fresh);
            return fresh;
        } finally {
            reading.unlock();
        }
    }

    private Kept read(AccountId account, State state) {
        int others = kept.entrySet().stream()
                .filter(other -> !other.getKey().equals(account))
                .mapToInt(other -> other.getValue().count)
                .sum();
        int count = stored.count(state.generation, account);
        if (others + count > MOST_PAYMENTS) {
            return new Kept(state, 0, null);
        }
        PaymentQuery all = new PaymentQuery(List.of(account), null, null, null);
        return new Kept(
                state,
                count,
                stored.payments(state.generation, all).stream()
                        .filter(payment -> payment.key() != null)
                        .collect(Collectors.groupingBy(payment -> Objects.requireNonNull(payment.key()))));
    }
}
