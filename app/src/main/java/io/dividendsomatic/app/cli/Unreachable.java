package io.dividendsomatic.app.cli;

/** No program runs on this home, and none could be started. */
final class Unreachable extends RuntimeException {

    Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
