package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.projection.Table;
import java.util.List;

/**
 * A table whose rows follow from all tellings of an account together. Its columns begin with {@code generation, account,
 * row_key, row_hash}.
 */
interface SettledTable extends Table {

    /** In an order of no meaning; no key stands twice. */
    List<SettledRow> rows(Settlement settlement);

    /** The columns after the common ones. */
    String ownColumns();

    @Override
    default String columns() {
        return "generation, account, row_key, row_hash, " + ownColumns();
    }
}
