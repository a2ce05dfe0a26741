package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.events.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;

/** One content that was told for a day; its positions stand in a table of their own. */
@Entity
@Immutable
@Table(name = "holdings_snapshot")
@SuppressWarnings("NullAway.Init") // filled by the reader of the row
class SnapshotVersion {

    @EmbeddedId
    private Id id;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private int positions;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Embeddable
    record Id(
            int generation,
            String account,
            @Column(name = "as_of") LocalDate asOf,
            int version) {}

    protected SnapshotVersion() {}

    LocalDate asOf() {
        return id.asOf();
    }

    int version() {
        return id.version();
    }

    Origin origin() {
        return origin;
    }

    int positions() {
        return positions;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
