package io.dividendsomatic.portfolio.kernel;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A security as a broker names it: by a symbol, an ISIN, a contract number or a name, at least one of them, and whatever
 * else the file tells. An {@code isin} stands here only when its check digit is right.
 *
 * @param conid IBKR's contract number
 * @param multiplier units of the underlying in one contract; absent means that the file does not say
 */
public record Instrument(
        @Nullable String symbol,
        @Nullable Isin isin,
        @Nullable String name,
        @Nullable String conid,
        @Nullable String figi,
        @Nullable String cusip,
        @Nullable String exchange,
        @Nullable String assetClass,
        @Nullable BigDecimal multiplier) {

    public Instrument {
        if (isBlank(symbol) && isin == null && isBlank(conid) && isBlank(name)) {
            throw new IllegalArgumentException("an instrument has a symbol, an ISIN, a contract number or a name");
        }
        multiplier = multiplier == null ? null : Decimals.canonical(multiplier);
    }

    public static Instrument ofSymbol(String symbol) {
        return new Instrument(symbol, null, null, null, null, null, null, null, null);
    }

    /** What makes two rows of one broker speak of one instrument: ISIN first, then conid, symbol, name. */
    public InstrumentKey key() {
        if (isin != null && !isin.isInternal()) {
            return new InstrumentKey("isin:" + isin);
        }
        if (conid != null) {
            return new InstrumentKey("conid:" + conid);
        }
        return new InstrumentKey(symbol != null ? "symbol:" + symbol : isin != null ? "isin:" + isin : "name:" + name);
    }

    /** What a person reads for it: its symbol, else its name, else its codes. */
    public String label() {
        return symbol != null ? symbol : name != null ? name : isin != null ? isin.code() : "conid " + conid;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** This instrument, with what it leaves open filled from another telling of the same. */
    public Instrument completedBy(Instrument other) {
        return new Instrument(
                symbol != null ? symbol : other.symbol,
                isin != null ? isin : other.isin,
                name != null ? name : other.name,
                conid != null ? conid : other.conid,
                figi != null ? figi : other.figi,
                cusip != null ? cusip : other.cusip,
                exchange != null ? exchange : other.exchange,
                assetClass != null ? assetClass : other.assetClass,
                multiplier != null ? multiplier : other.multiplier);
    }
}
