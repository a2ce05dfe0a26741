package io.dividendsomatic.app.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dividendsomatic.portfolio.instruments.IdentityQuestion;
import io.dividendsomatic.portfolio.instruments.InstrumentAction;
import io.dividendsomatic.portfolio.instruments.InstrumentLine;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.instruments.KnownAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The instruments that any file names, and what cannot be told of them without a person. */
@RestController
@RequestMapping("/api/v1/instruments")
@Tag(name = "Instruments")
class InstrumentsController {
    private static final List<String> COLUMNS = List.of(
            "instrument", "isin", "symbol", "name", "assetClass", "currency", "aliasCount", "accounts", "from", "to");
    private static final List<String> QUESTION_COLUMNS =
            List.of("kind", "alias", "isin", "instrument", "symbol", "name", "from", "to");

    private final Instruments instruments;
    private final Clock clock;

    InstrumentsController(Instruments instruments, Clock clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    /**
     * A page, and when it was known.
     *
     * @param asOf the last day of which files count; absent for every day
     */
    record InstrumentsPage(
            @Nullable LocalDate asOf,
            Instant knownAt,
            @JsonUnwrapped Listing<InstrumentLine> page) implements Tabular {

        @Override
        public List<String> header() {
            return page.header();
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return page.rows();
        }
    }

    /**
     * An instrument.
     *
     * @param asked the ISIN that was asked for, which may have been merged
     * @param sources lines that name it
     */
    record InstrumentAnswer(
            @Nullable LocalDate asOf,
            Instant knownAt,
            Isin asked,
            @JsonUnwrapped InstrumentLine instrument,
            List<KnownAlias> aliases,
            List<InstrumentAction> corporateActions,
            List<SourceRef> sources) {}

    /** The open questions; as a table, one line a candidate. */
    record QuestionsPage(Instant knownAt, List<IdentityQuestion> items, int page, int size, long total)
            implements Tabular {

        @Override
        public List<String> header() {
            return QUESTION_COLUMNS;
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return items.stream()
                    .flatMap(item -> item.candidates().stream()
                            .map(candidate -> Arrays.<@Nullable Object>asList(
                                    item.kind(),
                                    item.alias() == null ? null : item.alias().toString(),
                                    item.isin(),
                                    candidate.instrument(),
                                    candidate.symbol(),
                                    candidate.name(),
                                    candidate.from(),
                                    candidate.to())))
                    .toList();
        }
    }

    @GetTable
    @Operation(summary = "Every instrument that a file names, once, as it is known now")
    InstrumentsPage instruments(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @ParameterObject Paging paging) {
        Instant at = Moment.of(asOf, knownAt, clock).knownAt();
        List<InstrumentLine> all = instruments.list(at).stream()
                .filter(line -> isBy(line.from(), asOf))
                .toList();
        Listing<InstrumentLine> shown = new Listing<>(
                all.stream().skip(paging.skipped()).limit(paging.size()).toList(),
                paging.page(),
                paging.size(),
                all.size(),
                new Listing.Columns<>(COLUMNS, InstrumentsController::cells));
        return new InstrumentsPage(asOf, at, shown);
    }

    /** What no file dates is known on every day. */
    private static boolean isBy(@Nullable LocalDate from, @Nullable LocalDate asOf) {
        return from == null || asOf == null || !from.isAfter(asOf);
    }

    private static List<@Nullable Object> cells(InstrumentLine line) {
        return Arrays.<@Nullable Object>asList(
                line.instrument(),
                line.isin(),
                line.symbol(),
                line.name(),
                line.assetClass(),
                line.currency(),
                line.aliasCount(),
                line.accounts().stream().map(Object::toString).collect(Collectors.joining(" ")),
                line.from(),
                line.to());
    }

    @GetMapping("/{isin}")
    @Operation(summary = "An instrument, every name that means it and since when, and its corporate actions")
    InstrumentAnswer instrument(
            @PathVariable String isin,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        Instant at = Moment.of(asOf, knownAt, clock).knownAt();
        Isin asked = Isin.find(isin)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "BAD_PARAMETER",
                        "isin: shape or check digit of '" + isin + "' is wrong"));
        Instruments.Detail found = instruments
                .find(asked, at)
                .filter(known -> isBy(known.line().from(), asOf))
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_INSTRUMENT", "No file names the ISIN " + asked));
        List<KnownAlias> aliases = found.aliases().stream()
                .filter(alias -> isBy(alias.from(), asOf))
                .toList();
        List<SourceRef> sources = aliases.stream()
                .flatMap(alias -> alias.sources().stream())
                .distinct()
                .sorted()
                .toList();
        List<InstrumentAction> actions = found.actions().stream()
                .filter(action -> isBy(action.date(), asOf))
                .toList();
        return new InstrumentAnswer(asOf, at, asked, found.line(), aliases, actions, sources);
    }

    @GetTable("/questions")
    @Operation(summary = "Names that may mean several instruments, and decisions that contradict each other")
    QuestionsPage questions(@RequestParam(required = false) @Nullable Instant knownAt, @ParameterObject Paging paging) {
        Instant at = Moment.of(null, knownAt, clock).knownAt();
        List<IdentityQuestion> all = instruments.questions(at);
        List<IdentityQuestion> shown =
                all.stream().skip(paging.skipped()).limit(paging.size()).toList();
        return new QuestionsPage(at, shown, paging.page(), paging.size(), all.size());
    }
}
