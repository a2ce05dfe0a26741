-- Which generation of each read model answers.
CREATE TABLE read_model (
    name              VARCHAR(50) PRIMARY KEY,
    generation        INTEGER     NOT NULL
);

-- Every rebuild that was asked for.
CREATE TABLE rebuild (
    id                VARCHAR(36) PRIMARY KEY,
    read_model        VARCHAR(50) NOT NULL,
    generation        INTEGER     NOT NULL,
    status            VARCHAR(20) NOT NULL,
    accept            VARCHAR(20) NOT NULL,
    started_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    finished_at       TIMESTAMP(6) WITH TIME ZONE,
    events_replayed   BIGINT      NOT NULL,
    decided_at        TIMESTAMP(6) WITH TIME ZONE, -- accepted or discarded
    to_drop           INTEGER                      -- the generation that goes after the decision, until it is gone
);
