package io.dividendsomatic.ingestion.aliases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dividendsomatic.portfolio.instruments.DecideByFile.Line;
import io.dividendsomatic.portfolio.instruments.IdentifyInstrument;
import io.dividendsomatic.portfolio.instruments.MergeInstruments;
import io.dividendsomatic.portfolio.instruments.ShareCost;
import io.dividendsomatic.portfolio.instruments.Validity;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias.Kind;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instrument of the file.
 *
 * @param isin by which it is known
 * @param merges ISINs that are this instrument now
 * @param spinOffs what of its cost went elsewhere
 * @param reason of all that is decided here
 */
record Entry(
        @Nullable Text isin,
        @Nullable List<Alias> aliases,
        @Nullable List<Text> merges,
        @JsonProperty("spin-offs") @Nullable List<SpinOff> spinOffs,
        @Nullable Text reason) {

    /** A security that came of this one for nothing, and which part of the cost goes to it: 0.125, or 12.5 %. */
    record SpinOff(@Nullable Text isin, @Nullable Text cost) {
        private Line line(Isin from, String reason) {
            if (isin == null || cost == null) {
                int line = isin != null ? isin.line() : cost != null ? cost.line() : 0;
                throw new InvalidAliases(line, InvalidAliases.BAD_SHARE, "a spin-off has an isin and a cost");
            }
            Isin into = isin.as(Isin::new);
            return cost.as(
                    InvalidAliases.BAD_SHARE,
                    text -> new Line(cost.line(), new ShareCost(from, into, share(text), reason)));
        }

        private static BigDecimal share(String text) {
            if (!text.matches("[0-9]{1,3}([.][0-9]{1,18})? ?%?")) {
                throw new IllegalArgumentException("a share is written like 0.125 or 12.5%");
            }
            return text.endsWith("%")
                    ? new BigDecimal(text.substring(0, text.length() - 1).strip()).movePointLeft(2)
                    : new BigDecimal(text);
        }
    }

    /** A name: exactly one of the first five, a symbol or a name with its broker. */
    record Alias(
            @Nullable Text conid,
            @Nullable Text figi,
            @Nullable Text cusip,
            @Nullable Text symbol,
            @Nullable Text name,
            @Nullable Text broker,
            @Nullable Text exchange,
            @Nullable Text from,
            @Nullable Text to) {

        private Map.Entry<Kind, Text> named() {
            Map<Kind, Text> given = new EnumMap<>(Kind.class);
            put(given, Kind.CONID, conid);
            put(given, Kind.FIGI, figi);
            put(given, Kind.CUSIP, cusip);
            put(given, Kind.SYMBOL, symbol);
            put(given, Kind.NAME, name);
            if (given.size() != 1) {
                int line = given.values().stream().mapToInt(Text::line).max().orElse(0);
                throw new InvalidAliases(line, "an alias is one of conid, figi, cusip, symbol and name");
            }
            return given.entrySet().iterator().next();
        }

        private static void put(Map<Kind, Text> given, Kind kind, @Nullable Text text) {
            if (text != null) {
                given.put(kind, text);
            }
        }

        private Line line(Isin isin, String reason) {
            Map.Entry<Kind, Text> named = named();
            Text text = named.getValue();
            Broker of = broker == null ? null : broker.as(Broker::new);
            return text.as(value -> new Line(
                    text.line(),
                    new IdentifyInstrument(
                            new InstrumentAlias(named.getKey(), value, of, Text.orNull(exchange)),
                            isin,
                            new Validity(Text.day(from), Text.day(to)),
                            reason)));
        }
    }

    /** Throws InvalidAliases for what cannot be decided. */
    List<Line> lines() {
        if (isin == null) {
            throw new InvalidAliases(0, "an instrument without its isin");
        }
        Isin known = isin.as(Isin::new);
        String why = reason == null ? "" : reason.value();
        List<Line> lines = new ArrayList<>();
        if (aliases != null) {
            aliases.forEach(alias -> lines.add(alias.line(known, why)));
        }
        if (merges != null) {
            merges.forEach(merged -> lines.add(
                    merged.as(code -> new Line(merged.line(), new MergeInstruments(new Isin(code), known, why)))));
        }
        if (spinOffs != null) {
            spinOffs.forEach(spinOff -> lines.add(spinOff.line(known, why)));
        }
        return lines;
    }
}
