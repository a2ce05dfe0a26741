package io.dividendsomatic.app.sources;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.ingestion.source.PlannedSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where files come from by themselves: when each source was asked, what it brought, and asking it now. */
@RestController
@RequestMapping("/api/v1/admin/sources")
class SourcesController {
    private final Sources sources;
    private final SourceRegistry registry;

    SourcesController(Sources sources, SourceRegistry registry) {
        this.sources = sources;
        this.registry = registry;
    }

    @GetMapping
    List<SourceStatus> all() {
        return sources.all();
    }

    @GetMapping("/{name}")
    SourceStatus one(@PathVariable String name) {
        return sources.status(find(name));
    }

    /** Begins a look, and answers without waiting for its end. */
    @PostMapping("/{name}/poll")
    ResponseEntity<SourceStatus> poll(@PathVariable String name) {
        PlannedSource source = find(name);
        if (!source.source().available()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "SOURCE_UNAVAILABLE", "What " + name + " reads is not there");
        }
        if (!sources.poll(source)) {
            throw new ApiProblem(HttpStatus.CONFLICT, "SOURCE_RUNNING", name + " is being asked just now");
        }
        return ResponseEntity.accepted().body(sources.status(source));
    }

    private PlannedSource find(String name) {
        return registry.find(name)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "UNKNOWN_SOURCE", "No source " + name));
    }
}
