-- Files of folders that are not emptied, as they were when they were read: one that still is so is not read again.
CREATE TABLE kept_file (
    source            VARCHAR(100) NOT NULL,
    path              VARCHAR(500) NOT NULL, -- below the source's folder; of a very long one the end
    size_bytes        BIGINT       NOT NULL,
    changed_at        BIGINT       NOT NULL, -- milliseconds since 1970, as the file system tells
    PRIMARY KEY (source, path)
);
