package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.dividends.income.Splits;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.ReportedSums;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.ledger.lots.PositionKey;
import io.dividendsomatic.portfolio.transactions.settling.PositionCourse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;

/**
 * What the values of an account follow from.
 *
 * @param reported the sums of each reported day
 * @param positions of a reported day
 * @param listed the prices that vendors list of a position, by day
 * @param splits those that files of the account tell
 */
record Known(
        AccountId account,
        NavigableMap<LocalDate, List<ReportedSums.Sum>> reported,
        PositionCourse derived,
        Function<Instrument, InstrumentKey> identify,
        Function<LocalDate, List<HeldPosition>> positions,
        Function<PositionKey, NavigableMap<LocalDate, UnitValue>> listed,
        Map<InstrumentKey, Splits> splits) {}
