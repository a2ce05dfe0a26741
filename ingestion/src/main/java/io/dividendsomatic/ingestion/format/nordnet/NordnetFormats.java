package io.dividendsomatic.ingestion.format.nordnet;

import io.dividendsomatic.ingestion.format.StatementFormat;
import io.dividendsomatic.portfolio.kernel.Broker;
import java.util.List;

/** The formats of Nordnet. */
public final class NordnetFormats {
    public static final List<StatementFormat> ALL = List.of(new Transactions(), new RealizedGains());

    static final Broker NORDNET = new Broker("nordnet");

    private NordnetFormats() {}
}
