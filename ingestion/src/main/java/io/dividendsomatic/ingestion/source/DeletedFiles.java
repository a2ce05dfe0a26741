package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.source.Shelves.Failure;
import java.io.IOException;

/** {@link Afterwards#DELETE}. */
record DeletedFiles(Shelves shelves) implements FileEnds {

    @Override
    public void read(InboxFile file, int year) throws IOException {
        Shelves.delete(file.path());
    }

    @Override
    public void refused(InboxFile file, Failure failure) throws IOException {
        shelves.refused(file, failure);
    }
}
