package io.dividendsomatic.app.security;

import io.dividendsomatic.ingestion.source.Secret;

/**
 * By which a command asks the program that it started itself, on a home and a database that it can read anyhow. It is made
 * by the command, given within the process, and gone with it.
 */
public record CommandToken(Secret value) {
    static final String WHO = "command line";

    public static CommandToken fresh() {
        return new CommandToken(Secret.of(Tokens.fresh()));
    }

    boolean is(String token) {
        return Tokens.same(value.reveal(), token);
    }
}
