package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The aliases by which a broker's row names its instrument, those that say most first. */
final class Names {

    private Names() {}

    static List<InstrumentAlias> of(Broker broker, Instrument instrument) {
        List<InstrumentAlias> aliases = new ArrayList<>();
        add(aliases, Kind.CONID, null, instrument.conid(), null);
        add(aliases, Kind.FIGI, null, instrument.figi(), null);
        add(aliases, Kind.CUSIP, null, instrument.cusip(), null);
        String exchange = instrument.exchange();
        add(aliases, Kind.SYMBOL, broker, instrument.symbol(), InstrumentAlias.fits(exchange) ? exchange : null);
        add(aliases, Kind.NAME, broker, instrument.name(), null);
        return aliases;
    }

    private static void add(
            List<InstrumentAlias> aliases,
            Kind kind,
            @Nullable Broker broker,
            @Nullable String value,
            @Nullable String exchange) {
        if (value != null && InstrumentAlias.fits(value)) {
            aliases.add(new InstrumentAlias(kind, value, broker, exchange));
        }
    }
}
