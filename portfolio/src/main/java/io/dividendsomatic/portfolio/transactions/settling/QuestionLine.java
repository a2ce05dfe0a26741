package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.lots.Gap;
import io.dividendsomatic.portfolio.ledger.lots.LotPosition;
import io.dividendsomatic.portfolio.ledger.lots.LotView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that the files leave open and a person can answer.
 *
 * @param kind of question, gap or transfer
 * @param quantity of units that it is about, where it is about some
 * @param facts that it is about
 * @param candidates that could answer it
 * @param sources every line that tells those facts
 */
public record QuestionLine(
        AccountId account,
        String kind,
        LocalDate date,
        @Nullable Isin isin,
        @Nullable String symbol,
        @Nullable String name,
        @Nullable Quantity quantity,
        List<FactId> facts,
        List<FactId> candidates,
        List<SourceRef> sources) {
    /** A leg of a transfer whose other side no file tells. */
    private static final String UNPAIRED = "TRANSFER_WITHOUT_ITS_OTHER_SIDE";

    /** A leg of a transfer of which several others could be the other side; those of other accounts are listed. */
    private static final String SEVERAL = "TRANSFER_WITH_SEVERAL_OTHER_SIDES";

    public QuestionLine {
        facts = List.copyOf(facts);
        candidates = List.copyOf(candidates);
        sources = List.copyOf(sources);
    }

    /** Of the row that asks it. */
    String key() {
        return FactId.of(kind + date + isin + symbol + name + quantity + facts + candidates)
                .value();
    }

    /** Whether matching, lots, missing history or a transfer raised it. */
    static Collection<QuestionLine> of(Settlement settlement) {
        LotView lots = settlement.ledger().fifo();
        Map<FactId, Booking> bookings = new HashMap<>();
        settlement.ledger().bookings().forEach(booking -> booking.told().forEach(id -> bookings.put(id, booking)));
        SortedMap<String, QuestionLine> lines = new TreeMap<>();
        Stream.of(
                        Stream.concat(settlement.ledger().undecided().stream(), lots.questions().stream())
                                .map(question -> line(
                                        settlement,
                                        question.kind().name(),
                                        question.date(),
                                        question.instrument(),
                                        null,
                                        question.facts(),
                                        question.candidates(),
                                        bookings)),
                        lots.gaps().stream()
                                .map(gap -> line(
                                        settlement,
                                        gap.reason().name(),
                                        gap.date(),
                                        instrument(gap, lots),
                                        gap.quantity(),
                                        List.of(gap.booking()),
                                        List.of(),
                                        bookings)),
                        settlement.unpaired().stream().map(open -> {
                            open.candidates()
                                    .forEach(other ->
                                            bookings.put(other.booking().id(), other.booking()));
                            Booking leg = open.leg().booking();
                            return line(
                                    settlement,
                                    open.candidates().isEmpty() ? UNPAIRED : SEVERAL,
                                    leg.date(),
                                    leg.view().instrument(),
                                    open.leg().row().quantity(),
                                    List.of(leg.id()),
                                    open.candidates().stream()
                                            .map(other -> other.booking().id())
                                            .toList(),
                                    bookings);
                        }))
                .flatMap(each -> each)
                .forEach(line -> lines.put(line.key(), line));
        return lines.values();
    }

    private static @Nullable Instrument instrument(Gap gap, LotView lots) {
        LotPosition position = lots.positions().get(gap.position());
        return position == null ? null : position.instrument();
    }

    private static QuestionLine line(
            Settlement settlement,
            String kind,
            LocalDate date,
            @Nullable Instrument instrument,
            @Nullable Quantity quantity,
            List<FactId> facts,
            List<FactId> candidates,
            Map<FactId, Booking> bookings) {
        List<SourceRef> sources = new ArrayList<>();
        Stream.concat(facts.stream(), candidates.stream()).forEach(fact -> {
            Booking booking = bookings.get(fact);
            sources.addAll(booking == null ? List.of() : booking.sources());
        });
        return new QuestionLine(
                settlement.account(),
                kind,
                date,
                instrument == null ? null : instrument.isin(),
                instrument == null ? null : instrument.symbol(),
                instrument == null ? null : instrument.name(),
                quantity,
                facts,
                candidates,
                sources.stream().distinct().sorted().toList());
    }
}
