package io.dividendsomatic.app.admin;

import io.dividendsomatic.app.web.ApiProblem;
import io.dividendsomatic.app.web.GetTable;
import io.dividendsomatic.app.web.Tabular;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be taken in, for an administrator. There are never more than there are processors. */
@RestController
@RequestMapping("/api/v1/admin/dead-letters")
class DeadLettersController {
    private final DeadLetters letters;

    DeadLettersController(DeadLetters letters) {
        this.letters = letters;
    }

    /** All of them, as one page. */
    record DeadLettersPage(List<DeadLetter> items, int page, int size, long total) implements Tabular {

        static DeadLettersPage of(List<DeadLetter> all) {
            return new DeadLettersPage(all, 0, Math.max(1, all.size()), all.size());
        }

        @Override
        public List<String> header() {
            return List.of("id", "processor", "event", "type", "stream", "reason", "since", "attempts", "waiting");
        }

        @Override
        public List<List<@Nullable Object>> rows() {
            return items.stream()
                    .map(letter -> Arrays.<@Nullable Object>asList(
                            letter.id(),
                            letter.processor(),
                            letter.event().number(),
                            letter.event().type(),
                            letter.event().stream(),
                            letter.reason(),
                            letter.since(),
                            letter.attempts(),
                            letter.waiting()))
                    .toList();
        }
    }

    @GetTable
    @Operation(
            summary = "Before which event a processor stands that it cannot take in, why, since when, and what to do")
    DeadLettersPage all() {
        return DeadLettersPage.of(letters.all());
    }

    @PostMapping("/{id}/retry")
    @Operation(summary = "Has the processor try again at once; whether it worked shows in the list")
    ResponseEntity<DeadLetter> retry(@PathVariable String id) {
        return letters.retry(id)
                .map(letter -> ResponseEntity.accepted().body(letter))
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "UNKNOWN_DEAD_LETTER", "No processor stands before an event as " + id));
    }
}
