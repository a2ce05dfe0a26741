package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.FileId;

/** An account was asked to take back, or to restore, what a file never told it. */
public final class NeverRecorded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeverRecorded(FileId file) {
        super("no statement of this file was ever recorded: " + file);
    }
}
