package io.dividendsomatic.app.admin;

import io.dividendsomatic.app.config.Failures;
import io.dividendsomatic.app.config.Failures.Failure;
import io.dividendsomatic.app.config.Processors;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the events before which processors of this program stand now. */
@Component
class DeadLetters {
    private static final Pattern OF_READ_MODEL = Pattern.compile("(.+)-(\\d+)");

    private final Failures failures;
    private final Processors processors;
    private final ReadModels models;
    private final EventLog log;

    DeadLetters(Failures failures, Processors processors, ReadModels models, EventLog log) {
        this.failures = failures;
        this.processors = processors;
        this.models = models;
        this.log = log;
    }

    /** By processor. */
    List<DeadLetter> all() {
        return failures.newest().stream()
                .sorted(Comparator.comparing(Failure::processor))
                .filter(failure -> log.position(failure.processor()) < failure.position())
                .flatMap(failure -> letter(failure).stream())
                .toList();
    }

    /** Has its processor try again; nothing when no processor stands there. */
    Optional<DeadLetter> retry(String id) {
        Optional<DeadLetter> found =
                all().stream().filter(letter -> letter.id().equals(id)).findFirst();
        found.ifPresent(letter -> processors.tryAgain(letter.processor()));
        return found;
    }

    /** Nothing when the processor belongs to a generation that is gone. */
    private Optional<DeadLetter> letter(Failure failure) {
        Matcher name = OF_READ_MODEL.matcher(failure.processor());
        boolean ofReadModel = name.matches() && models.find(name.group(1)).isPresent();
        String projection = ofReadModel ? name.group(1) : null;
        Integer generation = ofReadModel ? Integer.valueOf(name.group(2)) : null;
        if (projection != null && generation != null && !models.isRunning(projection, generation)) {
            return Optional.empty();
        }
        return log.find(failure.position())
                .map(event -> new DeadLetter(
                        failure.processor() + "-" + failure.position(),
                        failure.processor(),
                        projection,
                        generation,
                        projection == null || generation == null || models.active(projection) == generation,
                        event,
                        reason(failure.error()),
                        failure.since(),
                        failure.lastTriedAt(),
                        failure.attempts(),
                        waiting(failure, projection),
                        DeadLetter.remedyOf(projection)));
    }

    private long waiting(Failure failure, @Nullable String projection) {
        return projection == null
                ? Math.max(0, log.head() - failure.position())
                : models.find(projection)
                        .map(model -> log.countAfter(failure.position(), model.eventTypes()))
                        .orElse(0L);
    }

    /** The error with its cause, as they name themselves. */
    private static String reason(Throwable error) {
        return Stream.iterate(error, each -> each != null, Throwable::getCause)
                .limit(3)
                .map(each -> each.getClass().getSimpleName() + ": " + each.getMessage())
                .distinct()
                .reduce((one, next) -> one + "; caused by " + next)
                .orElse("");
    }
}
