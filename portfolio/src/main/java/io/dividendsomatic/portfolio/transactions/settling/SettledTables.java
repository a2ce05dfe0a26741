package io.dividendsomatic.portfolio.transactions.settling;

import java.util.List;

/** Every table that is settled. A further one is a further line here. */
final class SettledTables {
    static final List<SettledTable> ALL =
            List.of(new BookingTable(), new GainTable(), new CashTable(), new QuestionTable());

    private SettledTables() {}
}
