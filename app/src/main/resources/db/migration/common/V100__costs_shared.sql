-- A decision that a spin-off or right takes a part of the cost of another security: of `cost_of` goes `cost_share` to
-- `isin`.
ALTER TABLE holdings_instrument_decision ADD COLUMN cost_of VARCHAR(12);
ALTER TABLE holdings_instrument_decision ADD COLUMN cost_share NUMERIC(20,18);
