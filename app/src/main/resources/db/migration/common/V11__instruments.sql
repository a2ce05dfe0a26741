-- Part of the read model `holdings`: what files call their instruments, what was decided of them, what befell them.

-- One row a wording of an account; `wording` is the hash of its texts and the currency. A later file widens the days.
CREATE TABLE holdings_instrument (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    wording           VARCHAR(64)  NOT NULL,
    symbol            VARCHAR,
    isin              VARCHAR(12),
    name              VARCHAR,
    conid             VARCHAR,
    figi              VARCHAR,
    cusip             VARCHAR,
    exchange          VARCHAR,
    asset_class       VARCHAR,
    currency          VARCHAR(3),
    first_day         DATE, -- null when only a list without days says it
    last_day          DATE,
    span              BIGINT       NOT NULL, -- days from the first to the last, both counted; it only ever grows
    file_id           VARCHAR(64)  NOT NULL, -- that says it on the first day
    line              INTEGER      NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, wording)
);

-- Decisions on identity; `alias_…` and the validity of an identification, `merged` of a merge.
CREATE TABLE holdings_instrument_decision (
    generation        INTEGER      NOT NULL,
    decision          INTEGER      NOT NULL,
    alias_kind        VARCHAR(10),
    alias_value       VARCHAR(200),
    alias_broker      VARCHAR(32),
    alias_exchange    VARCHAR(200),
    valid_from        DATE,
    valid_to          DATE,
    merged            VARCHAR(12),
    isin              VARCHAR(12)  NOT NULL,
    reason            VARCHAR      NOT NULL,
    file_id           VARCHAR(64),
    line              INTEGER,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    withdrawn_at      TIMESTAMP(6) WITH TIME ZONE,
    withdrawal        VARCHAR,
    PRIMARY KEY (generation, decision)
);

-- Corporate actions as each file tells them; of one fact the greatest edition is right.
CREATE TABLE holdings_instrument_action (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    fact_id           VARCHAR(64)  NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    line              INTEGER      NOT NULL,
    action_date       DATE         NOT NULL,
    action            VARCHAR(20)  NOT NULL,
    broker_type       VARCHAR,
    quantity          NUMERIC(38,18),
    symbol            VARCHAR,
    isin              VARCHAR(12),
    name              VARCHAR,
    conid             VARCHAR,
    other_symbol      VARCHAR,
    other_isin        VARCHAR(12),
    other_name        VARCHAR,
    other_conid       VARCHAR,
    cancelled         BOOLEAN      NOT NULL,
    description       VARCHAR,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX holdings_instrument_action_fact ON holdings_instrument_action (generation, account, fact_id);
