-- For other programs: plain views that show what the active generation of each read model says now. Their names and
-- columns stay as they are; what has to change gets a schema of its own, `report_v2`. See app/docs/sql-schema.md.
CREATE SCHEMA report_v1;

-- What was held at the end of each day that is reported or on which bookings changed something.
CREATE VIEW report_v1.positions_daily AS
SELECT told.account AS account,
       SUBSTRING(told.account, 1, POSITION(':' IN told.account) - 1) AS broker,
       told.as_of AS as_of,
       'REPORTED' AS origin,
       held.isin AS isin,
       held.symbol AS symbol,
       held.name AS name,
       held.asset_class AS asset_class,
       held.currency AS currency,
       held.quantity AS quantity,
       held.mark_price AS mark_price,
       held.market_value AS market_value,
       held.cost_basis AS cost_basis,
       COALESCE(held.market_value - held.cost_basis, held.unrealized_pnl) AS unrealized_pnl,
       held.fx_rate_to_base AS fx_rate_to_base,
       CASE WHEN held.market_value IS NOT NULL THEN told.as_of END AS priced_on,
       CASE WHEN held.market_value IS NOT NULL THEN 'REPORT' END AS price_source,
       CASE WHEN held.market_value IS NULL OR held.cost_basis IS NULL THEN 'NOT_STATED' ELSE 'ACTUAL' END AS quality,
       told.file_id AS file_id
FROM (SELECT telling.generation, telling.account, telling.as_of, telling.number, telling.file_id,
             ROW_NUMBER() OVER (PARTITION BY telling.generation, telling.account, telling.as_of
                                ORDER BY telling.stated_at DESC, telling.precedence DESC, telling.file_id DESC,
                                         telling.number DESC) AS place
      FROM holdings_telling telling
      JOIN read_model active ON active.name = 'holdings' AND active.generation = telling.generation
      WHERE NOT EXISTS (SELECT 1 FROM holdings_withdrawal gone
                        WHERE gone.generation = telling.generation AND gone.account = telling.account
                          AND gone.file_id = telling.file_id AND gone.number > telling.number
                          AND gone.restored_at IS NULL)) told
JOIN holdings_position held ON held.generation = told.generation AND held.account = told.account
                           AND held.as_of = told.as_of AND held.telling = told.number
WHERE told.place = 1
UNION ALL
SELECT derived.account,
       SUBSTRING(derived.account, 1, POSITION(':' IN derived.account) - 1),
       derived.valued_on,
       'DERIVED',
       held.isin,
       held.symbol,
       held.name,
       held.asset_class,
       held.currency,
       held.quantity,
       NULL,
       COALESCE(held.market_value, held.cost_basis),
       held.cost_basis,
       COALESCE(held.market_value, held.cost_basis) - held.cost_basis,
       NULL,
       held.priced_on,
       held.price_source,
       CASE WHEN held.market_value IS NULL AND held.cost_basis IS NULL THEN 'NOT_STATED'
            WHEN held.market_value IS NULL THEN 'ESTIMATED'
            WHEN held.cost_basis IS NULL THEN 'NOT_STATED'
            WHEN held.priced_on < derived.valued_on - 7 THEN 'STALE_PRICE'
            ELSE 'RECONSTRUCTED' END,
       NULL
FROM reporting_day derived
JOIN read_model active ON active.name = 'reporting' AND active.generation = derived.generation
JOIN reporting_position held ON held.generation = derived.generation AND held.account = derived.account
                            AND held.currency = derived.currency AND held.held_from <= derived.valued_on
                            AND held.held_until > derived.valued_on
WHERE derived.reported = FALSE AND derived.positions > 0;

-- Payments by pay date, and rows of tax that no payment claims.
CREATE VIEW report_v1.dividends AS
SELECT payment.row_key AS fact_id,
       payment.account AS account,
       SUBSTRING(payment.account, 1, POSITION(':' IN payment.account) - 1) AS broker,
       payment.kind AS kind,
       payment.pay_date AS pay_date,
       payment.ex_date AS ex_date,
       payment.payment_event AS payment_event_id,
       payment.isin AS isin,
       payment.symbol AS symbol,
       payment.name AS name,
       payment.country AS country,
       payment.currency AS currency,
       payment.gross AS gross,
       payment.withholding_tax AS withholding_tax,
       payment.gross - payment.withholding_tax AS net,
       payment.per_share AS per_share,
       payment.per_share_currency AS per_share_currency,
       payment.quantity AS quantity,
       payment.reversed AS reversed,
       payment.fx_rate_to_base AS fx_rate_to_base,
       payment.description AS description,
       payment.sources AS sources
FROM dividends_payment payment
JOIN read_model active ON active.name = 'dividends' AND active.generation = payment.generation;

-- The ledger: one row a fact, money received is positive.
CREATE VIEW report_v1.transactions AS
SELECT booking.row_key AS fact_id,
       booking.account AS account,
       SUBSTRING(booking.account, 1, POSITION(':' IN booking.account) - 1) AS broker,
       booking.kind AS kind,
       booking.booked_on AS trade_date,
       booking.settle_date AS settle_date,
       booking.isin AS isin,
       booking.symbol AS symbol,
       booking.name AS name,
       booking.quantity AS quantity,
       booking.price AS price,
       booking.amount AS amount,
       booking.currency AS currency,
       booking.counter_amount AS counter_amount,
       booking.counter_currency AS counter_currency,
       booking.fee AS fee,
       booking.fee_currency AS fee_currency,
       booking.tax AS tax,
       booking.tax_currency AS tax_currency,
       booking.fx_rate_to_base AS fx_rate_to_base,
       booking.description AS description,
       booking.sources AS sources
FROM transactions_booking booking
JOIN read_model active ON active.name = 'transactions' AND active.generation = booking.generation;

-- Balances at the ends of the days on which something was booked or printed.
CREATE VIEW report_v1.cash AS
SELECT balance.account AS account,
       SUBSTRING(balance.account, 1, POSITION(':' IN balance.account) - 1) AS broker,
       balance.balance_on AS as_of,
       balance.currency AS currency,
       balance.balance AS balance,
       balance.printed AS printed,
       balance.printed - balance.balance AS difference,
       balance.printed_file AS printed_file_id,
       balance.printed_line AS printed_line
FROM transactions_cash balance
JOIN read_model active ON active.name = 'transactions' AND active.generation = balance.generation;

-- Every rate that is told: an amount in `currency` times `rate` is one in `base`.
CREATE VIEW report_v1.fx AS
SELECT stated.rate_date AS rate_date,
       stated.currency AS currency,
       COALESCE(stated.base, own.currency) AS base,
       stated.rate AS rate,
       stated.account AS source,
       'ACCOUNT' AS kind,
       stated.file_id AS file_id,
       stated.line AS line
FROM (SELECT fx.*, ROW_NUMBER() OVER (PARTITION BY fx.generation, fx.account, fx.currency, fx.rate_date
                                      ORDER BY fx.booked, fx.stated_at DESC, fx.precedence DESC, fx.file_id DESC,
                                               fx.line DESC) AS place
      FROM holdings_fx_rate fx
      JOIN read_model active ON active.name = 'holdings' AND active.generation = fx.generation
      WHERE NOT EXISTS (SELECT 1 FROM holdings_withdrawal gone
                        WHERE gone.generation = fx.generation AND gone.account = fx.account
                          AND gone.file_id = fx.file_id AND gone.number > fx.number
                          AND gone.restored_at IS NULL)) stated
LEFT JOIN (SELECT base.generation, base.account, base.currency,
                  ROW_NUMBER() OVER (PARTITION BY base.generation, base.account
                                     ORDER BY base.named DESC, base.stated_at DESC, base.precedence DESC,
                                              base.file_id DESC, base.number DESC) AS place
           FROM holdings_base_currency base
           WHERE NOT EXISTS (SELECT 1 FROM holdings_withdrawal gone
                             WHERE gone.generation = base.generation AND gone.account = base.account
                               AND gone.file_id = base.file_id AND gone.number > base.number
                               AND gone.restored_at IS NULL)) own
       ON own.generation = stated.generation AND own.account = stated.account AND own.place = 1
WHERE stated.place = 1
UNION ALL
SELECT published.rate_date,
       published.currency,
       published.base,
       CAST(1 / published.rate AS NUMERIC(38, 18)),
       published.publisher,
       'REFERENCE',
       published.file_id,
       published.line
FROM (SELECT fx.*, ROW_NUMBER() OVER (PARTITION BY fx.generation, fx.publisher, fx.base, fx.currency, fx.rate_date
                                      ORDER BY fx.stated_at DESC, fx.precedence DESC, fx.file_id DESC,
                                               fx.line DESC) AS place
      FROM holdings_reference_rate fx
      JOIN read_model active ON active.name = 'holdings' AND active.generation = fx.generation
      WHERE NOT EXISTS (SELECT 1 FROM holdings_withdrawal gone
                        WHERE gone.generation = fx.generation AND gone.account = ''
                          AND gone.file_id = fx.file_id AND gone.number > fx.number AND gone.restored_at IS NULL)
        AND NOT EXISTS (SELECT 1
                        FROM (SELECT file.generation, file.file_id, file.counts,
                                     ROW_NUMBER() OVER (PARTITION BY file.generation, file.file_id
                                                        ORDER BY file.recorded_at DESC, file.name DESC,
                                                                 file.number DESC) AS place
                              FROM holdings_reference_file file) newest
                        WHERE newest.generation = fx.generation AND newest.file_id = fx.file_id
                          AND newest.place = 1 AND newest.counts = FALSE)) published
WHERE published.place = 1;

-- Every figure that a file prints, against ours; the difference is printed less ours.
CREATE VIEW report_v1.reconciliation AS
SELECT compared.account AS account,
       SUBSTRING(compared.account, 1, POSITION(':' IN compared.account) - 1) AS broker,
       compared.file_id AS file_id,
       compared.period_from AS period_from,
       compared.period_to AS period_to,
       compared.item AS item,
       compared.isin AS isin,
       compared.symbol AS symbol,
       compared.name AS name,
       compared.currency AS currency,
       compared.printed AS printed,
       compared.ours AS ours,
       compared.difference AS difference,
       compared.verdict AS verdict,
       compared.sources AS sources
FROM transactions_reconciliation compared
JOIN read_model active ON active.name = 'transactions' AND active.generation = compared.generation;
