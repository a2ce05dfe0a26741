-- Forecasts as they were made, in the first step of the read model `dividends`: only ever inserted.
CREATE TABLE dividends_forecast (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    made_on           DATE         NOT NULL,
    looks_until       DATE         NOT NULL, -- the last pay date that it looks at
    lines             INTEGER      NOT NULL,
    content           VARCHAR      NOT NULL, -- JSON: its lines as in the event
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, account, made_on)
);
