package io.dividendsomatic.ingestion.format;

import java.util.List;

/** Whether a file is one of a format. */
public sealed interface Recognition {
    Recognition YES = new Recognised();
    Recognition NO = new Other();

    /** It is. */
    record Recognised() implements Recognition {}

    /** It has some of the format's columns and lacks these, without which it cannot be one. */
    record Close(List<String> missing) implements Recognition {
        public Close {
            missing = List.copyOf(missing);
        }
    }

    /** It is something else. */
    record Other() implements Recognition {}

    /** By the columns of a header: all of them, at least half of them, or fewer. */
    static Recognition byColumns(Header header, List<String> columns) {
        List<String> missing =
                columns.stream().filter(column -> !header.has(column)).toList();
        if (missing.isEmpty()) {
            return YES;
        }
        return 2 * missing.size() <= columns.size() ? new Close(missing) : NO;
    }
}
