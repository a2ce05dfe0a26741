package io.dividendsomatic.app.web;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.portfolio.instruments.Decided;
import io.dividendsomatic.portfolio.instruments.DecisionRefused;
import io.dividendsomatic.portfolio.instruments.Instruments;
import io.dividendsomatic.portfolio.instruments.Instruments.Made;
import io.dividendsomatic.portfolio.instruments.WithdrawDecision;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person decides about instruments, and takes back. */
@RestController
@RequestMapping("/api/v1/instruments/decisions")
@Tag(name = "Instruments")
class DecisionsController {
    /** How long a decision waits for the views, so that the next question finds it. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private final CommandGateway commands;
    private final Instruments instruments;
    private final ReadModels readModels;
    private final Clock clock;

    DecisionsController(CommandGateway commands, Instruments instruments, ReadModels readModels, Clock clock) {
        this.commands = commands;
        this.instruments = instruments;
        this.readModels = readModels;
        this.clock = clock;
    }

    /** Why a decision is taken back. */
    record Withdrawal(@Nullable String reason) {}

    @PostMapping
    @Operation(summary = "Decides which instrument an alias means, or that two ISINs are one", description = """
                    Either identify or merge. An alias is a CONID, FIGI or CUSIP, or the SYMBOL (on an exchange, or on \
                    any) or NAME of a broker; it counts in rows that tell no ISIN, on the days given, ends included. \
                    Figures follow at once; what was told stays as it was.""")
    @ApiResponse(responseCode = "201", description = "It is decided")
    @ApiResponse(responseCode = "200", description = "The same was decided before and stands")
    @ApiResponse(
            responseCode = "409",
            description = "DECISION_CONFLICT or MERGE_CIRCLE: it contradicts one that stands")
    @ApiResponse(responseCode = "422", description = "BAD_DECISION, BAD_ISIN: it says nothing that can be decided")
    ResponseEntity<DecisionLine> decide(@RequestBody DecisionRequest request) throws InterruptedException {
        Decided decided = send(request.command());
        readModels.awaitStored(SETTLING);
        Optional<DecisionLine> line = line(decided.decision());
        URI location = URI.create("/api/v1/instruments/decisions/" + decided.decision());
        HttpStatus status = line.isEmpty() ? HttpStatus.ACCEPTED : decided.isNew() ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).location(location).body(line.orElse(null));
    }

    @PostMapping("/{decision}/withdrawal")
    @Operation(summary = "Takes a decision back; that it stood until now remains known")
    @ApiResponse(responseCode = "200", description = "It is taken back")
    @ApiResponse(responseCode = "404", description = "UNKNOWN_DECISION")
    @ApiResponse(
            responseCode = "409",
            description = "DECISION_WITHDRAWN already, or DECISION_OF_FILE: only the alias file takes it back")
    ResponseEntity<DecisionLine> withdraw(
            @PathVariable int decision, @RequestBody(required = false) @Nullable Withdrawal withdrawal)
            throws InterruptedException {
        String reason = withdrawal == null || withdrawal.reason == null ? "" : withdrawal.reason.strip();
        send(new WithdrawDecision(decision, reason));
        readModels.awaitStored(SETTLING);
        return ResponseEntity.ok(line(decision).orElse(null));
    }

    @GetTable
    @Operation(summary = "Every decision that was ever made, also those that were taken back")
    Listing<DecisionLine> decisions(
            @RequestParam(required = false) @Nullable Instant knownAt, @ParameterObject Paging paging) {
        List<Made> all = instruments.decisions(Moment.of(null, knownAt, clock).knownAt());
        List<DecisionLine> shown = all.stream()
                .skip(paging.skipped())
                .limit(paging.size())
                .map(DecisionLine::of)
                .toList();
        return new Listing<>(shown, paging.page(), paging.size(), all.size(), DecisionLine.COLUMNS);
    }

    @GetMapping("/{decision}")
    @Operation(summary = "One decision")
    DecisionLine decision(@PathVariable int decision) {
        return line(decision)
                .orElseThrow(() ->
                        new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_DECISION", "There is no decision " + decision));
    }

    /** Throws ApiProblem for what cannot stand beside the other decisions. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as the gateway's own
    private <R> R send(Object command) {
        try {
            return commands.sendAndWait(command);
        } catch (DecisionRefused refused) {
            boolean unknown = refused.code() == DecisionRefused.Code.UNKNOWN_DECISION;
            throw new ApiProblem(
                    unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT,
                    refused.code().name(),
                    String.valueOf(refused.getMessage()));
        } catch (ConcurrencyException atOnce) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "DECIDED_AT_ONCE", "Somebody else decided something just now. Try again.");
        }
    }

    private Optional<DecisionLine> line(int decision) {
        return instruments.decisions(Instant.MAX).stream()
                .filter(made -> made.decision().number() == decision)
                .map(DecisionLine::of)
                .findFirst();
    }
}
