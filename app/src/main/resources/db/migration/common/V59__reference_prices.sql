-- What one unit of an instrument cost at the end of a day, as vendors list it: beside what brokers state, never in its place.
CREATE TABLE holdings_reference_price (
    generation        INTEGER      NOT NULL,
    isin              VARCHAR(12)  NOT NULL,
    price_date        DATE         NOT NULL,
    publisher         VARCHAR(40)  NOT NULL,
    currency          VARCHAR(3)   NOT NULL,
    stated_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    precedence        INTEGER      NOT NULL,
    file_id           VARCHAR(64)  NOT NULL,
    line              INTEGER      NOT NULL,
    price             NUMERIC(38,18) NOT NULL,
    symbol            VARCHAR,
    recorded_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (generation, isin, price_date, publisher, currency, stated_at, precedence, file_id, line)
);
