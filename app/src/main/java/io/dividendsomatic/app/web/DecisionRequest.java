package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.instruments.IdentifyInstrument;
import io.dividendsomatic.portfolio.instruments.IdentityDecision;
import io.dividendsomatic.portfolio.instruments.MergeInstruments;
import io.dividendsomatic.portfolio.instruments.ShareCost;
import io.dividendsomatic.portfolio.instruments.Validity;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a person asks to decide: one of the three.
 *
 * @param reason for whoever reads it later; may be left out
 */
record DecisionRequest(
        @Nullable Identify identify,
        @Nullable Merge merge,
        @Nullable Share shareCost,
        @Nullable String reason) {
    private static final int MAX_REASON = 1_000;

    /** An alias means an instrument, from one day to another; an absent end has no bound. */
    record Identify(
            @Nullable Alias alias,
            @Nullable String isin,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One ISIN is another now. */
    record Merge(@Nullable String from, @Nullable String into) {}

    /** A part of the cost of one ISIN goes to another, between 0 and 1. */
    record Share(
            @Nullable String from,
            @Nullable String into,
            @Nullable BigDecimal share) {}

    /** A name of an instrument. */
    record Alias(
            InstrumentAlias.@Nullable Kind kind,
            @Nullable String value,
            @Nullable String broker,
            @Nullable String exchange) {}

    /** Throws ApiProblem for what says nothing that can be decided. */
    IdentityDecision command() {
        String why = reason == null ? "" : reason.strip();
        long asked =
                Stream.of(identify, merge, shareCost).filter(Objects::nonNull).count();
        if (asked != 1 || why.length() > MAX_REASON) {
            throw bad("give one of identify, merge and shareCost, and a reason of up to " + MAX_REASON + " characters");
        }
        try {
            if (shareCost != null) {
                return shareCost(shareCost, why);
            }
            return identify != null
                    ? new IdentifyInstrument(
                            alias(identify.alias),
                            isin("isin", identify.isin),
                            new Validity(identify.from, identify.to),
                            why)
                    : merge(Objects.requireNonNull(merge), why);
        } catch (IllegalArgumentException refused) {
            throw bad(String.valueOf(refused.getMessage()));
        }
    }

    private static IdentityDecision merge(Merge merge, String why) {
        return new MergeInstruments(isin("from", merge.from), isin("into", merge.into), why);
    }

    private static IdentityDecision shareCost(Share asked, String why) {
        if (asked.share == null) {
            throw bad("shareCost needs a share between 0 and 1");
        }
        return new ShareCost(isin("from", asked.from), isin("into", asked.into), asked.share, why);
    }

    private static InstrumentAlias alias(@Nullable Alias alias) {
        if (alias == null || alias.kind == null || alias.value == null) {
            throw bad("identify needs an alias with kind and value");
        }
        return new InstrumentAlias(
                alias.kind, alias.value, alias.broker == null ? null : new Broker(alias.broker), alias.exchange);
    }

    private static Isin isin(String field, @Nullable String code) {
        return Isin.find(code == null ? "" : code.strip())
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "BAD_ISIN",
                        field + ": shape or check digit of the ISIN is wrong"));
    }

    private static ApiProblem bad(String detail) {
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "BAD_DECISION", detail);
    }
}
