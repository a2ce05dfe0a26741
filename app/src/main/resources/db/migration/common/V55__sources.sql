-- What is known of a source that is asked by a schedule: whose turn it is, how the last look ended, when the next one is.
CREATE TABLE source_state (
    name              VARCHAR(100) NOT NULL,
    plan              VARCHAR(200) NOT NULL, -- for which next_run_at was reckoned; another plan reckons anew
    next_run_at       TIMESTAMP(6) WITH TIME ZONE, -- null: by hand only
    lease_holder      VARCHAR(100),
    lease_until       TIMESTAMP(6) WITH TIME ZONE, -- by the database's clock
    runs              BIGINT       NOT NULL, -- looks that were begun
    started_at        TIMESTAMP(6) WITH TIME ZONE,
    ended_at          TIMESTAMP(6) WITH TIME ZONE, -- null while the last look is under way
    succeeded_at      TIMESTAMP(6) WITH TIME ZONE,
    taken             INTEGER      NOT NULL, -- by the last look
    known             INTEGER      NOT NULL,
    refused           INTEGER      NOT NULL,
    failures          INTEGER      NOT NULL, -- looks in a row that failed
    problem_code      VARCHAR(60),
    problem           TEXT,
    problem_lasting   BOOLEAN      NOT NULL,
    progress_done     BIGINT       NOT NULL,
    progress_total    BIGINT       NOT NULL,
    progress_at       TEXT,
    PRIMARY KEY (name)
);

-- What a source left where it was; the journal has what came as far as the intake.
CREATE TABLE source_refusal (
    source            VARCHAR(100) NOT NULL,
    refusal           VARCHAR(500) NOT NULL, -- by which the source knows it again
    what              TEXT         NOT NULL,
    code              VARCHAR(60)  NOT NULL,
    message           TEXT         NOT NULL,
    refused_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, refusal)
);

CREATE INDEX source_refusal_newest ON source_refusal (source, refused_at DESC);
