-- The comparison with printed figures, brought up to date beside the settling of everything else, by the files that
-- something new bears on.

-- A row to lock while a generation is compared.
CREATE TABLE transactions_reconciling (
    generation        INTEGER      PRIMARY KEY
);

DROP TABLE transactions_reconciled;
CREATE TABLE transactions_reconciled (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    told              VARCHAR      NOT NULL, -- the newest bookings and printed figures, of linked accounts too
    grounds           VARCHAR      NOT NULL, -- what a change of has every file compared again
    reports           BIGINT       NOT NULL, -- the newest event about reports and rates
    file_number       BIGINT       NOT NULL, -- the newest event that closed a file
    inputs            VARCHAR      NOT NULL, -- what was compared, as a hash a month
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL, -- the latest event that may have been taken in
    PRIMARY KEY (generation, account)
);

CREATE INDEX transactions_file_number ON transactions_file (generation, account, number);
CREATE INDEX holdings_fx_rate_number ON holdings_fx_rate (generation, account, number);
