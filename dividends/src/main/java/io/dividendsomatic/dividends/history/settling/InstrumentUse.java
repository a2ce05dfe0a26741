package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That an account's payments, or those that it expects, name an instrument.
 *
 * @param symbol by which they name it
 * @param payments how many
 */
public record InstrumentUse(AccountId account, @Nullable String symbol, InstrumentKey key, int payments) {

    /** One for each payment that tells its instrument, and for each that is expected. */
    static Stream<InstrumentUse> of(AccountHistory history) {
        return Stream.concat(
                history.payments().stream()
                        .flatMap(payment -> Stream.ofNullable(payment.key())
                                .map(key -> use(history, payment.instrument(), key, 1))),
                history.expected().stream().map(expected -> use(history, expected.instrument(), expected.key(), 0)));
    }

    private static InstrumentUse use(
            AccountHistory history, @Nullable Instrument instrument, InstrumentKey key, int payments) {
        return new InstrumentUse(history.account(), instrument == null ? null : instrument.symbol(), key, payments);
    }
}
