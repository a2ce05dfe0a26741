package io.dividendsomatic.portfolio.events;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.util.List;

/** A file's instrument list told what the broker calls its instruments. */
public record InstrumentsDescribed(AccountId account, FileId file, List<Described> instruments)
        implements AccountEvent {

    public InstrumentsDescribed {
        instruments = List.copyOf(instruments);
    }

    /** One line of the list. */
    public record Described(int line, Instrument instrument) {}
}
