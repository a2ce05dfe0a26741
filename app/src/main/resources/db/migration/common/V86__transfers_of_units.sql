-- Part of the read model `reporting`. Transfers of units name them, too, and of which day their price is: of two accounts
-- that tell the same transfer the fresher price counts.
ALTER TABLE reporting_flow ADD COLUMN priced_on DATE;

-- Gathered once more.
DELETE FROM reporting_settled;
