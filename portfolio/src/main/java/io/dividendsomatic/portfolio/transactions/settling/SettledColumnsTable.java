package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.projection.Table;

/** A settled table by its columns, which begin with {@code generation, account, row_key, row_hash}. */
public interface SettledColumnsTable extends Table {

    /** The columns after the common ones. */
    String ownColumns();

    @Override
    default String columns() {
        return "generation, account, row_key, row_hash, " + ownColumns();
    }
}
