package io.dividendsomatic.reporting.consolidated;

import io.dividendsomatic.portfolio.projection.Table;

/** The table of the first step. */
enum ReportingTable implements Table {
    EVENT;

    @Override
    public String tableName() {
        return "reporting_event";
    }

    @Override
    public String columns() {
        return "generation, account, number, recorded_at";
    }
}
