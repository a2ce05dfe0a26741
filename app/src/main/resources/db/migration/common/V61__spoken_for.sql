-- The days that the file of an event covers.
ALTER TABLE transactions_event ADD COLUMN period_from DATE;
ALTER TABLE transactions_event ADD COLUMN period_to DATE;
