-- Held instruments of which no vendor had a price when a source asked last: a row for each vendor that was asked, in turn.
CREATE TABLE missing_price (
    source            VARCHAR(100) NOT NULL,
    isin              VARCHAR(12)  NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    turn              INTEGER      NOT NULL,
    vendor            VARCHAR(20)  NOT NULL,
    code              VARCHAR(60)  NOT NULL,
    message           VARCHAR(500) NOT NULL,
    asked_at          TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, isin, currency, turn)
);
