-- The last request for each Flex query that the service accepted: when, and by which reference its statement is fetched.
CREATE TABLE flex_request (
    source            VARCHAR(100) NOT NULL, -- the login, as flex.<name>
    query             VARCHAR(40)  NOT NULL,
    accepted_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    url               TEXT, -- null with the reference: the statement is fetched
    reference         VARCHAR(200),
    PRIMARY KEY (source, query)
);
