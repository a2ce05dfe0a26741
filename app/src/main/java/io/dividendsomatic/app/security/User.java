package io.dividendsomatic.app.security;

import io.dividendsomatic.ingestion.source.Secret;
import java.time.Instant;

/**
 * A person who may log in, or a program for which a person made a user.
 *
 * @param password hashed
 * @param stamp another one after each change; a session that began with an older one is over
 */
record User(String name, Role role, Secret password, String stamp, Instant createdAt) {}
