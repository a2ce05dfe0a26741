-- How far each folder of a mailbox was read. Another UIDVALIDITY means that the server counts anew: it is read again from
-- the beginning, and files are known by their bytes.
CREATE TABLE mail_cursor (
    source            VARCHAR(100) NOT NULL,
    folder            VARCHAR(500) NOT NULL,
    uid_validity      BIGINT       NOT NULL,
    last_uid          BIGINT       NOT NULL,
    PRIMARY KEY (source, folder)
);
