package io.dividendsomatic.portfolio.transactions.settling;

import java.util.List;
import java.util.stream.Stream;

/** Every table that is settled. A further one is a further line here. */
final class SettledTables {
    static final List<SettledTable> ALL =
            List.of(new BookingTable(), new GainTable(), new CashTable(), new QuestionTable());

    static final DerivedDayTable DERIVED_DAYS = new DerivedDayTable();
    static final PositionDayTable POSITION_DAYS = new PositionDayTable();
    static final ReconciliationTable RECONCILIATION = new ReconciliationTable();

    /** What is written whenever an account is settled. */
    static final List<SettledColumnsTable> SETTLED =
            Stream.concat(ALL.stream(), Stream.of(DERIVED_DAYS, POSITION_DAYS)).toList();

    /** Also those that need more than the tellings of bookings. */
    static final List<SettledColumnsTable> TO_DROP = Stream.concat(
                    ALL.stream(), Stream.of(DERIVED_DAYS, POSITION_DAYS, RECONCILIATION))
            .toList();

    private SettledTables() {}
}
