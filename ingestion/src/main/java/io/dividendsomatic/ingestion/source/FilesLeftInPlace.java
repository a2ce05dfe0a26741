package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.ingestion.source.KeptFiles.Kept;
import io.dividendsomatic.ingestion.source.Shelves.Failure;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Afterwards#KEEP}: nothing is written where they lie, which may be read-only. */
final class FilesLeftInPlace implements FileEnds {
    /** Of a path, in a key: the end of a longer one, which tells more than its beginning. */
    private static final int MAX_PATH = 400;

    private final String source;
    private final KeptFiles kept;
    private final Refusals refusals;
    private @Nullable Set<Kept> known;

    FilesLeftInPlace(String source, KeptFiles kept, Refusals refusals) {
        this.source = source;
        this.kept = kept;
        this.refusals = refusals;
    }

    @Override
    public void read(InboxFile file, @Nullable FileId id, int year) {
        remember(file, id);
    }

    @Override
    public void refused(InboxFile file, @Nullable FileId id, Failure failure) {
        Kept now = now(file);
        String key = now.sizeBytes() + "/" + now.changedAt() + "/" + now.path();
        refusals.tell(source, key, now.path(), failure.code(), failure.message());
        remember(file, id);
    }

    @Override
    public Optional<FileId> earlier(InboxFile file) {
        String path = now(file).path();
        boolean known = known().stream().anyMatch(before -> before.path().equals(path));
        return known ? kept.taken(source, path) : Optional.empty();
    }

    @Override
    public boolean isOver(InboxFile file) {
        return known().contains(now(file));
    }

    private void remember(InboxFile file, @Nullable FileId id) {
        Kept now = now(file);
        kept.add(source, now, id);
        known().removeIf(earlier -> earlier.path().equals(now.path()));
        known().add(now);
    }

    private Set<Kept> known() {
        Set<Kept> loaded = known;
        if (loaded == null) {
            loaded = new HashSet<>(kept.of(source));
            known = loaded;
        }
        return loaded;
    }

    private static Kept now(InboxFile file) {
        String path = file.below().toString().replace('\\', '/');
        return new Kept(
                path.substring(Math.max(0, path.length() - MAX_PATH)),
                file.sizeBytes(),
                file.changedAt().toMillis());
    }
}
