package io.dividendsomatic.portfolio.holdings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The contents of the days by generation. */
interface SnapshotVersions extends Repository<SnapshotVersion, SnapshotVersion.Id> {

    Optional<SnapshotVersion> findById(SnapshotVersion.Id id);

    Page<SnapshotVersion>
            findByIdGenerationAndIdAccountAndIdAsOfLessThanEqualAndRecordedAtLessThanEqualOrderByIdAsOfAscIdVersionAsc(
                    int generation, String account, LocalDate asOf, Instant knownAt, Pageable page);
}
