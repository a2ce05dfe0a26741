-- The read model `holdings`: what the accounts' events say, one row a fact, only ever inserted. Which version of a day
-- is current follows from its tellings at the time of the question, so that no order of arrival can spoil it.
-- Every key begins with the generation and is read from its end backwards.

CREATE TABLE holdings_account (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account)
);

-- The files that an account has recorded.
CREATE TABLE holdings_file (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, file_id)
);

-- What each file tells of an account's base currency; the greatest key is right.
CREATE TABLE holdings_base_currency (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    named             BOOLEAN      NOT NULL, -- false when inferred from rates
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, named, stated_at, precedence, file_id)
);

-- Rates to an account's base currency; among those of a currency the greatest key at or before a day is right.
CREATE TABLE holdings_fx_rate (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    rate_date         DATE         NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    line              INTEGER      NOT NULL,
    rate              NUMERIC(38,18) NOT NULL,
    base              VARCHAR(3), -- null when the file does not tell it
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, currency, rate_date, stated_at, precedence, file_id, line)
);

-- The contents that were told for a day, numbered as they came.
CREATE TABLE holdings_snapshot (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    as_of             DATE         NOT NULL,
    version           INTEGER      NOT NULL,
    origin            VARCHAR(10)  NOT NULL,
    positions         INTEGER      NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, as_of, version)
);

-- Which file told which content, and on which lines: `3,4;7` for two positions, the first on two lines. `number` is
-- that of the event on the account's stream.
CREATE TABLE holdings_telling (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    as_of             DATE         NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL,
    version           INTEGER      NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    lines             VARCHAR      NOT NULL,
    PRIMARY KEY (generation, account, as_of, file_id)
);

-- Each telling has the positions as its file states them: equal contents may differ in names and other details.
CREATE TABLE holdings_position (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    as_of             DATE         NOT NULL,
    telling           BIGINT       NOT NULL, -- its number
    ordinal           INTEGER      NOT NULL,
    symbol            VARCHAR,
    isin              VARCHAR(12),
    name              VARCHAR,
    conid             VARCHAR,
    figi              VARCHAR,
    cusip             VARCHAR,
    exchange          VARCHAR,
    asset_class       VARCHAR,
    multiplier        NUMERIC(38,18),
    currency          VARCHAR(3)   NOT NULL,
    quantity          NUMERIC(38,18) NOT NULL,
    mark_price        NUMERIC(38,18),
    market_value      NUMERIC(38,18),
    cost_basis        NUMERIC(38,18),
    unrealized_pnl    NUMERIC(38,18),
    fx_rate_to_base   NUMERIC(38,18),
    PRIMARY KEY (generation, account, as_of, telling, ordinal)
);
