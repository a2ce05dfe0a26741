-- What was taken of a kept file, so that its half counts no more when the file went on; absent of an archive.
ALTER TABLE kept_file ADD COLUMN file_id VARCHAR(64);
