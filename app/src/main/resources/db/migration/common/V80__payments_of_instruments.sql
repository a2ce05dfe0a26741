-- What is to come is worked out instrument by instrument, each from the payments of all accounts.
CREATE INDEX dividends_payment_instrument ON dividends_payment (generation, instrument);
