package io.dividendsomatic.ingestion.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of the journal. */
interface Imports extends Repository<Import, ImportKey> {

    Optional<Import> findByKey(ImportKey key);

    List<Import> findByKeyGenerationAndKeyFileIdIn(int generation, Collection<String> fileIds);

    @Query("select i from Import i where i.key.generation = :generation order by i.receivedAt desc, i.key.fileId")
    Page<Import> newestFirst(int generation, Pageable page);

    /** Those that gave nothing before those that gave a part, and these before those of which only something is odd. */
    @Query("select i from Import i where i.key.generation = :generation and i.attention and i.receivedAt <= :until"
            + " order by case when i.status = 'REJECTED' then 0 when i.rowsRejected > 0 then 1 else 2 end,"
            + " i.receivedAt desc, i.key.fileId")
    Page<Import> needingAttention(int generation, Instant until, Pageable page);

    long countByKeyGeneration(int generation);

    @Modifying
    @Transactional
    @Query("delete from Import i where i.key.generation = :generation")
    void deleteGeneration(int generation);
}
