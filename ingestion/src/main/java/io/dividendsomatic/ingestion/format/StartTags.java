package io.dividendsomatic.ingestion.format;

/**
 * Where the start tags of a well-formed document stand. The parser's own offsets drift where its buffer ends, so they
 * are counted here, in step with the elements that it reports.
 */
final class StartTags {
    private final String text;
    private int at;

    StartTags(String text) {
        this.text = text;
    }

    /** Moves to the next start tag and returns its offset; {@link #end} is behind it. */
    int next() {
        for (; ; ) {
            int begin = text.indexOf('<', at);
            if (begin < 0) {
                throw new IllegalStateException("the parser saw an element more than stands in the text");
            }
            if (text.startsWith("<!--", begin)) {
                skip(begin + 4, "-->");
            } else if (text.startsWith("<![CDATA[", begin)) {
                skip(begin + 9, "]]>");
            } else if (text.startsWith("<?", begin)) {
                skip(begin + 2, "?>");
            } else if (text.startsWith("</", begin)) {
                skip(begin + 2, ">");
            } else {
                at = closing(begin + 1);
                return begin;
            }
        }
    }

    /** The offset behind the tag that was found last. */
    int end() {
        return at;
    }

    private void skip(int from, String mark) {
        int found = text.indexOf(mark, from);
        at = found < 0 ? text.length() : found + mark.length();
    }

    /** Behind the first {@code >} outside quotes. */
    private int closing(int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return text.length();
    }
}
