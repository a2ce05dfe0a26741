package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.nio.charset.StandardCharsets;

/**
 * A row in 64 bits, to see whether it is told again as it was: every component counts, decimals in canonical form. Made
 * anew from the events each time, never stored. Two rows of a million share one by chance once in 40 million accounts;
 * then a figure told otherwise would be taken for the same.
 */
record Fingerprint(long bits) {
    private static final int HEX_DIGITS = 16;

    static Fingerprint of(StatementRow row) {
        return of(row.toString());
    }

    /** Of a printed figure: it is the same one whatever else a file tells of its instrument than what identifies it. */
    static Fingerprint ofFigure(StatementRow figure) {
        return of(RowInstruments.map(figure, Fingerprint::identityOnly).toString());
    }

    private static Instrument identityOnly(Instrument instrument) {
        return new Instrument(null, null, instrument.key().value(), null, null, null, null, null, null);
    }

    private static Fingerprint of(String text) {
        String sha256 = FileId.of(text.getBytes(StandardCharsets.UTF_8)).sha256();
        return new Fingerprint(Long.parseUnsignedLong(sha256, 0, HEX_DIGITS, 16));
    }
}
