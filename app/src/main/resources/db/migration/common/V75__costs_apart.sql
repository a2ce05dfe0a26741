-- Charges that stand in no cost because they are in another currency, and the broker's own cost beside ours.
ALTER TABLE transactions_booking ADD COLUMN costs_apart VARCHAR; -- JSON; null where there are none
ALTER TABLE transactions_booking ADD COLUMN stated_cost NUMERIC(38,18);
ALTER TABLE transactions_booking ADD COLUMN stated_cost_currency VARCHAR(3);
ALTER TABLE transactions_gain ADD COLUMN broker_cost NUMERIC(38,18);
ALTER TABLE transactions_position_day ADD COLUMN costs_apart VARCHAR; -- JSON; null where there are none

-- Folded once more, with them.
DELETE FROM transactions_settled;
DELETE FROM reporting_settled;
