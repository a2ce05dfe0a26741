-- The read model `transactions`: what files told of an account's bookings, one row a telling, only ever inserted. Which
-- tellings are one fact, and which of them holds, follows at the time of the question from all of them together, so that
-- no order of arrival can spoil it. `number` is that of the event on the account's stream, `ordinal` the place inside it.

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
    printed_of        DATE,                  -- the day of a balance
    file_id           VARCHAR(64)  NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    line              INTEGER      NOT NULL,
    content           VARCHAR      NOT NULL, -- JSON as in the event
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, kind, number, ordinal)
);
