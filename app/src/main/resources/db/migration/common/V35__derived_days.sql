-- What the bookings come to between the reports of the broker, and against them. Like all that is settled, a pure
-- function of what was told.

CREATE INDEX holdings_telling_number ON holdings_telling (generation, account, number);

-- The files that an account has recorded, and the days that they cover.
CREATE TABLE transactions_file (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL, -- of the event that closed it
    period_from       DATE,
    period_to         DATE,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, file_id)
);

-- Days on which bookings changed a position and the broker reported nothing.
CREATE TABLE transactions_derived_day (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- the day
    row_hash          BIGINT       NOT NULL,
    held_on           DATE         NOT NULL,
    reported_on       DATE,                  -- the report that was rolled forward; null before the first
    positions         INTEGER      NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- of the newest telling that it depends on
    PRIMARY KEY (generation, account, row_key)
);

-- What each changed position was on such a day, and until it changed again or was reported.
CREATE TABLE transactions_position_day (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- position and day
    row_hash          BIGINT       NOT NULL,
    position          VARCHAR      NOT NULL, -- instrument and currency: `isin:US000000AA16 USD`
    currency          VARCHAR(3),
    isin              VARCHAR(12),
    symbol            VARCHAR,
    name              VARCHAR,
    instrument        VARCHAR      NOT NULL, -- JSON
    held_on           DATE         NOT NULL,
    until_day         DATE         NOT NULL, -- the first day on which it is no longer so
    since_day         DATE         NOT NULL, -- on which it was opened, or first changed after the report
    from_report       BOOLEAN      NOT NULL, -- whether it holds units that were reported
    change_units      NUMERIC(38,18) NOT NULL,
    quantity          NUMERIC(38,18) NOT NULL,
    cost              NUMERIC(38,18),
    missing           NUMERIC(38,18) NOT NULL, -- units that went that day though no file tells how they came
    sources           VARCHAR      NOT NULL, -- of the day's bookings
    PRIMARY KEY (generation, account, row_key)
);

CREATE INDEX transactions_position_day_until ON transactions_position_day (generation, account, until_day);

-- How far the comparison with printed figures is; brought up to date when it is asked for.
CREATE TABLE transactions_reconciled (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    state             VARCHAR      NOT NULL, -- everything that was taken in
    PRIMARY KEY (generation, account)
);

-- Every figure that a file prints, against ours.
CREATE TABLE transactions_reconciliation (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- file, item and what tells lines of an item apart
    row_hash          BIGINT       NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    period_from       DATE,
    period_to         DATE,
    file_from         DATE,                  -- the whole file
    file_to           DATE,
    item              VARCHAR(30)  NOT NULL,
    isin              VARCHAR(12),
    symbol            VARCHAR,
    name              VARCHAR,
    currency          VARCHAR(3),
    printed           NUMERIC(38,18),
    ours              NUMERIC(38,18),
    difference        NUMERIC(38,18),
    verdict           VARCHAR(12)  NOT NULL,
    sources           VARCHAR      NOT NULL,
    PRIMARY KEY (generation, account, row_key)
);

CREATE INDEX transactions_reconciliation_day ON transactions_reconciliation (generation, period_to, account, row_key);
