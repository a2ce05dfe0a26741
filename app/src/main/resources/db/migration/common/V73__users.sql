-- Who may log in, and by which tokens programs do. Rows that change, not events: what was taken back is gone.
CREATE TABLE login_user (
    name              VARCHAR(60)  NOT NULL,
    role              VARCHAR(10)  NOT NULL,
    password          VARCHAR(200) NOT NULL, -- hashed; the way of hashing stands before it in braces
    stamp             VARCHAR(36)  NOT NULL, -- another one after each change: sessions that began before it end
    created_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE login_token (
    name              VARCHAR(60)  NOT NULL,
    user_name         VARCHAR(60)  NOT NULL REFERENCES login_user (name) ON DELETE CASCADE,
    sha256            VARCHAR(64)  NOT NULL, -- of the token, which is kept nowhere
    created_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_used_on      DATE,
    expires_at        TIMESTAMP(6) WITH TIME ZONE, -- null: never
    PRIMARY KEY (name),
    UNIQUE (sha256)
);
