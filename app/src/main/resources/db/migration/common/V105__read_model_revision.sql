-- By which revision of its code a generation was filled; whatever stands there by now was filled by the first.
ALTER TABLE read_model ADD COLUMN revision INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE rebuild ADD COLUMN revision INTEGER DEFAULT 1 NOT NULL;
