-- All rates of the read model `holdings` beside those of accounts, and how those came about.

-- True for the rate at which something was booked that day; a rate of the day as a whole is better.
ALTER TABLE holdings_fx_rate ADD COLUMN booked BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX holdings_fx_rate_day ON holdings_fx_rate (generation, rate_date);

-- Rates that belong to no account: `rate` units of `currency` for one of `base`. Of those of one publisher for one day
-- and pair the greatest key is right.
CREATE TABLE holdings_reference_rate (
    generation        INTEGER      NOT NULL,
    rate_date         DATE         NOT NULL,
    publisher         VARCHAR(40)  NOT NULL,
    base              VARCHAR(3)   NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    line              INTEGER      NOT NULL,
    rate              NUMERIC(38,18) NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, rate_date, publisher, base, currency, stated_at, precedence, file_id, line)
);

-- Files that stand under a name, such as `rates.yaml`, or do so no more; the newest row of a file tells. A file without
-- a row counts. `number` is that of the event on the name's stream.
CREATE TABLE holdings_reference_file (
    generation        INTEGER      NOT NULL,
    name              VARCHAR(80)  NOT NULL,
    number            BIGINT       NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    counts            BOOLEAN      NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, name, number, file_id)
);
