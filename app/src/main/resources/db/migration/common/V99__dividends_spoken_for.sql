-- The days that the file of an event covers.
ALTER TABLE dividends_event ADD COLUMN period_from DATE;
ALTER TABLE dividends_event ADD COLUMN period_to DATE;
