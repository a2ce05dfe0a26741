-- Folded once more, with the lots that the first report of an account opens.
DELETE FROM transactions_settled;
DELETE FROM reporting_settled;
