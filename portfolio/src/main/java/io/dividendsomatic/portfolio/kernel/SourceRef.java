package io.dividendsomatic.portfolio.kernel;

/** Where a fact stands: a file and the line on which its record begins, counted from 1. */
public record SourceRef(FileId fileId, int line) implements Comparable<SourceRef> {

    public SourceRef {
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1, not " + line);
        }
    }

    @Override
    public int compareTo(SourceRef other) {
        int byFile = fileId.compareTo(other.fileId);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }
}
