-- The first and the last day of an account's bookings are asked for with every list of accounts.
CREATE INDEX transactions_booking_account ON transactions_booking (generation, account, booked_on);
