package io.dividendsomatic.app.admin;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.portfolio.projection.ReadModel;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Read models for an administrator: how far they are, and building them again. */
@RestController
@RequestMapping("/api/v1/admin")
class AdminController {
    private final ReadModels models;
    private final Rebuilds rebuilds;

    AdminController(ReadModels models, Rebuilds rebuilds) {
        this.models = models;
        this.rebuilds = rebuilds;
    }

    /**
     * A rebuild as it stands.
     *
     * @param progress from 0 to 1 by events
     * @param diff what it told otherwise than the generation that answered when it was ready; absent before
     */
    record RebuildState(
            String id,
            String projection,
            int generation,
            Rebuilds.Status status,
            BigDecimal progress,
            long eventsReplayed,
            long eventsPerSecond,
            @Nullable GenerationDiff diff) {}

    @GetMapping("/projections")
    List<ReadModels.Status> projections() {
        return models.statuses();
    }

    @PostMapping("/projections/{name}/rebuild")
    ResponseEntity<RebuildState> rebuild(
            @PathVariable String name, @RequestParam(defaultValue = "manual") String accept) {
        ReadModel model = models.find(name)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_PROJECTION", "No projection " + name));
        Rebuilds.Accept word = Rebuilds.Accept.of(accept)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.BAD_REQUEST,
                        "BAD_PARAMETER",
                        "accept is manual, auto (without a difference) or always"));
        Rebuilds.Rebuild rebuild = rebuilds.start(model, word)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.CONFLICT, "REBUILD_RUNNING", "A rebuild of " + name + " is not finished"));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/admin/rebuilds/" + rebuild.id()))
                .body(state(rebuild));
    }

    @GetMapping("/rebuilds/{id}")
    RebuildState rebuild(@PathVariable String id) {
        return state(find(id));
    }

    @PostMapping("/rebuilds/{id}/accept")
    RebuildState accept(@PathVariable String id) {
        return state(rebuilds.accept(ready(id)));
    }

    @PostMapping("/rebuilds/{id}/discard")
    RebuildState discard(@PathVariable String id) {
        Rebuilds.Rebuild rebuild = find(id);
        return state(rebuilds.discard(rebuilds.isFailing(rebuild) ? rebuild : ready(id)));
    }

    private Rebuilds.Rebuild find(String id) {
        return rebuilds.find(id)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_REBUILD", "No rebuild " + id));
    }

    private Rebuilds.Rebuild ready(String id) {
        Rebuilds.Rebuild rebuild = find(id);
        if (rebuild.status() != Rebuilds.Status.READY) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "REBUILD_NOT_READY", "The rebuild is " + rebuild.status() + ", not READY");
        }
        return rebuild;
    }

    private RebuildState state(Rebuilds.Rebuild rebuild) {
        long events = rebuilds.eventsReplayed(rebuild);
        long millis = Math.max(1, rebuilds.duration(rebuild).toMillis());
        return new RebuildState(
                rebuild.id(),
                rebuild.readModel(),
                rebuild.generation(),
                rebuilds.isFailing(rebuild) ? Rebuilds.Status.FAILED : rebuild.status(),
                rebuilds.progress(rebuild),
                events,
                events * 1_000 / millis,
                rebuild.diff().orElse(null));
    }
}
