package io.dividendsomatic.app.sources;

import java.util.List;
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

    SourcesController(Sources sources) {
        this.sources = sources;
    }

    @GetMapping
    List<SourceStatus> all() {
        return sources.all();
    }

    @GetMapping("/{name}")
    SourceStatus one(@PathVariable String name) {
        return sources.one(name);
    }

    /** Begins a look, and answers without waiting for its end. */
    @PostMapping("/{name}/poll")
    ResponseEntity<SourceStatus> poll(@PathVariable String name) {
        return ResponseEntity.accepted().body(sources.poll(name));
    }
}
