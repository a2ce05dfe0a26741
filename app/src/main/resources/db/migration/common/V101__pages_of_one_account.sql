-- A page of one account's bookings or gains is read along an index; H2 does so only where the order names all columns of
-- it, and the account's own key would have it sort every row of the account.
DROP INDEX transactions_booking_account;
CREATE INDEX transactions_booking_account ON transactions_booking (generation, account, booked_on, place, row_key);
CREATE INDEX transactions_gain_account ON transactions_gain (generation, account, method, realized_on, row_key);
