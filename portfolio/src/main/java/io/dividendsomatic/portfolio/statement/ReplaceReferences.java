package io.dividendsomatic.portfolio.statement;

import io.dividendsomatic.portfolio.kernel.FileId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Has the references of one file stand under a name, in place of those of any file before it.
 *
 * @param name for example {@code rates.yaml}
 * @param file none when there is nothing under the name any more
 */
public record ReplaceReferences(String name, @Nullable FileId file) {

    @TargetAggregateIdentifier
    public String stream() {
        return streamOf(name);
    }

    /** The stream of the references under a name. */
    public static String streamOf(String name) {
        return "references-named:" + name;
    }
}
