package io.dividendsomatic.portfolio.transactions.settling;

import java.util.List;

/** A table whose rows follow from all tellings of an account together. */
interface SettledTable extends SettledColumnsTable {

    /** In an order of no meaning; no key stands twice. */
    List<SettledRow> rows(Settlement settlement);
}
