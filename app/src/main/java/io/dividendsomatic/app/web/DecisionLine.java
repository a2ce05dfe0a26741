package io.dividendsomatic.app.web;

import io.dividendsomatic.portfolio.instruments.Decision;
import io.dividendsomatic.portfolio.instruments.IdentifyInstrument;
import io.dividendsomatic.portfolio.instruments.Instruments.Made;
import io.dividendsomatic.portfolio.instruments.MergeInstruments;
import io.dividendsomatic.portfolio.instruments.ShareCost;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision about instruments and its life.
 *
 * @param alias that means the instrument; absent when one ISIN was merged into another
 * @param merged the ISIN that was merged; absent when it is about an alias
 * @param isin by which the instrument is known
 * @param costOf the ISIN of whose cost a share goes to {@code isin}
 * @param share between 0 and 1
 * @param from the first day on which the alias means it; absent for ever before
 * @param sources the line of the alias file that says so; none when a person said it to the program
 */
record DecisionLine(
        int decision,
        Kind kind,
        @Nullable InstrumentAlias alias,
        @Nullable Isin merged,
        Isin isin,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Isin costOf,
        @Nullable BigDecimal share,
        String reason,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawal,
        List<SourceRef> sources) {
    static final Listing.Columns<DecisionLine> COLUMNS = new Listing.Columns<>(
            List.of(
                    "decision",
                    "kind",
                    "alias",
                    "merged",
                    "isin",
                    "from",
                    "to",
                    "reason",
                    "recordedAt",
                    "withdrawnAt",
                    "costOf",
                    "share"),
            DecisionLine::cells);

    /** What was decided. */
    enum Kind {
        IDENTIFY,
        MERGE,
        SHARE_COST
    }

    static DecisionLine of(Made made) {
        Decision decision = made.decision();
        SourceRef source = decision.source();
        List<SourceRef> sources = source == null ? List.of() : List.of(source);
        return switch (decision.content()) {
            case IdentifyInstrument d ->
                new DecisionLine(
                        decision.number(),
                        Kind.IDENTIFY,
                        d.alias(),
                        null,
                        d.isin(),
                        d.validity().from(),
                        d.validity().to(),
                        null,
                        null,
                        d.reason(),
                        made.recordedAt(),
                        made.withdrawnAt(),
                        made.withdrawal(),
                        sources);
            case MergeInstruments d ->
                new DecisionLine(
                        decision.number(),
                        Kind.MERGE,
                        null,
                        d.from(),
                        d.into(),
                        null,
                        null,
                        null,
                        null,
                        d.reason(),
                        made.recordedAt(),
                        made.withdrawnAt(),
                        made.withdrawal(),
                        sources);
            case ShareCost d ->
                new DecisionLine(
                        decision.number(),
                        Kind.SHARE_COST,
                        null,
                        null,
                        d.into(),
                        null,
                        null,
                        d.from(),
                        d.share(),
                        d.reason(),
                        made.recordedAt(),
                        made.withdrawnAt(),
                        made.withdrawal(),
                        sources);
        };
    }

    private static List<@Nullable Object> cells(DecisionLine line) {
        return Arrays.<@Nullable Object>asList(
                line.decision,
                line.kind,
                line.alias == null ? null : line.alias.toString(),
                line.merged,
                line.isin,
                line.from,
                line.to,
                line.reason,
                line.recordedAt,
                line.withdrawnAt,
                line.costOf,
                line.share);
    }
}
