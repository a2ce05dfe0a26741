package io.dividendsomatic.app.web;

import io.dividendsomatic.app.admin.ReadModels;
import io.dividendsomatic.app.web.ApiProblem.RowError;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.DryRun;
import io.dividendsomatic.ingestion.intake.FormatsAtHome;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.ingestion.journal.ImportJournal;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Takes files that are sent, or those of archives, and answers when the journal has finished them. */
@Component
class Uploads {
    /** How long an upload waits for its accounts; then it answers 202 and the entries tell later. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long it waits then for the views, so that the next question finds what the files said. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final String RETRACTED = "RETRACTED";
    private static final String TAKEN_BACK =
            "These bytes were taken back. DELETE /api/v1/imports/{fileId}/retraction makes them count again.";

    private final FormatsAtHome formats;
    private final Intake intake;
    private final DryRun dryRun;
    private final ImportJournal journal;
    private final ReadModels readModels;

    Uploads(FormatsAtHome formats, Intake intake, DryRun dryRun, ImportJournal journal, ReadModels readModels) {
        this.formats = formats;
        this.intake = intake;
        this.dryRun = dryRun;
        this.journal = journal;
        this.readModels = readModels;
    }

    /**
     * What became of a file that was sent.
     *
     * @param entry absent while the journal has not seen it
     */
    private record Part(
            Delivery delivery, Receipt receipt, @Nullable ImportEntry entry) {

        boolean is(Status status) {
            return !isConflict() && entry != null && entry.status() == status;
        }

        boolean isRunning() {
            return !isConflict() && (entry == null || entry.status() == Status.RUNNING);
        }

        boolean isNew() {
            return receipt instanceof Receipt.Taken && is(Status.PARSED);
        }

        boolean isConflict() {
            return receipt instanceof Receipt.Conflict || receipt instanceof Receipt.Retracted;
        }
    }

    /**
     * The answer about several files.
     *
     * @param items in their order as they were sent, those of an archive in its own
     * @param conflicts those that were not taken, because they belong to another account or were taken back
     */
    record Bundle(List<ImportEntry> items, List<RowError> conflicts) {}

    /** Throws ApiProblem when nothing of it was taken. */
    ResponseEntity<Object> take(List<Delivery> sent) throws InterruptedException {
        List<Part> parts = parts(opened(sent));
        readModels.awaitStored(SETTLING);
        return parts.size() == 1 ? answer(parts.getFirst()) : answer(parts);
    }

    /** What taking it would do; keeps nothing. */
    Object rehearse(List<Delivery> sent) {
        List<Delivery> files = opened(sent);
        if (files.size() == 1) {
            refuseRetracted(FileId.of(files.getFirst().content()));
        }
        List<Rehearsal> rehearsals = files.stream()
                .map(file -> Rehearsal.of(dryRun.of(file), file.content(), Rehearsal.MAX_ROWS / files.size()))
                .toList();
        return files.size() == 1 ? rehearsals.getFirst() : new Rehearsal.Bundle(rehearsals);
    }

    private List<Delivery> opened(List<Delivery> sent) {
        sent.forEach(this::refuseUnknownMapping);
        return sent.stream().flatMap(one -> one.opened().stream()).toList();
    }

    /** Throws ApiProblem, as the sending itself would. */
    private void refuseRetracted(FileId file) {
        if (journal.find(file)
                .filter(entry -> entry.status() == Status.RETRACTED)
                .isPresent()) {
            throw retracted(file);
        }
    }

    /** Throws ApiProblem: a name that is mistyped should not leave a refused file in the journal. */
    private void refuseUnknownMapping(Delivery sent) {
        String mapping = sent.mapping();
        if (mapping != null && !formats.hasMapping(mapping)) {
            List<RowError> problems = formats.problems().stream()
                    .map(problem -> new RowError(problem.line(), problem.place(), "BAD_MAPPING", problem.toString()))
                    .toList();
            throw new ApiProblem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            ProblemCode.UNKNOWN_MAPPING.name(),
                            "There is no mapping named " + mapping + ". Nothing was kept.")
                    .with(problems);
        }
    }

    private List<Part> parts(List<Delivery> files) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Receipt> receipts = intake.receive(files);
        List<Part> parts = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            Receipt receipt = receipts.get(i);
            if (receipt instanceof Receipt.UnderWay) { // perhaps for another account: asked again when it is read
                journal.await(receipt.file(), left(deadline));
                receipt = intake.receive(files.get(i));
            }
            ImportEntry entry = journal.await(receipt.file(), left(deadline)).orElse(null);
            parts.add(new Part(files.get(i), receipt, entry));
        }
        return parts;
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    private static ResponseEntity<Object> answer(Part part) {
        URI location = URI.create("/api/v1/imports/" + part.receipt().file());
        if (part.receipt() instanceof Receipt.Conflict conflict) {
            throw conflict(conflict.file(), message(conflict));
        }
        if (part.receipt() instanceof Receipt.Retracted retracted) {
            throw retracted(retracted.file());
        }
        ImportEntry entry = part.entry();
        if (entry == null || part.isRunning()) {
            return ResponseEntity.accepted().location(location).body(entry);
        }
        if (part.is(Status.REJECTED)) {
            throw refused(entry);
        }
        return ResponseEntity.status(part.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(location)
                .body(entry);
    }

    private static ResponseEntity<Object> answer(List<Part> parts) {
        Bundle bundle = bundle(parts);
        if (parts.stream().allMatch(Part::isConflict)) {
            String code = bundle.conflicts().getFirst().code();
            String all = "All of these files were taken for another account, or were taken back.";
            throw new ApiProblem(HttpStatus.CONFLICT, code, all)
                    .with("fileId", parts.getFirst().receipt().file())
                    .with(bundle.conflicts());
        }
        if (parts.stream().allMatch(part -> part.isConflict() || part.is(Status.REJECTED))) {
            throw refused(bundle);
        }
        return ResponseEntity.status(status(parts))
                .location(URI.create("/api/v1/imports"))
                .body(bundle);
    }

    private static HttpStatus status(List<Part> parts) {
        if (parts.stream().anyMatch(Part::isRunning)) {
            return HttpStatus.ACCEPTED;
        }
        return parts.stream().anyMatch(Part::isNew) ? HttpStatus.CREATED : HttpStatus.OK;
    }

    private static Bundle bundle(List<Part> parts) {
        List<ImportEntry> entries = new ArrayList<>();
        List<RowError> conflicts = new ArrayList<>();
        for (Part part : parts) {
            if (part.receipt() instanceof Receipt.Conflict conflict) {
                String message = part.delivery().name() + ": " + message(conflict);
                conflicts.add(new RowError(0, null, "ACCOUNT_CONFLICT", message));
            } else if (part.receipt() instanceof Receipt.Retracted) {
                conflicts.add(new RowError(0, null, RETRACTED, part.delivery().name() + ": " + TAKEN_BACK));
            } else if (part.entry() != null) {
                entries.add(part.entry());
            }
        }
        return new Bundle(entries, conflicts);
    }

    private static String message(Receipt.Conflict conflict) {
        return "These bytes were taken for " + conflict.first() + " and name no account themselves.";
    }

    private static ApiProblem retracted(FileId file) {
        return new ApiProblem(HttpStatus.CONFLICT, RETRACTED, TAKEN_BACK).with("fileId", file);
    }

    private static ApiProblem conflict(FileId file, String message) {
        return new ApiProblem(HttpStatus.CONFLICT, "ACCOUNT_CONFLICT", message).with("fileId", file);
    }

    private static ApiProblem refused(ImportEntry entry) {
        Problem problem = entry.problems().getFirst();
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, problem.code().name(), problem.message())
                .with(entry.problems().stream()
                        .map(row -> error(row, row.message()))
                        .toList())
                .with("fileId", entry.fileId());
    }

    /** With the code of the first, and each file's own under {@code errors} and {@code items}. */
    private static ApiProblem refused(Bundle bundle) {
        List<RowError> errors = new ArrayList<>(bundle.conflicts());
        for (ImportEntry entry : bundle.items()) {
            Problem problem = entry.problems().getFirst();
            errors.add(error(problem, entry.name() + ": " + problem.message()));
        }
        String code = bundle.items().getFirst().problems().getFirst().code().name();
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, code, "None of these files was taken.")
                .with(errors)
                .with("items", bundle.items());
    }

    private static RowError error(Problem problem, String message) {
        return new RowError(problem.line(), problem.column(), problem.code().name(), message);
    }
}
