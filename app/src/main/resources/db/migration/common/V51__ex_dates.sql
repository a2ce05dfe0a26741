-- A calendar asks for payments by ex date as well as by pay date.
CREATE INDEX dividends_payment_ex ON dividends_payment (generation, ex_date);
