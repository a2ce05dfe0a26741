package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.instruments.IdentifyInstrument;
import io.dividendsomatic.portfolio.instruments.IdentityDecision;
import io.dividendsomatic.portfolio.instruments.MergeInstruments;
import io.dividendsomatic.portfolio.instruments.Validity;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a person asks to decide: one of both.
 *
 * @param reason for whoever reads it later; may be left out
 */
record DecisionRequest(
        @Nullable Identify identify,
        @Nullable Merge merge,
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

    /** A name of an instrument. */
    record Alias(
            InstrumentAlias.@Nullable Kind kind,
            @Nullable String value,
            @Nullable String broker,
            @Nullable String exchange) {}

    /** Throws ApiProblem for what says nothing that can be decided. */
    IdentityDecision command() {
        String why = reason == null ? "" : reason.strip();
        if ((identify == null) == (merge == null) || why.length() > MAX_REASON) {
            throw bad("give either identify or merge, and a reason of up to " + MAX_REASON + " characters");
        }
        try {
            return identify != null
                    ? new IdentifyInstrument(
                            alias(identify.alias),
                            isin("isin", identify.isin),
                            new Validity(identify.from, identify.to),
                            why)
                    : new MergeInstruments(isin("from", merge.from), isin("into", merge.into), why);
        } catch (IllegalArgumentException refused) {
            throw bad(String.valueOf(refused.getMessage()));
        }
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
