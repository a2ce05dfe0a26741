package io.dividendsomatic.app.config;

/** The program does not start on these settings; the person who starts it is told why, and what to do. */
final class StartRefused extends RuntimeException {
    private final String action;

    StartRefused(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
