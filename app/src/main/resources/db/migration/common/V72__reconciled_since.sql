-- The comparison with printed figures, brought up to date by the files that something new is about.

-- What a change of has every file compared again, and the newest event about reports that was taken in.
ALTER TABLE transactions_reconciled ADD COLUMN basis VARCHAR;
ALTER TABLE transactions_reconciled ADD COLUMN reports BIGINT;

CREATE INDEX transactions_reconciliation_file ON transactions_reconciliation (generation, account, file_id);

-- The figures of each file counted, so that nobody has to count the lines themselves.
CREATE TABLE transactions_reconciliation_count (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    file_from         DATE,
    file_to           DATE,
    period_from       DATE,
    period_to         DATE,
    item              VARCHAR(30)  NOT NULL,
    verdict           VARCHAR(12)  NOT NULL,
    lines             INTEGER      NOT NULL
);

CREATE INDEX transactions_reconciliation_count_file ON transactions_reconciliation_count (generation, account, file_id);

-- In the order of a page: what has no period comes first.
DROP INDEX transactions_reconciliation_day;
CREATE INDEX transactions_reconciliation_page
    ON transactions_reconciliation (generation, period_to NULLS FIRST, account, row_key);

-- Compared once more, and counted.
DELETE FROM transactions_reconciled;
