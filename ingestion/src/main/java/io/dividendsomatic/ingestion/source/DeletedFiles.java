package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.source.Shelves.Failure;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Afterwards#DELETE}. */
record DeletedFiles(Shelves shelves) implements FileEnds {

    @Override
    public void read(InboxFile file, @Nullable FileId id, int year) throws IOException {
        Shelves.delete(file.path());
    }

    @Override
    public void refused(InboxFile file, @Nullable FileId id, Failure failure) throws IOException {
        shelves.refused(file, id, failure);
    }

    @Override
    public Optional<FileId> earlier(InboxFile file) {
        return shelves.earlier(file);
    }

    @Override
    public void putBack() {
        shelves.putBack();
    }
}
