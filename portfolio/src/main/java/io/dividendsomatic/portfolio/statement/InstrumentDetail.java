package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.Instrument;

/** What a file's instrument list tells of one instrument. */
public record InstrumentDetail(Instrument instrument) implements StatementRow {}
