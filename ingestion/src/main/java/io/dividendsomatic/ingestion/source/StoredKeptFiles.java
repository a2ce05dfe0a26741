package io.dividendsomatic.ingestion.source;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In the table {@code kept_file}. */
@Component
class StoredKeptFiles implements KeptFiles {
    private final JdbcClient jdbc;

    StoredKeptFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Kept> of(String source) {
        return jdbc.sql("SELECT path, size_bytes, changed_at FROM kept_file WHERE source = :source")
                .param("source", source)
                .query((row, number) -> new Kept(row.getString(1), row.getLong(2), row.getLong(3)))
                .set();
    }

    @Override
    public Optional<FileId> taken(String source, String path) {
        return jdbc.sql("SELECT file_id FROM kept_file WHERE source = :source AND path = :path AND file_id IS NOT NULL")
                .param("source", source)
                .param("path", path)
                .query(String.class)
                .optional()
                .map(FileId::new);
    }

    @Override
    @Transactional
    public void add(String source, Kept file, @Nullable FileId id) {
        jdbc.sql("DELETE FROM kept_file WHERE source = :source AND path = :path")
                .param("source", source)
                .param("path", file.path())
                .update();
        jdbc.sql("INSERT INTO kept_file (source, path, size_bytes, changed_at, file_id)"
                        + " VALUES (:source, :path, :size, :changed, :id)")
                .param("source", source)
                .param("path", file.path())
                .param("size", file.sizeBytes())
                .param("changed", file.changedAt())
                .param("id", id == null ? null : id.sha256())
                .update();
    }
}
