package io.dividendsomatic.dividends.income;

import io.dividendsomatic.dividends.income.InstrumentIncome.Known;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instrument stopped paying: three turns of its rhythm after its newest regular payment, an account that was
 * paid before held it on each of them, and its files tell beyond the last. What is not held, or not told of, shows nothing.
 */
final class Lapse {
    private static final int TURNS = 3;
    private static final int MONTHS = 12;

    private Lapse() {}

    static boolean of(List<Distribution> distributions, Frequency frequency, Known known, LocalDate asOf) {
        LocalDate newest = distributions.stream()
                .filter(distribution -> !distribution.special())
                .map(Distribution::date)
                .max(LocalDate::compareTo)
                .orElse(null);
        if (newest == null || !frequency.isRegular() || !isHeld(known.holding())) {
            return false;
        }
        List<LocalDate> turns = turnsAfter(newest, MONTHS / frequency.paymentsPerYear());
        return turns.getLast().isBefore(asOf)
                && known.payments().stream()
                        .filter(Payment::isStanding)
                        .map(Payment::account)
                        .distinct()
                        .filter(account -> isToldAfter(known.toldUntil(), account, turns.getLast()))
                        .anyMatch(account -> heldOnAll(turns, account, known));
    }

    private static List<LocalDate> turnsAfter(LocalDate newest, int months) {
        return IntStream.rangeClosed(1, TURNS)
                .mapToObj(turn -> newest.plusMonths((long) turn * months))
                .toList();
    }

    private static boolean isToldAfter(ToldUntil toldUntil, AccountId account, LocalDate day) {
        LocalDate until = toldUntil.of(account);
        return until != null && until.isAfter(day);
    }

    private static boolean heldOnAll(List<LocalDate> turns, AccountId account, Known known) {
        InstrumentKey key = known.payments().stream()
                .filter(payment -> payment.account().equals(account))
                .flatMap(payment -> Stream.ofNullable(payment.key()))
                .findFirst()
                .orElse(null);
        return key != null
                && turns.stream().allMatch(turn -> isLong(known.held().at(account, key, turn)));
    }

    private static boolean isHeld(@Nullable Holding holding) {
        return holding != null && isLong(holding.quantity());
    }

    private static boolean isLong(@Nullable Quantity quantity) {
        return quantity != null && quantity.value().signum() > 0;
    }
}
