package io.dividendsomatic.ingestion.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A file in one generation of the journal. */
@Embeddable
record ImportKey(int generation, @Column(name = "file_id") String fileId) {}
