package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;

/** An event on the stream of one account. */
public sealed interface AccountEvent
        permits AccountOpened,
                BaseCurrencyStated,
                InstrumentsDescribed,
                RatesStated,
                SnapshotTold,
                TransactionsBooked,
                FiguresPrinted,
                StatementRecorded,
                StatementRetracted,
                StatementRestored {
    AccountId account();
}
