-- The read model `dividends`, in two steps like `transactions`. The first keeps what files told of dividends, their tax,
-- corporate actions and accruals, one row a telling, only ever inserted. The second is settled: the payments that follow
-- from all tellings of an account together.

-- First step. `number` is that of the event on the account's stream, `ordinal` the place inside it.

CREATE TABLE dividends_account (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account)
);

-- The events that told something of the account, and how much of it is kept here.
CREATE TABLE dividends_event (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL,
    tellings          INTEGER      NOT NULL,
    accruals          INTEGER      NOT NULL,
    told_until        DATE,                  -- the last day of anything that it tells
    instruments       VARCHAR,               -- JSON: those with ISIN of all its other rows, by which symbols are known
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, number)
);

CREATE TABLE dividends_telling (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL,
    ordinal           INTEGER      NOT NULL,
    fact              VARCHAR(32)  NOT NULL,
    told              VARCHAR(10)  NOT NULL, -- BOOKED the first time, RETOLD in the same words, RESTATED in others
    file_id           VARCHAR(64)  NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    lines             VARCHAR      NOT NULL, -- of the file: `3,4`
    content           VARCHAR,               -- JSON as in the event; null when RETOLD, whatever the fact is about
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, number, ordinal)
);

CREATE TABLE dividends_accrual (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL,
    ordinal           INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    line              INTEGER      NOT NULL,
    content           VARCHAR      NOT NULL, -- JSON as in the event
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, number, ordinal)
);

-- How far the second step is.

-- A row to lock while a generation is settled.
CREATE TABLE dividends_settling (
    generation        INTEGER      PRIMARY KEY
);

CREATE TABLE dividends_settled (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL, -- of the newest event that was taken in
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- the latest of all that was taken in
    rules             VARCHAR      NOT NULL, -- the version of what was decided about instruments
    settled_rows      BIGINT       NOT NULL,
    PRIMARY KEY (generation, account)
);

-- Second step. `row_key` tells the rows of an account apart; `row_hash` is that of everything after it.

-- One row a payment, or a row of tax that no payment claims.
CREATE TABLE dividends_payment (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- the fact
    row_hash          BIGINT       NOT NULL,
    kind              VARCHAR(20)  NOT NULL,
    pay_date          DATE         NOT NULL,
    pay_month         VARCHAR(7)   NOT NULL, -- `2031-03`
    ex_date           DATE,
    payment_event     VARCHAR(32)  NOT NULL, -- shared by the ordinary and the in-lieu part
    isin              VARCHAR(12),
    symbol            VARCHAR,
    name              VARCHAR,
    conid             VARCHAR,
    instrument        VARCHAR,               -- its identity: `isin:US000000AA16`
    instrument_group  VARCHAR      NOT NULL, -- how a summary names it: ISIN, else identity, else nothing
    country           VARCHAR(2)   NOT NULL, -- by its tax or its ISIN; nothing where neither tells
    currency          VARCHAR(3)   NOT NULL,
    gross             NUMERIC(38,18) NOT NULL,
    withholding_tax   NUMERIC(38,18) NOT NULL, -- positive when withheld
    per_share         NUMERIC(38,18),
    per_share_currency VARCHAR(3),
    per_share_origin  VARCHAR(10),
    quantity          NUMERIC(38,18),
    expected_tax_rate NUMERIC(38,18),
    reversed          BOOLEAN      NOT NULL,
    standing          INTEGER      NOT NULL, -- 1 where it counts as a payment: not tax alone, not taken back
    fx_rate_to_base   NUMERIC(38,18),
    description       VARCHAR,
    tax_country       VARCHAR(2),            -- as the words of its tax say
    tax               VARCHAR      NOT NULL, -- its rows of tax: `<fact> 2031-03-03 3.75 false;…`
    candidates        VARCHAR      NOT NULL, -- payments to which unallocated tax may belong
    sources           VARCHAR      NOT NULL, -- files and lines: `<sha-256>:3,4;<sha-256>:7`
    PRIMARY KEY (generation, account, row_key)
);

CREATE INDEX dividends_payment_day ON dividends_payment (generation, pay_date, account, row_key);

-- Payments that brokers expect or expected.
CREATE TABLE dividends_expected (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- instrument, days, currency and rate
    row_hash          BIGINT       NOT NULL,
    isin              VARCHAR(12),
    symbol            VARCHAR,
    name              VARCHAR,
    conid             VARCHAR,
    instrument        VARCHAR      NOT NULL,
    ex_date           DATE,
    pay_date          DATE,
    currency          VARCHAR(3)   NOT NULL,
    per_share         NUMERIC(38,18),
    per_share_currency VARCHAR(3),
    per_share_origin  VARCHAR(10),
    quantity          NUMERIC(38,18),
    gross             NUMERIC(38,18),
    tax_rate          NUMERIC(38,18),
    since             DATE,
    still_open        BOOLEAN      NOT NULL,
    taken_off         DATE,
    sources           VARCHAR      NOT NULL,
    PRIMARY KEY (generation, account, row_key)
);

-- Splits of instruments with their ratio, to compare figures per share across them.
CREATE TABLE dividends_split (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- instrument, day and factor
    row_hash          BIGINT       NOT NULL,
    instrument        VARCHAR      NOT NULL,
    split_on          DATE         NOT NULL,
    factor            NUMERIC(38,18) NOT NULL, -- new shares for one old
    PRIMARY KEY (generation, account, row_key)
);
