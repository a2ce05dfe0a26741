package io.dividendsomatic.portfolio.transactions.settling;

import java.util.stream.Stream;

/** A table whose rows follow from all tellings of an account together. */
interface SettledTable extends SettledColumnsTable {

    /** Made one after the other while they are taken; in an order of no meaning, and no key stands twice. */
    Stream<SettledRow> rows(Settlement settlement);
}
