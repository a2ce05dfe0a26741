package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a format's files are written, as far as their bytes do not tell.
 *
 * @param encoding of files that are neither marked nor UTF-16 nor legal UTF-8
 * @param delimiter between cells; absent where the first line shows it
 */
public record Dialect(Charset encoding, @Nullable Character delimiter) {
    /** Unicode text; the first line shows the delimiter. */
    public static final Dialect PLAIN = new Dialect(UTF_8, null);
}
