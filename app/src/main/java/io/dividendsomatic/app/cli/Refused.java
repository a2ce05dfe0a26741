package io.dividendsomatic.app.cli;

/** The program answered, and the answer is no. */
final class Refused extends RuntimeException {

    Refused(String message) {
        super(message);
    }
}
