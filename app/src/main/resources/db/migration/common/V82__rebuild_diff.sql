-- What a rebuilt generation told otherwise than the one that answered when it was ready; JSON, null until then.
ALTER TABLE rebuild ADD COLUMN difference VARCHAR;
