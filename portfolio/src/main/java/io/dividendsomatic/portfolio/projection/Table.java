package io.dividendsomatic.portfolio.projection;

import java.util.Collections;

/** A table of a read model, into which rows are only ever inserted. */
public interface Table {
    String tableName();

    /** Those that a row gives, in its order, separated by commas. */
    String columns();

    default String copyStatement() {
        return "COPY " + tableName() + " (" + columns() + ") FROM STDIN";
    }

    default String insertStatement() {
        int count = columns().split(",", -1).length;
        return "INSERT INTO " + tableName() + " (" + columns() + ") VALUES ("
                + String.join(", ", Collections.nCopies(count, "?")) + ")";
    }
}
