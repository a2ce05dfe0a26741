package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Words for tests: what files call an instrument, and what was decided of it. */
final class Seen {
    static final AccountId IBKR = AccountId.parse("ibkr:U0000001");
    static final AccountId OTHER_IBKR = AccountId.parse("ibkr:U0000002");
    static final AccountId NORDNET = AccountId.parse("nordnet:10000001");
    static final Isin ALFA = new Isin("US000000AA16");
    static final Isin BETA = new Isin("US000000BB22");
    static final Isin KUUSI = new Isin("FI0000000011");
    static final LocalDate JAN_1 = LocalDate.of(2031, 1, 1);
    private static final FileId FILE = FileId.of("a file".getBytes(StandardCharsets.UTF_8));
    private static final Instant KNOWN = Instant.parse("2031-06-01T00:00:00Z");

    private Seen() {}

    /** Text of the form {@code symbol/isin/conid/name/exchange}; parts may be blank or left out. */
    static Instrument instrument(String text) {
        String[] parts = text.split("/", -1);
        String isin = part(parts, 1);
        return new Instrument(
                part(parts, 0),
                isin == null ? null : new Isin(isin),
                part(parts, 3),
                part(parts, 2),
                null,
                null,
                part(parts, 4),
                null,
                null);
    }

    private static @Nullable String part(String[] parts, int i) {
        return i < parts.length && !parts[i].isBlank() ? parts[i] : null;
    }

    /** On days of 2031, counted from the first of January, which is 1. */
    static Sighting seen(AccountId account, String instrument, int from, int to) {
        Period days = new Period(day(from), day(to));
        return new Sighting(account, instrument(instrument), null, days, new SourceRef(FILE, from + 1), KNOWN);
    }

    static Sighting listed(AccountId account, String instrument) {
        return new Sighting(account, instrument(instrument), null, null, new SourceRef(FILE, 1), KNOWN);
    }

    static LocalDate day(int number) {
        return JAN_1.plusDays(number - 1L);
    }

    static IdentifyInstrument means(InstrumentAlias alias, Isin isin, Validity validity) {
        return new IdentifyInstrument(alias, isin, validity, "as the broker wrote");
    }

    static MergeInstruments merge(Isin from, Isin into) {
        return new MergeInstruments(from, into, "a new number");
    }

    static Decision decision(int number, IdentityDecision content) {
        return new Decision(number, content, null);
    }
}
