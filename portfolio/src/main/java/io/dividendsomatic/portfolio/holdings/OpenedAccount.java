package io.dividendsomatic.portfolio.holdings;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An account that a file has named, since when. */
@Entity
@Immutable
@Table(name = "holdings_account")
@SuppressWarnings("NullAway.Init") // filled by the reader of the row
class OpenedAccount {

    @EmbeddedId
    private Id id;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Embeddable
    record Id(int generation, String account) {}

    protected OpenedAccount() {}

    String account() {
        return id.account();
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
