package io.dividendsomatic.ingestion.format;

import io.dividendsomatic.ingestion.events.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of an XML document: its start tag is the row. Several may stand on one line.
 *
 * @param begin offset of the start tag in the text, {@code end} behind it
 * @param path names from the root to this element
 * @param attributes in file order
 * @param text directly inside it, without surrounding white space
 */
public record XmlElement(
        SourceText source, int begin, int end, List<String> path, Map<String, String> attributes, String text)
        implements SourceRow {

    public String name() {
        return path.getLast();
    }

    /** The name of the element that many levels below the root; empty when this one stands above it. */
    public String ancestor(int level) {
        return level < path.size() ? path.get(level) : "";
    }

    @Override
    public int line() {
        return source.lineAt(begin);
    }

    @Override
    public int lines() {
        return source.lineAt(end - 1) - line() + 1;
    }

    @Override
    public @Nullable Span span() {
        return source.span(begin, end);
    }

    @Override
    public String raw() {
        return source.text().substring(begin, end);
    }
}
