-- Files can be taken back and read anew. What was told stays in the tables; a table of withdrawals beside each read model
-- tells which of it does not count, and from when to when. A withdrawal is about everything that the file had told with
-- events of smaller numbers on the account's stream. `account` is empty for what belongs to none.

CREATE TABLE holdings_withdrawal (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL,
    for_good          BOOLEAN      NOT NULL, -- another reading of the file took the place of what it had told
    withdrawn_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    restored_number   BIGINT,
    restored_at       TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (generation, account, file_id, number)
);

CREATE TABLE transactions_withdrawal (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL,
    for_good          BOOLEAN      NOT NULL,
    withdrawn_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    restored_number   BIGINT,
    restored_at       TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (generation, account, file_id, number)
);

CREATE TABLE dividends_withdrawal (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL,
    for_good          BOOLEAN      NOT NULL,
    withdrawn_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    restored_number   BIGINT,
    restored_at       TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (generation, account, file_id, number)
);

-- Wordings of instruments that no file uses any more, from when to when.
CREATE TABLE holdings_instrument_absence (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    wording           VARCHAR(64)  NOT NULL,
    absent_from       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    absent_until      TIMESTAMP(6) WITH TIME ZONE,
    number            BIGINT       NOT NULL, -- of the event that took the last one back
    PRIMARY KEY (generation, account, wording, number)
);

-- Every row must know by which event it came, and another reading of a file tells the same lines again. So these tables
-- are made anew, and all read models but the journal are filled from the events once more.

DROP TABLE holdings_file;
CREATE TABLE holdings_file (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, file_id, number)
);

DROP TABLE holdings_base_currency;
CREATE TABLE holdings_base_currency (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    named             BOOLEAN      NOT NULL, -- false when inferred from rates
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, named, stated_at, precedence, file_id, number)
);

DROP TABLE holdings_fx_rate;
CREATE TABLE holdings_fx_rate (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    rate_date         DATE         NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL,
    line              INTEGER      NOT NULL,
    rate              NUMERIC(38,18) NOT NULL,
    base              VARCHAR(3), -- null when the file does not tell it
    booked            BOOLEAN      NOT NULL, -- true for the rate at which something was booked that day
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, currency, rate_date, stated_at, precedence, file_id, number, line)
);
CREATE INDEX holdings_fx_rate_day ON holdings_fx_rate (generation, rate_date);

DROP TABLE holdings_reference_rate;
CREATE TABLE holdings_reference_rate (
    generation        INTEGER      NOT NULL,
    rate_date         DATE         NOT NULL,
    publisher         VARCHAR(40)  NOT NULL,
    base              VARCHAR(3)   NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL, -- of the event on the stream of the file's references
    line              INTEGER      NOT NULL,
    rate              NUMERIC(38,18) NOT NULL,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, rate_date, publisher, base, currency, stated_at, precedence, file_id, number, line)
);

DROP TABLE holdings_telling;
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
    PRIMARY KEY (generation, account, as_of, file_id, number)
);
CREATE INDEX holdings_telling_number ON holdings_telling (generation, account, number);

DELETE FROM holdings_instrument_action;
ALTER TABLE holdings_instrument_action ADD COLUMN number BIGINT NOT NULL;
ALTER TABLE holdings_instrument_action ADD COLUMN told VARCHAR(10) NOT NULL; -- as in `transactions_telling`

DROP TABLE transactions_file;
CREATE TABLE transactions_file (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    number            BIGINT       NOT NULL, -- of the event that closed it
    period_from       DATE,
    period_to         DATE,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, file_id, number)
);

DELETE FROM dividends_event;
ALTER TABLE dividends_event ADD COLUMN file_id VARCHAR(64); -- null for what takes back or restores

DELETE FROM holdings_account;
DELETE FROM holdings_snapshot;
DELETE FROM holdings_position;
DELETE FROM holdings_reference_file;
DELETE FROM holdings_instrument;
DELETE FROM holdings_instrument_decision;
DELETE FROM transactions_account;
DELETE FROM transactions_event;
DELETE FROM transactions_telling;
DELETE FROM transactions_figure;
DELETE FROM transactions_settled;
DELETE FROM transactions_reconciled;
DELETE FROM dividends_account;
DELETE FROM dividends_telling;
DELETE FROM dividends_accrual;
DELETE FROM dividends_settled;
DELETE FROM token
WHERE processor_name LIKE 'holdings-%' OR processor_name LIKE 'transactions-%' OR processor_name LIKE 'dividends-%';

-- The journal: why and when a file was taken back.
ALTER TABLE import_entry ADD COLUMN retraction TEXT;
ALTER TABLE import_entry ADD COLUMN retracted_at TIMESTAMP(6) WITH TIME ZONE;
