-- Part of the read model `reporting`: the positions of days that no broker reports, each while nothing of it changes. The
-- days themselves stand in `reporting_day`; those that are reported, in `holdings_position`.
CREATE TABLE reporting_position (
    generation        INTEGER      NOT NULL,
    account           VARCHAR(80)  NOT NULL,
    row_key           VARCHAR      NOT NULL, -- first day, instrument and currency
    row_hash          BIGINT       NOT NULL,
    held_from         DATE         NOT NULL,
    held_until        DATE         NOT NULL, -- the first day on which it may be otherwise
    reported_on       DATE,                  -- the report that was rolled forward; null before the first
    currency          VARCHAR(3),
    isin              VARCHAR(12),
    symbol            VARCHAR,
    name              VARCHAR,
    asset_class       VARCHAR,
    quantity          NUMERIC(38,18) NOT NULL,
    cost_basis        NUMERIC(38,18),
    unit_value        NUMERIC(38,18),        -- with the multiplier; null where no price is known
    market_value      NUMERIC(38,18),
    priced_on         DATE,
    price_source      VARCHAR(80),           -- REPORT or TRADE of the account
    PRIMARY KEY (generation, account, row_key)
);

CREATE INDEX reporting_position_until ON reporting_position (generation, account, held_until);

-- Gathered once more, with positions.
DELETE FROM reporting_settled;
