package io.dividendsomatic.ingestion.events;

import io.dividendsomatic.portfolio.kernel.FileId;

/** An event on the stream of one file. */
public sealed interface FileEvent
        permits FileArrived, RowsParsed, FileParsed, FileRejected, FileRetracted, FileRestored {
    FileId file();
}
