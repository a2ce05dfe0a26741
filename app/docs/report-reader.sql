-- A role for dashboards on PostgreSQL: it reads the views of report_v1 and nothing else. Run it once as the owner of the
-- database, then give it a password (\password report_reader in psql) and let it in where pg_hba.conf asks for one.
CREATE ROLE report_reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT CONNECTION LIMIT 8;
ALTER ROLE report_reader SET default_transaction_read_only = on;
ALTER ROLE report_reader SET statement_timeout = '30s';
ALTER ROLE report_reader SET search_path = report_v1;
GRANT USAGE ON SCHEMA report_v1 TO report_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA report_v1 TO report_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA report_v1 GRANT SELECT ON TABLES TO report_reader;
