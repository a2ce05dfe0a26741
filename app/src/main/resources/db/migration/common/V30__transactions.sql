-- The read model `transactions`, in two steps. The first keeps what files told, one row a telling, only ever inserted.
-- The second is settled: what follows from all tellings of an account together. It is a pure function of the first, so
-- that no order of arrival can spoil it, and only its rows that come out otherwise are written anew.

-- First step. `number` is that of the event on the account's stream, `ordinal` the place inside it.

CREATE TABLE transactions_account (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account)
);

-- The events that told something, and how much.
CREATE TABLE transactions_event (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL,
    tellings          INTEGER      NOT NULL,
    transfers         INTEGER      NOT NULL, -- among the tellings: they link accounts
    figures           INTEGER      NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, number)
);

CREATE TABLE transactions_telling (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL,
    ordinal           INTEGER      NOT NULL,
    fact              VARCHAR(32)  NOT NULL,
    told              VARCHAR(10)  NOT NULL, -- BOOKED the first time, RETOLD in the same words, RESTATED in others
    kind              VARCHAR(20),           -- null when RETOLD, like the day and the content: as it was BOOKED
    booked_on         DATE,
    file_id           VARCHAR(64)  NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    lines             VARCHAR      NOT NULL, -- of the file: `3,4`
    content           VARCHAR,               -- JSON as in the event
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, number, ordinal)
);

-- What brokers print to check the bookings by: balances, totals, values.
CREATE TABLE transactions_figure (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    kind              VARCHAR(30)  NOT NULL,
    number            BIGINT       NOT NULL,
    ordinal           INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    line              INTEGER      NOT NULL,
    content           VARCHAR      NOT NULL, -- JSON as in the event
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, number, ordinal)
);

-- How far the second step is.

-- A row to lock while a generation is settled.
CREATE TABLE transactions_settling (
    generation        INTEGER      PRIMARY KEY
);

CREATE TABLE transactions_settled (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL, -- of the newest event that was taken in
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- the latest of all that was taken in
    rules             VARCHAR      NOT NULL, -- the version of what was decided about instruments
    reports           BIGINT       NOT NULL, -- the number of the newest reported snapshot that was taken in; or -1
    reports_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- when the latest of them was recorded
    holdings          INTEGER      NOT NULL, -- the generation that they were read from
    settled_rows      BIGINT       NOT NULL,
    PRIMARY KEY (generation, account)
);

-- Second step. `row_key` tells the rows of an account apart; `row_hash` is that of everything after it.

-- One row a fact, however many files tell it. Money received is positive, paid is negative.
CREATE TABLE transactions_booking (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- the fact
    row_hash          BIGINT       NOT NULL,
    kind              VARCHAR(20)  NOT NULL,
    booked_on         DATE         NOT NULL,
    booked_at         TIME,                  -- at the broker's own clock
    place             VARCHAR(10)  NOT NULL, -- in the day: time, then kind
    settle_date       DATE,
    isin              VARCHAR(12),           -- by which the instrument is known
    told_isin         VARCHAR(12),           -- of the row itself
    symbol            VARCHAR,
    name              VARCHAR,
    instrument        VARCHAR,               -- its identity: `isin:US000000AA16`
    quantity          NUMERIC(38,18),
    price             NUMERIC(38,18),
    amount            NUMERIC(38,18),
    currency          VARCHAR(3),
    counter_amount    NUMERIC(38,18),
    counter_currency  VARCHAR(3),
    fee               NUMERIC(38,18),
    fee_currency      VARCHAR(3),
    tax               NUMERIC(38,18),
    tax_currency      VARCHAR(3),
    settled           NUMERIC(38,18),
    settled_currency  VARCHAR(3),
    fx_rate_to_base   NUMERIC(38,18),
    description       VARCHAR,
    sources           VARCHAR      NOT NULL, -- files and lines: `<sha-256>:3,4;<sha-256>:7`
    told              VARCHAR      NOT NULL, -- every identity under which a file told it
    PRIMARY KEY (generation, account, row_key)
);

CREATE INDEX transactions_booking_day ON transactions_booking (generation, booked_on, account, place, row_key);

-- What sales realized, by both methods.
CREATE TABLE transactions_gain (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- method, fact, place among the gains of the fact
    row_hash          BIGINT       NOT NULL,
    method            VARCHAR(10)  NOT NULL,
    fact              VARCHAR(32)  NOT NULL,
    realized_on       DATE         NOT NULL,
    isin              VARCHAR(12),
    symbol            VARCHAR,
    name              VARCHAR,
    instrument        VARCHAR      NOT NULL,
    side              VARCHAR(5)   NOT NULL,
    quantity          NUMERIC(38,18) NOT NULL,
    currency          VARCHAR(3),
    proceeds          NUMERIC(38,18),
    cost              NUMERIC(38,18),
    gain              NUMERIC(38,18),
    reason            VARCHAR(30),           -- why the gain is not known
    missing           NUMERIC(38,18) NOT NULL,
    allocation_unknown BOOLEAN     NOT NULL,
    broker_stated     NUMERIC(38,18),
    fx_rate_to_base   NUMERIC(38,18),
    lots              VARCHAR      NOT NULL, -- JSON
    costs_apart       VARCHAR      NOT NULL, -- JSON
    sources           VARCHAR      NOT NULL,
    PRIMARY KEY (generation, account, row_key)
);

CREATE INDEX transactions_gain_day ON transactions_gain (generation, method, realized_on, account, row_key);

-- Balances at the ends of the days on which something was booked or printed.
CREATE TABLE transactions_cash (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- currency and day, in the order of days: `EUR 2031-03-03`
    row_hash          BIGINT       NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    balance_on        DATE         NOT NULL,
    balance           NUMERIC(38,18) NOT NULL,
    printed           NUMERIC(38,18),        -- by the broker for that day
    printed_file      VARCHAR(64),
    printed_line      INTEGER,
    PRIMARY KEY (generation, account, row_key)
);

-- What the files leave open.
CREATE TABLE transactions_question (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL,
    row_hash          BIGINT       NOT NULL,
    kind              VARCHAR(40)  NOT NULL,
    asked_of          DATE         NOT NULL,
    isin              VARCHAR(12),
    symbol            VARCHAR,
    name              VARCHAR,
    quantity          NUMERIC(38,18),
    facts             VARCHAR      NOT NULL,
    candidates        VARCHAR      NOT NULL,
    sources           VARCHAR      NOT NULL,
    PRIMARY KEY (generation, account, row_key)
);
