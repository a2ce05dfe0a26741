-- The import journal: one row a file. Texts that a sender chooses have no bound here; they have one where they come in.
CREATE TABLE import_entry (
    generation        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    name              TEXT         NOT NULL,
    source            VARCHAR(30)  NOT NULL,
    size_bytes        BIGINT       NOT NULL,
    received_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    status            VARCHAR(10)  NOT NULL,
    format            TEXT,
    parser_version    INTEGER,
    encoding          VARCHAR(40),
    accounts          TEXT         NOT NULL,
    accounts_open     INTEGER      NOT NULL,
    period_from       DATE,
    period_to         DATE,
    rows_total        INTEGER      NOT NULL,
    rows_parsed       INTEGER      NOT NULL,
    rows_rejected     INTEGER      NOT NULL,
    rows_ignored      INTEGER      NOT NULL,
    facts_new         INTEGER      NOT NULL,
    facts_known       INTEGER      NOT NULL,
    drift             TEXT         NOT NULL,
    ignored           TEXT         NOT NULL,
    problems          TEXT         NOT NULL,
    attention         BOOLEAN      NOT NULL,
    seen              BIGINT       NOT NULL,
    PRIMARY KEY (generation, file_id)
);

CREATE INDEX import_entry_newest ON import_entry (generation, received_at DESC, file_id);
