-- The read model `reporting`: what accounts were worth day by day and what moved in them, in their own currencies. The
-- first step keeps which events there were; the second is settled, account by account, from what the other read models
-- know of it: a pure function of what was told, whatever the order in which it came.

-- First step. `number` is that of the event on its stream; decisions about instruments belong to no account.
CREATE TABLE reporting_event (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE INDEX reporting_event_newest ON reporting_event (generation, account, number);

-- A row to lock while a generation is settled.
CREATE TABLE reporting_settling (
    generation        INTEGER      PRIMARY KEY
);

CREATE TABLE reporting_settled (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    state             VARCHAR      NOT NULL, -- everything that was taken in
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- the latest of all events by then
    settled_rows      BIGINT       NOT NULL,
    PRIMARY KEY (generation, account)
);

-- Second step. `row_key` tells the rows of an account apart; `row_hash` is that of everything after it.

-- What the positions of a currency came to at the end of a day, and until the next such day of the account.
CREATE TABLE reporting_day (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- day and currency: `2031-03-03 EUR`
    row_hash          BIGINT       NOT NULL,
    valued_on         DATE         NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    market_value      NUMERIC(38,18) NOT NULL,
    estimated         NUMERIC(38,18) NOT NULL, -- the part of it for which cost stands
    cost_basis        NUMERIC(38,18) NOT NULL,
    positions         INTEGER      NOT NULL,
    unvalued          INTEGER      NOT NULL,
    uncosted          INTEGER      NOT NULL,
    priced_on         DATE         NOT NULL, -- the oldest day of a price
    reported          BOOLEAN      NOT NULL,
    PRIMARY KEY (generation, account, row_key)
);

-- Balances at the ends of the days on which they changed.
CREATE TABLE reporting_cash (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- day and currency
    row_hash          BIGINT       NOT NULL,
    balance_on        DATE         NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    balance           NUMERIC(38,18) NOT NULL,
    PRIMARY KEY (generation, account, row_key)
);

-- What moved, one row a day, kind, currency and rate.
CREATE TABLE reporting_flow (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- day, kind, currency, rate, and whether the amount is known
    row_hash          BIGINT       NOT NULL,
    flow_on           DATE         NOT NULL,
    kind              VARCHAR(30)  NOT NULL,
    currency          VARCHAR(3),
    amount            NUMERIC(38,18),
    fx_rate_to_base   NUMERIC(38,18),
    facts             INTEGER      NOT NULL,
    PRIMARY KEY (generation, account, row_key)
);
