-- Part of the read model `reporting`. Flows that no booking tells name what shows them: units that a report shows, with
-- what they had cost, or money that a file prints before any booking of its currency.
ALTER TABLE reporting_flow ADD COLUMN isin VARCHAR(12);
ALTER TABLE reporting_flow ADD COLUMN symbol VARCHAR;
ALTER TABLE reporting_flow ADD COLUMN quantity NUMERIC(38,18);
ALTER TABLE reporting_flow ADD COLUMN cost_basis NUMERIC(38,18);
ALTER TABLE reporting_flow ADD COLUMN sources VARCHAR; -- null where bookings tell it

-- Value less cost of the positions that have both.
ALTER TABLE reporting_day ADD COLUMN unrealized NUMERIC(38,18) DEFAULT 0 NOT NULL;

-- Gathered once more.
DELETE FROM reporting_settled;
